"""Where a page stands, as a schema.org ``BreadcrumbList``."""

from typing import Any

from .base import CONTEXT


def breadcrumbs(document: dict[str, Any], trail: list[dict[str, Any]]) -> dict[str, Any]:
    """``trail`` is a list of ``PageRef``, from the front page down; the page itself comes last."""
    return {
        "@context": CONTEXT,
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": position, "name": page["title"], "item": page["html_url"]}
            for position, page in enumerate([*trail, document], start=1)
        ],
    }
