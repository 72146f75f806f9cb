"""The publisher's own page types, made of our mixins and their base page."""

from tests.projects.swapped_page.base.models import BasePage
from wagtail_gulf_summit.articles.mixins import ArticlePageMixin, SectionPageMixin
from wagtail_gulf_summit.articles.panels import article_edit_handler, section_panels
from wagtail_gulf_summit.events.mixins import SummitPageMixin


class StorySection(SectionPageMixin, BasePage):
    content_panels = [*BasePage.content_panels, *section_panels]


class StoryPage(ArticlePageMixin, BasePage):
    edit_handler = article_edit_handler(BasePage)
    search_fields = [*BasePage.search_fields, *ArticlePageMixin.article_search_fields]


class MeetingPage(SummitPageMixin, BasePage):
    search_fields = [*BasePage.search_fields, *SummitPageMixin.summit_search_fields]
