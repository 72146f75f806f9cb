"""What a page type needs to carry a comment policy.

Importable on a site without reader comments: it needs neither this room in
``INSTALLED_APPS`` nor django-comments-xtd.
"""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel

from .panels import ReaderCommentsPanel
from .policies import Policy


class CommentPolicyMixin(models.Model):
    """Mix into a page type: its pages take comments, and their policy holds for the pages below them.

    An empty field inherits from the nearest ancestor that has it filled, and
    at last from the site's settings.
    """

    comment_policy = models.CharField(
        _("reader comments"),
        max_length=24,
        choices=Policy.choices,
        blank=True,
        help_text=_("Leave empty to do as the section above does."),
    )
    comments_close_after = models.PositiveSmallIntegerField(
        _("close comments after (days)"),
        null=True,
        blank=True,
        help_text=_(
            "Days after first publication; 0 keeps comments open. Leave empty to do as the section above does."
        ),
    )

    #: Whether pages of this type take comments themselves. A section sets it to
    #: ``False``: its policy then only holds for the pages below it.
    accepts_comments = True

    #: Add to the page type's ``settings_panels``.
    comment_policy_panels = [
        MultiFieldPanel(
            [FieldPanel("comment_policy"), FieldPanel("comments_close_after"), ReaderCommentsPanel()],
            heading=_("Reader comments"),
        )
    ]

    class Meta:
        abstract = True

    def get_absolute_url(self) -> str:
        """The page's address, under the name that django-comments calls."""
        return self.get_url() or ""
