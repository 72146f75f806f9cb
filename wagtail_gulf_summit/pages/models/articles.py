"""The news pages that are ready to use."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import Page

from wagtail_gulf_summit.articles.mixins import ArticlePageMixin, SectionPageMixin


class FrontPage(Page):
    """The front page of the site in one language."""

    class Meta:
        verbose_name = _("front page")
        verbose_name_plural = _("front pages")


class SectionPage(SectionPageMixin, Page):
    """A section with its articles."""

    content_panels = [*Page.content_panels, FieldPanel("intro")]

    class Meta:
        verbose_name = _("section")
        verbose_name_plural = _("sections")


class ArticlePage(ArticlePageMixin, Page):
    """A news article."""

    content_panels = [
        FieldPanel("kicker"),
        *Page.content_panels,
        FieldPanel("standfirst"),
        FieldPanel("dateline_place"),
        FieldPanel("dateline_agency"),
        FieldPanel("dateline_text"),
        FieldPanel("body"),
        FieldPanel("bylines"),
        FieldPanel("topics"),
        FieldPanel("summits"),
        FieldPanel("corrections"),
    ]
    parent_page_types = ["gulf_summit_pages.SectionPage", "gulf_summit_pages.FrontPage"]

    class Meta:
        verbose_name = _("article")
        verbose_name_plural = _("articles")
