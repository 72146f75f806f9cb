"""The summit pages that are ready to use."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import Page
from wagtail.search import index

from wagtail_gulf_summit.arabic.mixins import ReadablePageMixin
from wagtail_gulf_summit.articles.blocks import TopicChooserBlock
from wagtail_gulf_summit.compat import api_field
from wagtail_gulf_summit.events.mixins import SummitPageMixin, SummitSeriesMixin
from wagtail_gulf_summit.events.panels import summit_edit_handler
from wagtail_gulf_summit.fields import FrozenStreamField, RichTextField


class SummitSeriesPage(SummitSeriesMixin, ReadablePageMixin, Page):
    """A series of summits; its editions are its children."""

    intro = RichTextField(_("introduction"), blank=True, features=["bold", "italic", "link"])

    content_panels = [*Page.content_panels, FieldPanel("intro")]
    search_fields = [*Page.search_fields, index.SearchField("intro")]
    api_fields = [api_field("intro", writable=True)]
    subpage_types = ["gulf_summit_pages.SummitPage"]

    class Meta:
        verbose_name = _("summit series")
        verbose_name_plural = _("summit series")


class SummitPage(SummitPageMixin, ReadablePageMixin, Page):
    """One summit."""

    topics = FrozenStreamField([("topic", TopicChooserBlock(label=_("Topic")))], verbose_name=_("topics"), blank=True)

    edit_handler = summit_edit_handler(Page, SummitPageMixin.comment_policy_panels, (FieldPanel("topics"),))
    api_fields = [*SummitPageMixin.api_fields, api_field("topics", writable=True)]
    search_fields = [*Page.search_fields, *SummitPageMixin.summit_search_fields]
    exclude_fields_in_copy = SummitPageMixin.exclude_fields_in_copy
    subpage_types: list[str] = []

    class Meta:
        verbose_name = _("summit")
        verbose_name_plural = _("summits")
