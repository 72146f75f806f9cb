"""The publisher's own page types."""

from django.db import models
from wagtail.admin.panels import FieldPanel
from wagtail.api import APIField
from wagtail.models import Page

from wagtail_gulf_summit.articles.mixins import ArticlePageMixin
from wagtail_gulf_summit.articles.panels import article_edit_handler
from wagtail_gulf_summit.citations.blocks import CitedRichTextBlock
from wagtail_gulf_summit.citations.mixins import CitedPageMixin
from wagtail_gulf_summit.comments.mixins import CommentPolicyMixin
from wagtail_gulf_summit.fields import FrozenStreamField
from wagtail_gulf_summit.people.blocks import SpeakerQuoteBlock

from .blocks import OurStoryBlock


class OurStory(ArticlePageMixin, Page):
    """Our article with a field and a block of the publisher's, and without its tables."""

    desk = models.CharField(max_length=50, blank=True)
    body = FrozenStreamField(OurStoryBlock(), blank=True)

    edit_handler = article_edit_handler(Page, promotion=[FieldPanel("desk")])
    search_fields = [*Page.search_fields, *ArticlePageMixin.article_search_fields]
    api_fields = [*ArticlePageMixin.api_fields, APIField("desk")]


class Report(CitedPageMixin, CommentPolicyMixin, Page):
    """A page that is no article: it only quotes, cites and takes comments."""

    body = FrozenStreamField([("text", CitedRichTextBlock()), ("voice", SpeakerQuoteBlock())], blank=True)

    cited_fields = ["body"]
    content_panels = [*Page.content_panels, FieldPanel("body")]
    settings_panels = [*CommentPolicyMixin.comment_policy_panels, *Page.settings_panels]
    api_fields = [APIField("body")]
