"""Blocks that name a person."""

from typing import Any

from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from wagtail_gulf_summit.richtext import display_html, searchable_text
from wagtail_gulf_summit.scope import current_scope

from .choosers import PersonChooserBlock
from .loading import shown
from .quotation import in_quotation_marks
from .roles import affiliation_on
from .values import organisation_value, person_value, shown_on_page, story_day

__all__ = ["SpeakerQuoteBlock", "story_day"]


def quote_parts(value: Any) -> dict[str, Any]:
    """What the page being shown prints under a quote: ``person``, ``role``, ``organisation`` ``{id, name}``."""
    person = shown_on_page(value.get("person"))
    affiliation = affiliation_on(person, story_day()) if person else None
    organisation = shown(affiliation.organisation, person.locale_id) if affiliation else None
    return {
        "person": person,
        "role": value.get("role_override") or (affiliation.role if affiliation else ""),
        "organisation": organisation_value(organisation, value.get("organisation_override") or ""),
    }


class QuotedTextBlock(blocks.RichTextBlock):
    """Rich text that can cite where citations are installed; a search finds its words without their numbers."""

    def get_searchable_content(self, value: Any) -> list[str]:
        return [searchable_text(value.source)] if self.search_index else []


class SpeakerQuoteBlock(blocks.StructBlock):
    """What somebody said, with the role they held on the day of the article."""

    quote = QuotedTextBlock(label=_("Quote"), features=["bold", "italic", "link", "citation"])
    person = PersonChooserBlock(label=_("Speaker"), required=False)
    attribution = blocks.CharBlock(
        label=_("Attribution as printed"), required=False, help_text=_("The words that lead into the quote.")
    )
    continued = blocks.BooleanBlock(
        label=_("Continues the quote before"), required=False, help_text=_("The same speaker goes on.")
    )
    role_override = blocks.CharBlock(
        label=_("Role, if other than on the day"),
        required=False,
        help_text=_("Leave empty to print the role the speaker held on the day of the story."),
    )
    organisation_override = blocks.CharBlock(label=_("Organisation, if other than on the day"), required=False)

    class Meta:
        icon = "openquote"
        label = _("Speaker quote")
        label_format = "{person}: {quote}"
        template = "gulf_summit_people/blocks/speaker_quote.html"
        form_layout = blocks.BlockGroup(
            children=["quote", "person", "attribution", "continued"],
            settings=["role_override", "organisation_override"],
        )

    def get_context(self, value: Any, parent_context: Any = None) -> dict[str, Any]:
        context = super().get_context(value, parent_context)
        html = display_html(value["quote"].source)
        return {**context, **quote_parts(value), "quote_html": in_quotation_marks(html, language_of_page())}

    def get_api_representation(self, value: Any, context: Any = None) -> dict[str, Any]:
        parts = quote_parts(value)
        return {
            "quote": display_html(value["quote"].source),
            "person": person_value(parts["person"]),
            "role": parts["role"],
            "organisation": parts["organisation"],
            "attribution": value.get("attribution") or "",
            "continued": bool(value.get("continued")),
            # The editor's own words, so that what an API gave can be sent back.
            "role_override": value.get("role_override") or "",
            "organisation_override": value.get("organisation_override") or "",
        }


def language_of_page() -> str:
    """The language code of the page being shown; outside any, the active language."""
    scope = current_scope()
    locale = getattr(scope.page, "locale", None) if scope else None
    return locale.language_code if locale else (get_language() or "ar")
