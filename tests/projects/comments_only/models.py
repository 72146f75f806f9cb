"""Another publisher's page types, which carry our comment policy."""

from wagtail.models import Page

from wagtail_gulf_summit.comments.mixins import CommentPolicyMixin


class PlainPage(Page):
    """Knows nothing of comments."""


class BlogSection(CommentPolicyMixin, Page):
    accepts_comments = False
    settings_panels = [*Page.settings_panels, *CommentPolicyMixin.comment_policy_panels]


class BlogPage(CommentPolicyMixin, Page):
    settings_panels = [*Page.settings_panels, *CommentPolicyMixin.comment_policy_panels]


class ReviewPage(BlogPage):
    """A page type made from another one."""
