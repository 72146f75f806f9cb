"""Readers who asked to be told of replies, and how they ask no more. The link in the mail is all the proof."""

from typing import Any

from django.core.signing import BadSignature, Signer
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext_lazy as _
from django_comments_xtd.models import XtdComment

from wagtail_gulf_summit.conf import conf

from .errors import Refusal
from .models import OutboxMail, ReaderComment
from .states import State

_signer = Signer(salt="gulf_summit.comments.following")


def followed(mail: OutboxMail) -> ReaderComment | None:
    """The comment whose author is told of a reply, if they still want to be."""
    there = ReaderComment.objects.filter(pk=mail.context.get("answered", 0), followup=True, state=State.APPROVED)
    return there.first()


def unsubscribe_link(comment: ReaderComment, site: Any) -> str:
    """Where the author of ``comment`` ends these mails; empty where the pages for readers are not mounted."""
    token = _signer.sign_object({"a": comment.author_key, "l": comment.language})
    try:
        path = reverse("gulf_summit_comments:unsubscribe")
    except NoReverseMatch:
        return ""
    return f"{site.root_url if site else conf.WAGTAILADMIN_BASE_URL}{path}?token={token}"


def read_token(token: str) -> tuple[str, str]:
    """The author's key and language; refused when the token is not ours. It never expires, as the mail does not."""
    try:
        payload = _signer.unsign_object(token)
    except (BadSignature, ValueError):
        raise Refusal("unsubscribe-invalid", _("This link is not valid.")) from None
    return payload["a"], payload["l"]


def unsubscribe(author_key: str) -> None:
    """No more mails about replies to what this author has written so far."""
    mine = ReaderComment.objects.filter(author_key=author_key, followup=True).order_by()
    XtdComment.objects.filter(pk__in=list(mine.values_list("pk", flat=True))).update(followup=False)
