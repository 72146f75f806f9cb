"""The pipeline: each rule looks at a comment, the gravest finding decides."""

from collections.abc import Callable
from dataclasses import asdict, dataclass
from datetime import datetime
from enum import IntEnum
from typing import Any

from django.utils.module_loading import import_string

from wagtail_gulf_summit.comments.policy import PagePolicy
from wagtail_gulf_summit.comments.states import State
from wagtail_gulf_summit.conf import conf


class Verdict(IntEnum):
    """What a finding leads to, the gravest last."""

    HOLD = 1
    SPAM = 2
    REJECT = 3


STATE_OF = {Verdict.HOLD: State.PENDING, Verdict.SPAM: State.SPAM, Verdict.REJECT: State.REJECTED}


@dataclass(frozen=True)
class Candidate:
    """A comment as the rules see it.

    ``stage`` is "post", "confirm" or "edit". ``proven`` tells whether the author
    is a member or has answered the confirmation mail. ``comment_id`` is ``None``
    for a comment that is not stored yet.
    """

    stage: str
    body: str
    name: str
    email: str
    url: str
    language: str
    page: Any
    policy: PagePolicy
    author_key: str
    ip_key: str
    is_member: bool
    proven: bool
    content_digest: str
    posted_at: datetime
    address: str = ""
    user_agent: str = ""
    comment_id: int | None = None
    reply_to_id: int | None = None


@dataclass(frozen=True)
class Finding:
    """What one rule found. ``detail`` is for moderators; ``score`` is its weight."""

    rule: str
    verdict: Verdict
    detail: str = ""
    score: int = 1


#: A rule returns a finding or ``None``, or raises ``Refusal`` to have nothing stored.
Rule = Callable[[Candidate], Finding | None]


@dataclass(frozen=True)
class Judgement:
    state: State
    reason: str
    findings: tuple[Finding, ...]

    @property
    def score(self) -> int:
        return sum(finding.score for finding in self.findings)

    def as_signals(self) -> list[dict[str, Any]]:
        """The findings as they are stored with the comment."""
        return [{**asdict(finding), "verdict": finding.verdict.name.lower()} for finding in self.findings]


def judge(candidate: Candidate) -> Judgement:
    """Run the site's rules in their order; without a finding the comment is approved."""
    found = (rule(candidate) for rule in site_rules())
    findings = tuple(finding for finding in found if finding)
    if not findings:
        return Judgement(State.APPROVED, "", ())
    decisive = max(findings, key=lambda finding: finding.verdict)
    return Judgement(STATE_OF[decisive.verdict], decisive.rule, findings)


def site_rules() -> list[Rule]:
    """The rule functions that the site's settings name."""
    return [import_string(name) for name in conf.GULF_SUMMIT_COMMENTS_RULES]
