"""Pages that are not stories, and where a page stands."""

from typing import Any

from .base import CONTEXT, known


def website(document: dict[str, Any], name: str, publisher: dict[str, Any]) -> list[dict[str, Any]]:
    """The ``WebSite`` of a front page, in its language, and the ``Organization`` that publishes it."""
    site = {
        "@context": CONTEXT,
        "@type": "WebSite",
        "@id": document["html_url"],
        "url": document["html_url"],
        "name": name,
        "inLanguage": document["lang"],
        "publisher": publisher,
    }
    return [site, {"@context": CONTEXT, **publisher}]


def collection(document: dict[str, Any], description: str, about: str = "") -> dict[str, Any]:
    """The ``CollectionPage`` of a section or, with the name of what it is ``about``, of a topic."""
    return known(
        {
            "@context": CONTEXT,
            "@type": "CollectionPage",
            "@id": document["html_url"],
            "url": document["html_url"],
            "name": document["title"],
            "description": description,
            "inLanguage": document["lang"],
            "about": {"@type": "Thing", "name": about} if about else None,
        }
    )


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
