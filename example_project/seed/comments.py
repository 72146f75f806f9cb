"""Some reader comments in each state, made the way readers and moderators make them."""

import json
import time
from pathlib import Path
from typing import Any

from django.contrib.auth import get_user_model
from django.test.utils import override_settings
from django.utils import translation
from wagtail.models import Page

from wagtail_gulf_summit.comments.models import ReaderComment
from wagtail_gulf_summit.comments.posting import NewComment, post
from wagtail_gulf_summit.comments.states import State
from wagtail_gulf_summit.comments.tokens import issue_form_token
from wagtail_gulf_summit.comments.transitions import transition
from wagtail_gulf_summit.conf import conf

from .data import key
from .ensure import Progress


def load_comments(progress: Progress) -> None:
    """Post the comments of the article and of the summit; a page that has comments is left as it is.

    The summit lies outside the moderators' section: they see nothing of it.
    """
    comments = json.loads(Path(__file__).with_suffix(".json").read_text(encoding="utf-8"))
    waiting = []
    for name, language, items in [(name, *one) for name, languages in comments.items() for one in languages.items()]:
        page = Page.objects.get(translation_key=key(f"page:{name}"), locale__language_code=language).specific
        there = ReaderComment.objects.filter(page=page).count()
        progress.kept["comments"] += there
        if not there:
            waiting += [(page, item, issue_form_token(page.pk, None)) for item in items]
    if waiting:
        time.sleep(conf.GULF_SUMMIT_COMMENTS_TOKEN_AGE[0])  # a form sent at once is refused
    posted: dict[str, int] = {}
    for page, item, token in waiting:
        with translation.override(page.locale.language_code):
            posted[item["id"]] = load_comment(page, item, token, posted)
        progress.note("comments", created=True)
    progress.say("comments")


def load_comment(page: Any, item: dict[str, Any], token: str, posted: dict[str, int]) -> int:
    """Post one comment and take the moderator's decision on it; its primary key."""
    new = NewComment(
        page=page,
        name=item["name"],
        email=f"{item['id']}@example.com",
        body=item["body"],
        token=token,
        parent_id=posted.get(item.get("reply_to", "")),
        idempotency_key=item["id"],
    )
    # The demo asks nobody to confirm, but for the one comment that shows what waits for it.
    with override_settings(GULF_SUMMIT_COMMENTS_CONFIRM_EMAIL=item["state"] == State.UNCONFIRMED):
        comment = post(new).comment
    if item["state"] not in (State.PENDING, State.UNCONFIRMED):
        moderator = get_user_model().objects.get(username="moderator")
        transition(comment.pk, item["state"], user=moderator, reason=item.get("reason", ""))
    return comment.pk
