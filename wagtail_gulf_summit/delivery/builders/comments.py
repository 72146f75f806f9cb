"""What a document tells about the comments of its page."""

from typing import Any

from wagtail_gulf_summit.comments.installed import comments_installed

from .pages import note_change


def comments_info(page: Any) -> dict[str, Any]:
    """A ``CommentsInfo``; where reader comments are not installed, they are closed."""
    if not comments_installed():
        return {"policy": "closed", "count": 0}
    from wagtail_gulf_summit.comments.policy import policy_of

    policy = policy_of(page)
    note_change(policy.closes_at)
    count = _approved(page) if policy.shows_comments else 0
    return {"policy": str(policy.in_force().value), "count": count}


def _approved(page: Any) -> int:
    from wagtail_gulf_summit.comments.models.counters import PageCounts

    return PageCounts.objects.filter(page_id=page.pk).values_list("approved", flat=True).first() or 0
