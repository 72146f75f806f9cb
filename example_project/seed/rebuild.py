"""The article as the newspaper printed it, put together again from the database."""

from typing import Any

from bs4 import BeautifulSoup
from django.utils import translation
from django.utils.translation import gettext

from wagtail_gulf_summit.citations.numbering import page_citations
from wagtail_gulf_summit.people.quotation import quotation_marks
from wagtail_gulf_summit.richtext import display_html
from wagtail_gulf_summit.scope import page_scope


def article_text(article: Any) -> str:
    """Section, headline, dateline, body, sources and the words of the comment form, a blank line between them."""
    with page_scope(article), translation.override(article.locale.language_code):
        return "\n\n".join(
            [
                article.get_parent().title,
                article.title,
                article.dateline,
                *(block_text(block, article.locale.language_code) for block in article.body),
                *(f"[{entry.number}] {entry.source.printed}" for entry in page_citations(article).entries),
                gettext("Leave a comment"),
                gettext("Your email address will not be published. Required fields are marked with *"),
                gettext("Back to top"),
            ]
        )


def block_text(block: Any, language: str) -> str:
    """A paragraph, or a quote with its attribution, with the numbers of its citations."""
    if block.block_type == "speaker_quote":
        opening, closing = quotation_marks(language)
        return f"{block.value['attribution']} {opening}{plain(block.value['quote'].source)}{closing}"
    return plain(block.value.source)


def plain(stored: str) -> str:
    return BeautifulSoup(display_html(stored), "html.parser").get_text()
