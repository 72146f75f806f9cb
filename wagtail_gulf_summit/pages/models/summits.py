"""The summit pages that are ready to use."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, InlinePanel
from wagtail.fields import RichTextField
from wagtail.models import Page
from wagtail.snippets.blocks import SnippetChooserBlock

from wagtail_gulf_summit.events.mixins import SummitPageMixin
from wagtail_gulf_summit.fields import FrozenStreamField


class SummitSeriesPage(Page):
    """A series of summits; its editions are its children."""

    intro = RichTextField(_("introduction"), blank=True, features=["bold", "italic", "link"])

    content_panels = [*Page.content_panels, FieldPanel("intro")]

    class Meta:
        verbose_name = _("summit series")
        verbose_name_plural = _("summit series")


class SummitPage(SummitPageMixin, Page):
    """One summit."""

    topics = FrozenStreamField(
        [("topic", SnippetChooserBlock("gulf_summit_articles.Topic", label=_("topic")))],
        verbose_name=_("topics"),
        blank=True,
    )

    content_panels = [
        *Page.content_panels,
        FieldPanel("topics"),
        InlinePanel("summit_sessions", label=_("Session"), heading=_("Sessions")),
    ]

    class Meta:
        verbose_name = _("summit")
        verbose_name_plural = _("summits")
