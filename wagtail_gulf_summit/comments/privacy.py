"""A person's right to a copy of their comments and to have them erased, on proof of their e-mail address."""

import time
from collections.abc import Callable, Iterator
from typing import Any

from django.core.exceptions import ValidationError
from django.core.signing import BadSignature, Signer
from django.db.models import Q, QuerySet
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from wagtail_gulf_summit.conf import conf

from . import outbox, rates
from .clean import clean_email
from .errors import Refusal, StateConflict, invalid
from .models import OutboxMail, ReaderComment, ReaderStanding
from .readers import author_key, digest
from .states import State
from .transitions import transition

EXPORT, ERASE = "export", "erase"
EXPORTED_AT_ONCE = 500
_signer = Signer(salt="gulf_summit.comments.privacy")


def request_proof(email: str, purpose: str, reader_ip_key: str) -> None:
    """Mail a link to the address, if there are comments of it. Nothing tells the asker whether there are."""
    try:
        key = author_key(clean_email(email))
    except ValidationError as error:
        raise invalid({"email": error.message}) from None
    rates.hit("mail_address", key)
    if reader_ip_key:
        rates.hit("mail_ip", reader_ip_key)
    newest = of_author(key).exclude(user_email="").order_by("-pk").first()
    if newest is None:
        return
    token = _signer.sign_object({"a": key, "w": purpose, "t": int(time.time())})
    outbox.queue(
        OutboxMail.Kind.PROOF,
        # The address as it is kept here, not as it was typed.
        to=newest.user_email,
        language=newest.language or get_language() or "",
        context={"token": token, "purpose": purpose},
        dedupe=f"proof:{digest('proof', token)}",
        unseen=True,
    )


def read_proof(token: str, purpose: str) -> str:
    """The author key that the token stands for; refused when it is not for this purpose, or too old."""
    try:
        payload: dict[str, Any] = _signer.unsign_object(token)
    except (BadSignature, ValueError):
        payload = {}
    if payload.get("w") != purpose:
        raise Refusal("proof-invalid", _("This link is not valid."))
    if time.time() - payload["t"] > conf.GULF_SUMMIT_COMMENTS_CONFIRM_HOURS * 3600:
        raise Refusal("proof-expired", _("This link has expired. Ask for a new one."))
    return str(payload["a"])


def of_author(key: str) -> QuerySet:
    """The comments, not yet erased, that are kept under one author key."""
    return ReaderComment.objects.filter(author_key=key).exclude(state=State.ERASED)


def of_email(email: str) -> QuerySet:
    """All comments of one address, also of members and those kept under an earlier secret key. Reads the table."""
    same = Q(author_key=author_key(email)) | Q(user_email__iexact=email) | Q(user__email__iexact=email)
    return ReaderComment.objects.filter(same).exclude(state=State.ERASED)


def export(comments: QuerySet) -> Iterator[dict[str, Any]]:
    """All that is kept of what a person wrote, and of what they told about themselves, one comment after the other."""
    rows = comments.select_related("page").prefetch_related("revisions").order_by("created_at", "pk")
    return map(_exported, rows.iterator(chunk_size=EXPORTED_AT_ONCE))


def _exported(comment: ReaderComment) -> dict[str, Any]:
    return {
        "id": comment.pk,
        "page": {"id": comment.page_id, "title": comment.page.title, "url": comment.page.full_url},
        "reply_to": comment.reply_to_id,
        "state": comment.state,
        "reason": comment.reason,
        "name": comment.user_name,
        "email": comment.user_email,
        "url": comment.user_url,
        "language": comment.language,
        "follow_up": comment.followup,
        "body": comment.comment,
        "earlier_versions": [
            {"body": version.body, "replaced_at": version.replaced_at}
            for version in sorted(comment.revisions.all(), key=lambda version: version.pk)
        ],
        "created_at": comment.created_at,
        "edited_at": comment.edited_at,
        "confirmed_at": comment.confirmed_at,
    }


def erase(comments: QuerySet, email: str = "", on_each: Callable[[], object] = lambda: None) -> int:
    """Erase comments one by one, each in a transaction of its own: stopped half-way, it can be run again.

    ``email`` also takes the address out of the outbox. Bans and trust stay, as
    keyed hashes without a name.
    """
    erased = 0
    for pk, key, address in list(comments.order_by("pk").values_list("pk", "author_key", "user_email")):
        try:
            transition(pk, State.ERASED, reason="request")
            erased += 1
        except StateConflict:
            pass  # erased by somebody else meanwhile
        if key:
            ReaderStanding.objects.filter(subject=ReaderStanding.Subject.EMAIL, key=key).update(name="", reason="")
        email = email or address
        on_each()
    if email:
        OutboxMail.objects.filter(to__iexact=email).delete()
    return erased
