"""The reader comment: what it says is kept by django-comments-xtd, what was decided about it is kept here."""

from functools import cache
from typing import Any

import swapper
from django.db import models
from django.db.models.signals import pre_save
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django_comments.models import Comment
from django_comments_xtd.models import XtdComment, publish_or_unpublish_on_pre_save

from wagtail_gulf_summit.arabic.bidi import direction
from wagtail_gulf_summit.comments.states import State
from wagtail_gulf_summit.conf import conf

KEY_LENGTH = 64


class ReaderCommentQuerySet(models.QuerySet):
    def waiting(self) -> "ReaderCommentQuerySet":
        return self.filter(state=State.PENDING)

    def approved(self) -> "ReaderCommentQuerySet":
        return self.filter(state=State.APPROVED)


class ReaderComment(XtdComment):
    """One comment of a reader on a page.

    ``state`` is written by ``transitions.transition`` alone; ``is_public``,
    ``is_removed``, ``shown`` and ``listed_at`` follow from it.

    A root has neither ``root`` nor ``reply_to``. A reply has both, and a
    ``position``, given out under a lock of the root: its place in the thread.
    """

    page = models.ForeignKey(
        swapper.get_model_name("wagtailcore", "Page"),
        verbose_name=_("page"),
        on_delete=models.CASCADE,
        related_name="reader_comments",
        db_index=False,
    )
    conversation = models.UUIDField(_("conversation"), editable=False, help_text=_("The page's translation key."))
    root = models.ForeignKey(
        "self", verbose_name=_("thread"), null=True, on_delete=models.CASCADE, related_name="thread", db_index=False
    )
    reply_to = models.ForeignKey(
        "self", verbose_name=_("in reply to"), null=True, on_delete=models.CASCADE, related_name="replies"
    )
    position = models.PositiveIntegerField(_("place in the thread"), default=0)
    last_position = models.PositiveIntegerField(_("last place given out"), default=0)

    state = models.CharField(_("state"), max_length=12, choices=State.choices, default=State.UNCONFIRMED)
    shown = models.BooleanField(_("shown"), default=False, help_text=_("Approved, or holds the place of one that is."))
    listed_at = models.DateTimeField(_("listed under"), null=True, help_text=_("Time of a root that is shown."))
    pinned = models.BooleanField(_("pinned"), default=False)

    created_at = models.DateTimeField(_("posted"), default=timezone.now)
    edited_at = models.DateTimeField(_("edited"), null=True)
    language = models.CharField(_("language"), max_length=16)

    reason = models.CharField(_("reason"), max_length=40, blank=True)
    held_by = models.CharField(_("held by"), max_length=40, blank=True, help_text=_("The rule that decided at first."))
    moderator = models.ForeignKey(
        conf.AUTH_USER_MODEL,
        verbose_name=_("moderator"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    moderated_at = models.DateTimeField(_("decided"), null=True)
    signals = models.JSONField(_("findings of the rules"), default=list, blank=True)
    score = models.PositiveSmallIntegerField(_("score"), default=0, help_text=_("The sum of the findings' weights."))
    report_count = models.PositiveIntegerField(_("reports"), default=0)
    search_text = models.TextField(
        default="", blank=True, help_text=_("Name and text, folded, for the desk's search.")
    )

    author_key = models.CharField(_("author key"), max_length=KEY_LENGTH, help_text=_("Keyed hash of the e-mail."))
    ip_key = models.CharField(
        _("address key"), max_length=KEY_LENGTH, blank=True, help_text=_("Keyed hash of the IP.")
    )
    confirmation_digest = models.CharField(max_length=KEY_LENGTH, null=True, unique=True)  # noqa: DJ001 - unique or absent
    confirm_until = models.DateTimeField(_("confirm until"), null=True)
    confirmed_at = models.DateTimeField(_("confirmed"), null=True)
    token_digest = models.CharField(max_length=KEY_LENGTH, null=True, unique=True)  # noqa: DJ001
    content_digest = models.CharField(max_length=KEY_LENGTH, null=True, unique=True)  # noqa: DJ001
    idempotency_digest = models.CharField(max_length=KEY_LENGTH, null=True, unique=True)  # noqa: DJ001

    objects = ReaderCommentQuerySet.as_manager()

    # Thousands of comments are no "references" that stand against deleting a page.
    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("reader comment")
        verbose_name_plural = _("reader comments")
        ordering: list[str] = []
        default_permissions = ()
        indexes = [
            # "pinned" before the time: without it, the search for pinned roots would read every root of the page.
            models.Index(fields=["page", "pinned", "listed_at", "xtdcomment_ptr"], name="gs_comment_roots"),
            models.Index(fields=["conversation", "pinned", "listed_at", "xtdcomment_ptr"], name="gs_comment_joined"),
            models.Index(fields=["root", "position"], name="gs_comment_thread"),
            models.Index(fields=["state", "created_at", "xtdcomment_ptr"], name="gs_comment_queue"),
            models.Index(fields=["page", "state", "created_at"], name="gs_comment_page"),
            models.Index(fields=["author_key", "state"], name="gs_comment_author"),
            models.Index(fields=["ip_key", "created_at"], name="gs_comment_ip"),
            models.Index(fields=["created_at"], name="gs_comment_created"),
            models.Index(fields=["moderated_at"], name="gs_comment_moderated"),
        ]

    def __str__(self) -> str:
        # Also kept by Wagtail's log, so it holds nothing personal.
        return str(_("Comment %(id)s") % {"id": self.pk})

    @property
    def dir(self) -> str:
        return direction(self.language)

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save without django-comments-xtd's thread arithmetic."""
        super(Comment, self).save(*args, **kwargs)

    def save_base(self, *args: Any, **kwargs: Any) -> None:
        """Every way to save a row ends here, that of ``loaddata`` as well."""
        _detach_xtd_cascade_once()
        super().save_base(*args, **kwargs)


def detach_xtd_cascade() -> None:
    """Stop a saved parent from publishing its hidden replies.

    Called when we are ready and again at the first save: django-comments-xtd
    connects its receiver in its own ``ready()``, which runs before or after
    ours as INSTALLED_APPS has it.
    """
    pre_save.disconnect(publish_or_unpublish_on_pre_save, sender=ReaderComment)


_detach_xtd_cascade_once = cache(detach_xtd_cascade)
