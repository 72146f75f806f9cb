"""A proof of work that the reader's browser does, where the site asks for one (ALTCHA, the ``spam`` extra)."""

import secrets
import time
from typing import Any

from django.utils.translation import gettext_lazy as _

from wagtail_gulf_summit.conf import conf

from .errors import Refusal

#: With this cost one guess is one hash; the number of guesses is what makes it work.
ALGORITHM, COST_OF_A_GUESS = "SHA-256", 1


def new_challenge(token_digest: str) -> dict[str, Any] | None:
    """The challenge that goes with a form token, or ``None`` where the site asks for none."""
    key = conf.GULF_SUMMIT_COMMENTS_ALTCHA_KEY
    if not key:
        return None
    import altcha

    challenge = altcha.create_challenge(
        ALGORITHM,
        COST_OF_A_GUESS,
        counter=secrets.randbelow(2 * conf.GULF_SUMMIT_COMMENTS_ALTCHA_COST),
        expires_at=int(time.time()) + conf.GULF_SUMMIT_COMMENTS_TOKEN_AGE[1],
        # A token serves once, and so does a challenge that names it.
        data={"form": token_digest},
        hmac_secret=key,
    )
    return challenge.to_dict()


def check_challenge(solution: str, token_digest: str) -> None:
    """Refuse a solution that is missing, wrong, too old, or of another form's challenge."""
    key = conf.GULF_SUMMIT_COMMENTS_ALTCHA_KEY
    if key and not _is_solved(solution, token_digest, key):
        raise Refusal("challenge-failed", _("The check that you are a person did not succeed. Load the page again."))


def _is_solved(solution: str, token_digest: str, key: str) -> bool:
    import altcha

    try:
        verified = altcha.verify_solution(solution, key).verified
        data = altcha.Payload.from_base64(solution).challenge.parameters.data if verified else None
    except Exception:  # anything a stranger can put into base64 and JSON
        return False
    return isinstance(data, dict) and data.get("form") == token_digest
