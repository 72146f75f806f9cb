"""Numbers that are kept instead of counted."""

import swapper
from django.db import models
from django.utils.translation import gettext_lazy as _


class PageCounts(models.Model):
    """How many comments of a page are in each state. Written with the comment, in one transaction."""

    page = models.OneToOneField(
        swapper.get_model_name("wagtailcore", "Page"),
        verbose_name=_("page"),
        primary_key=True,
        on_delete=models.CASCADE,
        related_name="reader_comment_counts",
    )
    unconfirmed = models.IntegerField(default=0)
    pending = models.IntegerField(default=0)
    approved = models.IntegerField(default=0)
    rejected = models.IntegerField(default=0)
    spam = models.IntegerField(default=0)
    removed = models.IntegerField(default=0)
    erased = models.IntegerField(default=0)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("comment counts of a page")
        verbose_name_plural = _("comment counts of pages")

    def __str__(self) -> str:
        return str(self.page_id)


class RateCounter(models.Model):
    """One window of one rate limit, shared by all server processes."""

    key = models.CharField(max_length=200, primary_key=True)
    count = models.PositiveIntegerField(default=0)
    expires_at = models.DateTimeField(db_index=True)

    class Meta:
        verbose_name = _("rate counter")
        verbose_name_plural = _("rate counters")

    def __str__(self) -> str:
        return self.key
