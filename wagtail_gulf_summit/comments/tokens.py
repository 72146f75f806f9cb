"""Signed and random tokens: for the form, for editing, for the confirmation mail."""

import secrets
import time
from dataclasses import dataclass
from typing import Any

from django.core.signing import BadSignature, Signer
from django.utils.translation import gettext_lazy as _

from wagtail_gulf_summit.conf import conf

from .errors import Refusal
from .readers import digest

_form = Signer(salt="gulf_summit.comments.form")
_edit = Signer(salt="gulf_summit.comments.edit")


@dataclass(frozen=True)
class FormToken:
    """A form token that was found genuine; ``digest`` is kept with the comment, so that it serves once."""

    page_id: int
    digest: str
    age: float


def issue_form_token(page_id: int, user_id: int | None) -> str:
    """A token for one comment on one page by one member, or by any guest."""
    return new_form_token(page_id, user_id)[0]


def new_form_token(page_id: int, user_id: int | None) -> tuple[str, str]:
    """As ``issue_form_token``, with the digest under which the token will be known."""
    nonce = secrets.token_urlsafe(12)
    token = _form.sign_object({"p": page_id, "u": user_id or 0, "t": int(time.time() * 1000), "n": nonce})
    return token, digest("form", nonce)


def read_form_token(token: str, page_id: int, user_id: int | None) -> FormToken:
    """What the token says; refused when missing, forged, too young, too old, another page's or another member's."""
    if not token:
        raise Refusal("token-missing", _("Ask for a token first."))
    payload = _unsign(_form, token)
    if payload is None or payload["p"] != page_id or payload["u"] != (user_id or 0):
        raise Refusal("token-invalid", _("The form's token does not belong here. Load the page again."))
    age = time.time() - payload["t"] / 1000
    youngest, oldest = conf.GULF_SUMMIT_COMMENTS_TOKEN_AGE
    if age < youngest:
        raise Refusal(
            "token-too-early", _("That was very quick. Try again in a moment."), retry_after=int(youngest - age) + 1
        )
    if age > oldest:
        raise Refusal("token-expired", _("The form was open for too long. Load the page again."))
    return FormToken(page_id, digest("form", payload["n"]), age)


def issue_edit_token(comment_id: int) -> str:
    """The proof that its bearer wrote the comment."""
    return _edit.sign_object({"c": comment_id})


def check_edit_token(token: str, comment_id: int) -> None:
    """Refuse a token that is not this comment's."""
    payload = _unsign(_edit, token)
    if payload is None or payload["c"] != comment_id:
        raise Refusal("edit-token-invalid", _("Only its author can change a comment."))


def new_confirmation() -> tuple[str, str]:
    """A random token for the mail, and the digest that is stored of it."""
    token = secrets.token_urlsafe(32)
    return token, confirmation_digest(token)


def confirmation_digest(token: str) -> str:
    return digest("confirmation", token)


def _unsign(signer: Signer, token: str) -> dict[str, Any] | None:
    try:
        return signer.unsign_object(token)
    except (BadSignature, ValueError):
        return None
