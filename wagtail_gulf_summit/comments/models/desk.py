"""What moderators keep: whose section is whose, bans and trust, notes, word lists."""

import swapper
from django.contrib.auth.models import Group
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from wagtail_gulf_summit.conf import conf

from .comment import KEY_LENGTH, ReaderComment


class GroupCommentPermission(models.Model):
    """A group moderates the comments of a page and of every page below it."""

    group = models.ForeignKey(
        Group, verbose_name=_("group"), on_delete=models.CASCADE, related_name="comment_permissions"
    )
    page = models.ForeignKey(
        swapper.get_model_name("wagtailcore", "Page"),
        verbose_name=_("page"),
        on_delete=models.CASCADE,
        related_name="+",
    )

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("comment moderation of a group")
        verbose_name_plural = _("comment moderation of groups")
        constraints = [models.UniqueConstraint(fields=["group", "page"], name="gs_one_moderation_per_group_and_page")]

    def __str__(self) -> str:
        return f"{self.group} – {self.page}"


class ReaderStanding(models.Model):
    """A ban or a trust, of an e-mail address or of an IP address; both are kept as keyed hashes."""

    class Standing(models.TextChoices):
        BANNED = "banned", _("Banned")
        TRUSTED = "trusted", _("Trusted")

    class Subject(models.TextChoices):
        EMAIL = "email", _("E-mail address")
        IP = "ip", _("IP address")

    subject = models.CharField(_("kind"), max_length=8, choices=Subject.choices)
    key = models.CharField(_("key"), max_length=KEY_LENGTH)
    standing = models.CharField(_("standing"), max_length=8, choices=Standing.choices)
    name = models.CharField(_("name"), max_length=50, blank=True, help_text=_("The name of the comment it came from."))
    page = models.ForeignKey(
        swapper.get_model_name("wagtailcore", "Page"),
        verbose_name=_("page"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("Where it came from: its moderators see it."),
    )
    reason = models.CharField(_("reason"), max_length=255, blank=True)
    expires_at = models.DateTimeField(_("until"), null=True, blank=True, help_text=_("Empty: for good."))
    created_by = models.ForeignKey(
        conf.AUTH_USER_MODEL, verbose_name=_("by"), null=True, on_delete=models.SET_NULL, related_name="+"
    )
    created_at = models.DateTimeField(_("since"), default=timezone.now)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("ban or trust")
        verbose_name_plural = _("bans and trust")
        constraints = [models.UniqueConstraint(fields=["subject", "key"], name="gs_one_standing_per_reader")]

    def __str__(self) -> str:
        return f"{self.name}: {self.get_standing_display()}"


class ModeratorNote(models.Model):
    """What moderators tell each other about a comment; readers never see it."""

    comment = models.ForeignKey(
        ReaderComment, verbose_name=_("comment"), on_delete=models.CASCADE, related_name="notes"
    )
    user = models.ForeignKey(
        conf.AUTH_USER_MODEL, verbose_name=_("by"), null=True, on_delete=models.SET_NULL, related_name="+"
    )
    text = models.TextField(_("note"))
    created_at = models.DateTimeField(_("written"), default=timezone.now)

    class Meta:
        verbose_name = _("moderator's note")
        verbose_name_plural = _("moderators' notes")

    def __str__(self) -> str:
        return self.text[:60]


class WordRule(models.Model):
    """A word or phrase that refuses or holds a comment."""

    class Verdict(models.TextChoices):
        REJECT = "reject", _("Reject the comment")
        HOLD = "hold", _("Hold the comment for review")

    phrase = models.CharField(
        _("word or phrase"),
        max_length=100,
        unique=True,
        help_text=_(
            "Matched as whole words, whatever their spelling: hamza, tashkeel, tatweel and capitals are ignored."
        ),
    )
    with_prefixes = models.BooleanField(
        _("also after the Arabic article and attached particles"),
        default=False,
        help_text=_("Also finds the word after و، ف، ب، ك، ل and ال."),
    )
    verdict = models.CharField(_("verdict"), max_length=8, choices=Verdict.choices, default=Verdict.HOLD)

    class Meta:
        verbose_name = _("word rule")
        verbose_name_plural = _("word rules")

    def __str__(self) -> str:
        return self.phrase
