"""Articles as documents."""

from typing import Any

from wagtail_gulf_summit.citations.numbering import citation_documents
from wagtail_gulf_summit.images import image_value
from wagtail_gulf_summit.richtext import display_html

from . import links
from .comments import comments_info
from .pages import alternates, language_of, moment, moment_display, page_facts, publication_times, section_ref
from .seo import article_objects, seo


def article_card(page: Any) -> dict[str, Any]:
    """An ``ArticleCard``; call it with ``page`` in scope."""
    return {
        **page_facts(page, "article"),
        "section": section_ref(page),
        "topics": values_of(page.topics),
        "kicker": page.kicker,
        "standfirst": display_html(page.standfirst),
        "dateline": _dateline(page),
        "bylines": [byline for byline in values_of(page.bylines) if byline["person"]],
        "hero": hero_of(page, display_html(page.hero_caption)),
        **publication_times(page),
        "updated_at": moment(page.last_updated_at),
        "updated_at_display": moment_display(page.last_updated_at, language_of(page)),
    }


def article_document(page: Any) -> dict[str, Any]:
    """An ``Article``; call it with ``page`` in scope."""
    card = article_card(page)
    document = {
        **card,
        "alternates": alternates(page),
        "body": blocks_of(page.body),
        "citations": citation_documents(page),
        "summits": links.summit_refs(page),
        "related": links.related_pages(page),
        "corrections": values_of(page.corrections),
        "comments": comments_info(page),
    }
    return {**document, "seo": seo(page, document, article_objects(page, document))}


def blocks_of(stream: Any) -> list[dict[str, Any]]:
    """A body as ``[{type, id, value}]``."""
    return list(stream.stream_block.get_api_representation(stream))


def values_of(stream: Any) -> list[Any]:
    """The values of a stream of one kind of block, without those whose object is gone or not published."""
    return [block["value"] for block in blocks_of(stream) if block["value"] is not None]


def hero_of(page: Any, caption: str) -> dict[str, Any] | None:
    """The main image as a ``Hero``, with ``caption`` as display-ready HTML; ``None`` for no image."""
    image = image_value(page.hero_image, page.hero_alt)
    if image is None:
        return None
    licence = getattr(page, "hero_licence", "")
    return {"image": image, "alt": image["alt"], "caption": caption, "credit": page.hero_credit, "licence": licence}


def _dateline(page: Any) -> dict[str, Any] | None:
    if not page.dateline:
        return None
    return {"place": page.dateline_place, "agency": page.dateline_agency, "text": page.dateline}
