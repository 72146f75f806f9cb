"""Mails that tell moderators what waits in their sections."""

from typing import Any

from django.contrib.auth import get_user_model
from django.utils import timezone
from wagtail.users.models import UserProfile

from wagtail_gulf_summit.comments import outbox
from wagtail_gulf_summit.comments.models import OutboxMail

from .digest_content import digest_of


def moderators() -> Any:
    """Active users with an address whose group moderates a section."""
    users = get_user_model().objects.filter(is_active=True, groups__comment_permissions__isnull=False)
    return users.exclude(email="").distinct().order_by("pk")


def queue_digests() -> int:
    """Put one digest a day in the outbox for each moderator for whom something waits; returns how many."""
    today = timezone.localdate().isoformat()
    queued = 0
    for user in moderators().iterator():
        dedupe = f"digest:{user.pk}:{today}"
        if OutboxMail.objects.filter(dedupe=dedupe).exists() or digest_of(user.pk) is None:
            continue
        outbox.queue(
            OutboxMail.Kind.DIGEST,
            to=user.email,
            language=UserProfile.get_for_user(user).get_preferred_language(),
            context={"user": user.pk},
            dedupe=dedupe,
        )
        queued += 1
    return queued
