"""What a document tells about the comments of its page."""

from typing import Any

from wagtail_gulf_summit.comments.installed import comments_installed
from wagtail_gulf_summit.scope import note_change

from .pages import site_of


def comments_info(page: Any) -> dict[str, Any]:
    """A ``CommentsInfo``; where reader comments are not installed, they are closed."""
    if not comments_installed():
        return {"policy": "closed", "count": 0}
    from wagtail_gulf_summit.comments.counts import approved_under
    from wagtail_gulf_summit.comments.policy import policy_of

    policy = policy_of(page)
    note_change(policy.closes_at)
    count = approved_under(page, site_of(page)) if policy.shows_comments else 0
    return {"policy": str(policy.in_force().value), "count": count}
