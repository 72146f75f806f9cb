"""The rich-text entity: how a citation passes between the database, the editor and the page.

All four converters are needed: without the ``editorhtml`` rule writes over
Wagtail's API v3 drop markers, without ``extract_references`` nobody knows where
a source is cited.
"""

from collections.abc import Iterator
from typing import Any

from django.utils.html import format_html
from draftjs_exporter.dom import DOM
from wagtail.admin.rich_text.converters.editor_html import LinkTypeRule, WhitelistRule
from wagtail.admin.rich_text.converters.html_to_contentstate import BLOCK_KEY_NAME, InlineEntityElementHandler
from wagtail.rich_text import LinkHandler
from wagtail.whitelist import allow_without_attributes, attribute_rule

from .marks import LINK_TYPE
from .models import Source

ENTITY_TYPE = "CITATION"


class CitationLinkHandler(LinkHandler):
    """Wagtail's own rewriter, which sees opening tags only.

    Markers are expanded whole by ``expand_citations`` before it runs; this is
    reached by a bare ``|richtext`` only, and leaves text without a link.
    """

    identifier = LINK_TYPE

    @staticmethod
    def get_model() -> type[Source]:
        return Source

    @classmethod
    def expand_db_attributes(cls, attrs: dict[str, str]) -> str:
        return '<a role="doc-noteref">'

    @classmethod
    def extract_references(cls, attrs: dict[str, str]) -> Iterator[tuple[type[Source], str, str, str]]:
        if attrs.get("id", "").isdecimal():
            yield Source, attrs["id"], "", ""


class CitationElementHandler(InlineEntityElementHandler):
    """Database to editor: the marker is one immutable piece of text."""

    mutability = "IMMUTABLE"

    def get_attribute_data(self, attrs: dict[str, str]) -> dict[str, Any]:
        return {"id": attrs.get("id", ""), "locator": attrs.get("locator", "")}


def citation_entity(props: dict[str, Any]) -> Any:
    """Editor to database."""
    attrs = {"linktype": LINK_TYPE, "id": str(props.get("id", ""))}
    if locator := (props.get("locator") or "").strip():
        attrs["locator"] = locator
    return DOM.create_element("a", attrs, props["children"])


CONTENTSTATE_RULE = {
    "from_database_format": {f'a[linktype="{LINK_TYPE}"]': CitationElementHandler(ENTITY_TYPE)},
    "to_database_format": {"entity_decorators": {ENTITY_TYPE: citation_entity}},
}


class CitationHtmlHandler:
    """API input and plain HTML editors to and from the database."""

    @staticmethod
    def get_db_attributes(tag: Any) -> dict[str, str]:
        attrs = {"id": tag.get("data-id", "")}
        if locator := tag.get("data-locator", "").strip():
            attrs["locator"] = locator
        return attrs

    @staticmethod
    def expand_db_attributes(attrs: dict[str, str]) -> str:
        locator = attrs.get("locator", "")
        return format_html(
            '<a data-linktype="{}" data-id="{}"{}>',
            LINK_TYPE,
            attrs.get("id", ""),
            format_html(' data-locator="{}"', locator) if locator else "",
        )


def restore_marker(tag: Any) -> None:
    """Turn a marker as readers get it (``expand.marker_html``) back into the stored one.

    So that a page read from an API can be written back as it is.
    """
    source_id, locator = tag.get("data-source", ""), tag.get("data-locator", "").strip()
    text = tag.get("data-text", "")
    allow_without_attributes(tag)
    if not source_id.isdecimal():
        return
    tag.string = text or tag.get_text()
    tag.name = "a"
    tag.attrs = {"linktype": LINK_TYPE, "id": source_id} | ({"locator": locator} if locator else {})


_KEYED = attribute_rule({BLOCK_KEY_NAME: True})

EDITORHTML_RULE = [
    LinkTypeRule(LINK_TYPE, CitationHtmlHandler),
    WhitelistRule("sup", restore_marker),
    WhitelistRule("p", _KEYED),
]


def keep_block_keys(features: Any) -> None:
    """Wagtail drops the keys of blocks, so that a text sent back as it was read would be another text."""
    elements = {"ol": "li", "ul": "li", "blockquote": "blockquote", **{f"h{n}": f"h{n}" for n in range(1, 7)}}
    rules = features.converter_rules_by_converter["editorhtml"]
    for feature, element in elements.items():
        if feature in rules:
            rules[feature] = [*rules[feature], WhitelistRule(element, _KEYED)]
