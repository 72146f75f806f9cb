"""A reader posts a comment: from what was typed to one stored row."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.models import Q
from django.utils import translation
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django_comments.signals import comment_was_posted, comment_will_be_posted
from django_comments_xtd.models import XtdComment
from wagtail.coreutils import get_content_languages

from wagtail_gulf_summit.arabic.bidi import strip_unsafe
from wagtail_gulf_summit.conf import conf

from . import counts, outbox, visibility
from .candidates import candidate_of, content_digest, search_text
from .challenge import check_challenge
from .clean import NAME_LENGTH, CleanInput, clean_body, clean_input, detect_language, is_visible
from .errors import Refusal, invalid
from .models import ReaderComment
from .pipeline.judge import Judgement, judge
from .pipeline.rules import REPEATED, repeated
from .placing import place_reply
from .readers import author_key, digest, ip_key
from .signals import comment_posted
from .states import State, derived_flags
from .tokens import FormToken, new_confirmation, read_form_token


@dataclass(frozen=True)
class NewComment:
    """What came in. ``page`` is public and takes comments; ``user`` is ``None`` for a guest."""

    page: Any
    body: str
    token: str
    name: str = ""
    email: str = ""
    url: str = ""
    parent_id: int | None = None
    language: str = ""
    followup: bool = False
    honeypot: str = ""
    challenge: str = ""
    idempotency_key: str = ""
    user: Any = None
    address: str = ""
    user_agent: str = ""
    request: Any = None


@dataclass(frozen=True)
class Posted:
    """The stored comment; ``replayed`` when it was there already.

    ``by_its_author`` is false for a replay from elsewhere: an Idempotency-Key
    may be easy to guess, and the right to change the comment is not given for it.
    """

    comment: ReaderComment
    replayed: bool
    by_its_author: bool = True


def post(new: NewComment) -> Posted:
    """Store the comment in the state its judgement gives, or refuse it.

    Sent again with the same ``idempotency_key``, it returns the comment that
    is there already.
    """
    if new.honeypot:
        raise Refusal("refused", _("The comment was not accepted."))
    token = read_form_token(new.token, new.page.pk, new.user.pk if new.user else None)
    row = _row(new, _clean(new), token)
    if earlier := _earlier(row):
        return earlier
    check_challenge(new.challenge, token.digest)
    candidate = candidate_of(
        row,
        new.page,
        stage="post",
        proven=new.user is not None,
        address=new.address,
        user_agent=new.user_agent,
    )
    try:
        confirmation = _settle(row, judge(candidate))
    except Refusal as refusal:
        # Sent twice at once, the other one may have been stored while the rules ran.
        if refusal.code == REPEATED and (earlier := _earlier(row)):
            return earlier
        raise
    try:
        with transaction.atomic():
            _insert(row, new, confirmation)
    except IntegrityError:
        # Another process stored the same comment since we looked.
        if earlier := _earlier(row):
            return earlier
        if ReaderComment.objects.filter(content_digest=row.content_digest).exists():
            raise repeated() from None
        raise
    return Posted(row, replayed=False)


def _clean(new: NewComment) -> CleanInput:
    limit = conf.GULF_SUMMIT_COMMENTS_MAX_LENGTH
    if new.user is None:
        return clean_input(name=new.name, email=new.email, url=new.url, body=new.body, max_length=limit)
    try:
        return CleanInput(name=_member_name(new), email=new.user.email, url="", body=clean_body(new.body, limit))
    except ValidationError as error:
        raise invalid({"body": error.message}) from None


def _member_name(new: NewComment) -> str:
    """The member's name as the account has it. An account that goes by its e-mail address does not show it."""
    name = " ".join(strip_unsafe(new.user.get_full_name() or new.user.get_username()).split())[:NAME_LENGTH]
    if "@" not in name and is_visible(name):
        return name
    with translation.override(new.page.locale.language_code):
        return gettext("A reader")


def _row(new: NewComment, typed: CleanInput, token: FormToken) -> ReaderComment:
    """The comment as it would be stored, with the keys under which it is found again."""
    page = new.page
    languages = list(get_content_languages())
    page_language = page.locale.language_code
    author = author_key(typed.email) if typed.email else digest("member", new.user.pk)
    row = ReaderComment(
        page=page,
        conversation=page.translation_key,
        content_type_id=page.content_type_id,
        object_pk=str(page.pk),
        site_id=conf.SITE_ID,
        user=new.user,
        user_name=typed.name,
        user_email=typed.email,
        user_url=typed.url,
        comment=typed.body,
        followup=new.followup,
        reply_to_id=new.parent_id,
        language=new.language if new.language in languages else detect_language(typed.body, page_language, languages),
        author_key=author,
        ip_key=ip_key(new.address),
        token_digest=token.digest,
        idempotency_digest=digest("idempotency", page.pk, author, new.idempotency_key)
        if new.idempotency_key
        else None,
    )
    row.submit_date = row.created_at
    row.confirmed_at = row.created_at if new.user else None
    row.content_digest = content_digest(row)
    row.search_text = search_text(row)
    return row


def _earlier(row: ReaderComment) -> Posted | None:
    """The comment that was stored under the same idempotency key; refused when only the token is the same."""
    same = Q(token_digest=row.token_digest)
    if row.idempotency_digest:
        same |= Q(idempotency_digest=row.idempotency_digest)
    for earlier in ReaderComment.objects.filter(same):
        if not row.idempotency_digest or earlier.idempotency_digest != row.idempotency_digest:
            raise Refusal("token-used", _("This form was sent already. Load the page again."))
        if earlier.content_digest != row.content_digest:
            raise Refusal("idempotency-key-reused", _("The Idempotency-Key belongs to another comment."))
        same_reader = earlier.token_digest == row.token_digest or earlier.ip_key == row.ip_key != ""
        return Posted(earlier, replayed=True, by_its_author=same_reader)
    return None


def _settle(row: ReaderComment, judgement: Judgement) -> str | None:
    """Give the new row its first state; returns the token to be mailed when its author must confirm."""
    row.state = judgement.state
    row.reason = row.held_by = judgement.reason
    row.signals = judgement.as_signals()
    row.score = judgement.score
    token = None
    must_confirm = row.user_id is None and conf.GULF_SUMMIT_COMMENTS_CONFIRM_EMAIL
    if must_confirm and row.state in (State.PENDING, State.APPROVED):
        token, row.confirmation_digest = new_confirmation()
        row.state = State.UNCONFIRMED
        row.confirm_until = row.created_at + timedelta(hours=conf.GULF_SUMMIT_COMMENTS_CONFIRM_HOURS)
    for name, value in derived_flags(row.state).items():
        setattr(row, name, value)
    return token


def _insert(row: ReaderComment, new: NewComment, confirmation: str | None) -> None:
    if new.parent_id is not None:
        place_reply(row, new.parent_id)
    will_be_posted = comment_will_be_posted.send(sender=ReaderComment, comment=row, request=new.request)
    if any(answer is False for _receiver, answer in will_be_posted):
        raise Refusal("refused", _("The comment was not accepted."))
    row.save(force_insert=True)
    if row.root_id is None:
        # Where django-comments-xtd keeps a root's thread; it can only be known now.
        XtdComment.objects.filter(pk=row.pk).update(thread_id=row.pk, parent_id=row.pk)
    if row.state == State.APPROVED:
        visibility.refresh(row.pk)
        visibility.announce(row.page_id)
        outbox.queue_follow_up(row)
    if confirmation:
        outbox.queue_confirmation(row, confirmation)
    counts.move(row.page_id, None, row.state)
    # Whoever listens cannot fail the post any more.
    transaction.on_commit(lambda: _tell(row, new.request), robust=True)


def _tell(row: ReaderComment, request: Any) -> None:
    comment_was_posted.send(sender=ReaderComment, comment=row, request=request)
    comment_posted.send(sender=ReaderComment, comment_id=row.pk, state=row.state)
