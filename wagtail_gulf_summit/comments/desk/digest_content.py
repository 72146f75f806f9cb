"""What a moderator's digest says: numbers and places, never a comment's words."""

from collections import Counter
from typing import Any

from django.contrib.auth import get_user_model
from django.db.models import Min
from django.urls import reverse

from wagtail_gulf_summit.comments.pages import page_model
from wagtail_gulf_summit.comments.states import State
from wagtail_gulf_summit.conf import conf

from .permissions import visible_comments, visible_counts

SECTIONS_NAMED = 10


def digest_of(user_id: int) -> dict[str, Any] | None:
    """What waits for this moderator now; ``None`` when nothing does, or they moderate no more. Five queries."""
    user = get_user_model().objects.filter(pk=user_id, is_active=True).first()
    if user is None:
        return None
    rows = visible_counts(user).filter(pending__gt=0).values_list("page__path", "pending")
    by_section: Counter[str] = Counter()
    for path, waiting in rows:
        by_section[path[: -page_model().steplen]] += waiting
    if not by_section:
        return None
    titles = dict(page_model().objects.filter(path__in=by_section).values_list("path", "title"))
    oldest = visible_comments(user).filter(state=State.PENDING).aggregate(oldest=Min("created_at"))["oldest"]
    return {
        "waiting": sum(by_section.values()),
        "oldest": oldest,
        "sections": [(titles.get(path, ""), waiting) for path, waiting in by_section.most_common(SECTIONS_NAMED)],
        "link": f"{conf.WAGTAILADMIN_BASE_URL}{reverse('reader_comments:index')}",
    }
