"""The summit pages that are ready to use."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, InlinePanel
from wagtail.models import Page

from wagtail_gulf_summit.events.mixins import SummitPageMixin


class SummitSeriesPage(Page):
    """A series of summits; its editions are its children."""

    class Meta:
        verbose_name = _("summit series")
        verbose_name_plural = _("summit series")


class SummitPage(SummitPageMixin, Page):
    """One summit."""

    content_panels = [
        *Page.content_panels,
        *[FieldPanel(name) for name in SummitPageMixin.panel_fields],
        InlinePanel("summit_sessions", label=_("Session"), heading=_("Sessions")),
    ]

    class Meta:
        verbose_name = _("summit")
        verbose_name_plural = _("summits")
