"""A rule that asks Akismet. Name it in GULF_SUMMIT_COMMENTS_RULES; it needs the ``spam`` extra and a key."""

import logging
from functools import cache
from typing import Any

from wagtail_gulf_summit.conf import conf

from .judge import Candidate, Finding, Verdict

logger = logging.getLogger(__name__)


def akismet(candidate: Candidate) -> Finding | None:
    """Does Akismet take it for spam? An Akismet that does not answer holds nothing up.

    Asked when a comment is posted, before anything is locked: nobody waits for
    an outside service in a transaction.
    """
    if candidate.stage != "post" or not candidate.address:
        return None
    try:
        answer = _client(conf.GULF_SUMMIT_COMMENTS_AKISMET_KEY, conf.WAGTAILADMIN_BASE_URL).comment_check(
            user_ip=candidate.address,
            user_agent=candidate.user_agent,
            comment_type="comment",
            comment_author=candidate.name,
            comment_author_email=candidate.email,
            comment_author_url=candidate.url,
            comment_content=candidate.body,
            permalink=candidate.page.full_url or "",
            blog_lang=candidate.language,
            blog_charset="UTF-8",
        )
    except Exception as error:
        logger.warning("Akismet was not asked: %s", type(error).__name__)
        return None
    return Finding("akismet", Verdict.SPAM, detail="discard" if answer == 2 else "", score=10) if answer else None


@cache
def _client(key: str, url: str) -> Any:
    import akismet

    return akismet.SyncClient(akismet.Config(key=key, url=url))
