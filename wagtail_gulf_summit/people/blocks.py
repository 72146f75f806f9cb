"""Blocks that name a person."""

from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.snippets.blocks import SnippetChooserBlock

from wagtail_gulf_summit.images import image_value
from wagtail_gulf_summit.richtext import display_html
from wagtail_gulf_summit.scope import current_scope

from .roles import affiliation_on


def story_day():
    """The day of the page being shown: its first publication, else today."""
    scope = current_scope()
    published = getattr(scope.page, "first_published_at", None) if scope else None
    return timezone.localdate(published) if published else timezone.localdate()


def person_value(person):
    if person is None:
        return None
    return {"id": person.pk, "name": person.name, "slug": person.slug, "photo": image_value(person.photo, person.name)}


class SpeakerQuoteBlock(blocks.StructBlock):
    """What somebody said, with the role they held on the day of the article."""

    quote = blocks.RichTextBlock(label=_("quote"), features=["bold", "italic", "link", "citation"])
    person = SnippetChooserBlock("gulf_summit_people.Person", label=_("speaker"), required=False)
    role_override = blocks.CharBlock(label=_("role, if other than on the day"), required=False)
    attribution = blocks.CharBlock(label=_("attribution as printed"), required=False)
    continued = blocks.BooleanBlock(label=_("continues the quote before"), required=False)

    class Meta:
        icon = "openquote"
        label = _("Speaker quote")
        template = "gulf_summit_people/blocks/speaker_quote.html"

    def role_and_organisation(self, value):
        affiliation = affiliation_on(value["person"], story_day()) if value["person"] else None
        role = value["role_override"] or (affiliation.role if affiliation else "")
        return role, affiliation.organisation if affiliation else None

    def get_context(self, value, parent_context=None):
        context = super().get_context(value, parent_context)
        context["role"], context["organisation"] = self.role_and_organisation(value)
        return context

    def get_api_representation(self, value, context=None):
        role, organisation = self.role_and_organisation(value)
        return {
            "quote": display_html(value["quote"].source),
            "person": person_value(value["person"]),
            "role": role,
            "organisation": {"id": organisation.pk, "name": organisation.name} if organisation else None,
            "attribution": value["attribution"],
            "continued": value["continued"],
        }
