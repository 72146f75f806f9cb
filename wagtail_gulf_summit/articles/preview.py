"""The findings of a story inside its preview, where Wagtail's checker and the editor look."""

from typing import Any

from django.template.loader import render_to_string

from .findings import story_findings

#: Rules whose findings Wagtail's checker counts. The copy desk's others stand in the editor, below each field.
CHECKER_RULES = (
    "missing_alt",
    "quote_without_person",
    "heading_order",
    "unpublished_person",
    "statistic_without_source",
    "missing_space",
    "hyphen_spacing",
)


def add_findings(response: Any, page: Any) -> Any:
    """``response``, the preview of ``page``, with a list of its findings at the end of the body."""
    if hasattr(response, "add_post_render_callback"):
        response.add_post_render_callback(lambda rendered: _insert(rendered, page))
    else:
        _insert(response, page)
    return response


def _insert(response: Any, page: Any) -> None:
    context = {"findings": story_findings(page), "language": page.locale.language_code}
    html = render_to_string("gulf_summit_articles/desk/preview_findings.html", context)
    before, body_end, after = response.content.decode(response.charset).rpartition("</body>")
    if body_end:
        response.content = f"{before}{html}{body_end}{after}"
