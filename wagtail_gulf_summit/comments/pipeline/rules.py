"""The rules a comment passes, in the order that GULF_SUMMIT_COMMENTS_RULES gives. Each is one question."""

import re

from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from wagtail_gulf_summit.comments import rates
from wagtail_gulf_summit.comments.errors import Refusal, invalid
from wagtail_gulf_summit.comments.models import ReaderComment, ReaderStanding, WordRule
from wagtail_gulf_summit.comments.policies import Policy
from wagtail_gulf_summit.comments.states import State
from wagtail_gulf_summit.conf import conf

from .judge import Candidate, Finding, Verdict
from .words import first_match, same_words

REPEATED = "repeat-post"
_LINK = re.compile(r"(?:https?://|www\.)\S|\b[\w-]+\.(?:com|net|org|info|biz|ru|cn|xyz|top|shop|site|online)\b", re.I)


def length(candidate: Candidate) -> Finding | None:
    """Is it short enough?"""
    limit = conf.GULF_SUMMIT_COMMENTS_MAX_LENGTH
    if len(candidate.body) > limit:
        raise invalid({"body": format_lazy(_("Use at most {limit} characters."), limit=limit)})
    return None


def closed(candidate: Candidate) -> Finding | None:
    """Does the page take comments now?"""
    if candidate.stage != "edit" and not candidate.policy.is_open():
        raise Refusal("comments-closed", _("Comments on this page are closed."))
    return None


def rate(candidate: Candidate) -> Finding | None:
    """Does the reader's address post at a human pace?"""
    if candidate.stage == "post" and candidate.ip_key:
        rates.hit("post", candidate.ip_key)
    return None


def ban(candidate: Candidate) -> Finding | None:
    """Is the reader banned?

    An e-mail address counts only once it is proven, so that posting tells
    nobody which addresses are known here.
    """
    banned = _standings(candidate, ReaderStanding.Standing.BANNED)
    if candidate.stage == "post" and any(standing.subject == ReaderStanding.Subject.IP for standing in banned):
        raise Refusal("banned", _("You cannot comment here."))
    if not banned:
        return None
    return Finding("ban", Verdict.REJECT if candidate.proven else Verdict.HOLD, score=10)


def _standings(candidate: Candidate, standing: str) -> list[ReaderStanding]:
    now = timezone.now()
    of_reader = Q(subject=ReaderStanding.Subject.EMAIL, key=candidate.author_key)
    if candidate.ip_key:
        of_reader |= Q(subject=ReaderStanding.Subject.IP, key=candidate.ip_key)
    in_time = Q(expires_at=None) | Q(expires_at__gt=now)
    return list(ReaderStanding.objects.filter(of_reader, in_time, standing=standing))


def repeat_post(candidate: Candidate) -> Finding | None:
    """Did the author say the same in the same place before?"""
    others = ReaderComment.objects.exclude(pk=candidate.comment_id)
    if others.filter(content_digest=candidate.content_digest).exists():
        raise repeated()
    # Only a proven author is told what was posted under the address from elsewhere.
    if candidate.stage == "confirm" and _said_elsewhere(candidate, others):
        raise repeated()
    return None


def _said_elsewhere(candidate: Candidate, others: QuerySet) -> bool:
    words = same_words(candidate.body)
    theirs = others.filter(
        author_key=candidate.author_key,
        page=candidate.page.pk,
        reply_to=candidate.reply_to_id,
        state__in=(State.PENDING, State.APPROVED),
    )
    return any(same_words(body) == words for body in theirs.order_by("-pk").values_list("comment", flat=True)[:50])


def repeated() -> Refusal:
    """The refusal of a comment that is there already."""
    return Refusal(REPEATED, _("You have posted this comment already."))


def banned_words(candidate: Candidate) -> Finding | None:
    """Does it hold a word that rejects it?"""
    return _word_finding(
        candidate, "banned_words", WordRule.Verdict.REJECT, conf.GULF_SUMMIT_COMMENTS_BANNED_WORDS, Verdict.REJECT
    )


def suspect_words(candidate: Candidate) -> Finding | None:
    """Does it hold a word that a moderator should see?"""
    return _word_finding(
        candidate, "suspect_words", WordRule.Verdict.HOLD, conf.GULF_SUMMIT_COMMENTS_SUSPECT_WORDS, Verdict.HOLD
    )


def _word_finding(
    candidate: Candidate, rule: str, kept_verdict: str, phrases: tuple[str, ...], verdict: Verdict
) -> Finding | None:
    text = f"{candidate.name}\n{candidate.body}"
    kept = WordRule.objects.filter(verdict=kept_verdict).values_list("phrase", "with_prefixes")
    plain = [*phrases, *(phrase for phrase, prefixes in kept if not prefixes)]
    prefixed = [phrase for phrase, prefixes in kept if prefixes]
    found = first_match(text, plain) or first_match(text, prefixed, with_prefixes=True)
    return Finding(rule, verdict, detail=found, score=5) if found else None


def links(candidate: Candidate) -> Finding | None:
    """Does it hold more links than a reader needs?"""
    count = len(_LINK.findall(candidate.body))
    if count <= conf.GULF_SUMMIT_COMMENTS_MAX_LINKS:
        return None
    return Finding("links", Verdict.HOLD, detail=str(count), score=count)


def answered(candidate: Candidate) -> Finding | None:
    """Is what it answers still to be seen when its author confirms?"""
    if candidate.stage != "confirm" or candidate.reply_to_id is None:
        return None
    if ReaderComment.objects.filter(pk=candidate.reply_to_id, state=State.APPROVED).exists():
        return None
    return Finding("answered", Verdict.HOLD)


def premoderation(candidate: Candidate) -> Finding | None:
    """Does the page's policy hold it, whoever wrote it?"""
    policy = candidate.policy.policy
    if policy == Policy.PREMODERATED or (policy == Policy.PREMODERATED_GUESTS and not candidate.is_member):
        return Finding("premoderation", Verdict.HOLD, score=0)
    return None


def new_author(candidate: Candidate) -> Finding | None:
    """Under the policy "trusted": is the author trusted yet?

    Trust needs a proven address, since anybody can type somebody else's.
    """
    if candidate.policy.policy != Policy.TRUSTED:
        return None
    if candidate.proven and (
        _standings(candidate, ReaderStanding.Standing.TRUSTED) or approved_count(candidate.author_key) >= _needed()
    ):
        return None
    return Finding("new_author", Verdict.HOLD, score=1)


def _needed() -> int:
    return conf.GULF_SUMMIT_COMMENTS_TRUST_AFTER


def approved_count(author_key: str) -> int:
    """Approved comments of a proven author, counted no further than is needed for trust."""
    proven = ReaderComment.objects.filter(author_key=author_key, state=State.APPROVED).exclude(confirmed_at=None)
    return proven[: _needed()].count()
