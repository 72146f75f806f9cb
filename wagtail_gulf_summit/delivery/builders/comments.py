"""What a document tells about the comments of its page."""

from typing import Any

from wagtail_gulf_summit.comments.installed import comments_installed

from .pages import note_change, site_of


def comments_info(page: Any) -> dict[str, Any]:
    """A ``CommentsInfo``; where reader comments are not installed, they are closed."""
    if not comments_installed():
        return {"policy": "closed", "count": 0}
    from wagtail_gulf_summit.comments.counts import public_counts
    from wagtail_gulf_summit.comments.policy import policy_of

    policy = policy_of(page)
    note_change(policy.closes_at)
    count = public_counts([page.pk], site_of(page)).get(page.pk, 0) if policy.shows_comments else 0
    return {"policy": str(policy.in_force().value), "count": count}
