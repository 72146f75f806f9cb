"""The news pages that are ready to use."""

from django.utils.translation import gettext_lazy as _
from wagtail.models import Page
from wagtail.search import index

from wagtail_gulf_summit.arabic.mixins import ReadablePageMixin
from wagtail_gulf_summit.articles.mixins import ArticlePageMixin, SectionPageMixin, TopicPageMixin
from wagtail_gulf_summit.articles.panels import article_edit_handler, section_panels, topic_panels
from wagtail_gulf_summit.people.mixins import PersonPageMixin
from wagtail_gulf_summit.people.panels import person_page_panels


class FrontPage(ReadablePageMixin, Page):
    """The front page of the site in one language."""

    class Meta:
        verbose_name = _("front page")
        verbose_name_plural = _("front pages")


class SectionPage(SectionPageMixin, ReadablePageMixin, Page):
    """A section with its articles."""

    content_panels = [*Page.content_panels, *section_panels]
    settings_panels = [*SectionPageMixin.comment_policy_panels, *Page.settings_panels]
    search_fields = [*Page.search_fields, index.SearchField("intro")]

    class Meta:
        verbose_name = _("section")
        verbose_name_plural = _("sections")


class ArticlePage(ArticlePageMixin, ReadablePageMixin, Page):
    """A news article."""

    edit_handler = article_edit_handler(Page)
    search_fields = [*Page.search_fields, *ArticlePageMixin.article_search_fields]
    parent_page_types = ["gulf_summit_pages.SectionPage", "gulf_summit_pages.FrontPage"]
    subpage_types: list[str] = []
    exclude_fields_in_copy = ArticlePageMixin.exclude_fields_in_copy

    class Meta:
        verbose_name = _("article")
        verbose_name_plural = _("articles")


class TopicPage(TopicPageMixin, ReadablePageMixin, Page):
    """The stories on one topic."""

    content_panels = [*Page.content_panels, *topic_panels]
    search_fields = [*Page.search_fields, index.SearchField("intro")]
    subpage_types: list[str] = []

    class Meta:
        verbose_name = _("topic page")
        verbose_name_plural = _("topic pages")


class PersonPage(PersonPageMixin, ReadablePageMixin, Page):
    """One person, with what they said and wrote."""

    content_panels = [*Page.content_panels, *person_page_panels]
    subpage_types: list[str] = []

    class Meta:
        verbose_name = _("person page")
        verbose_name_plural = _("person pages")
