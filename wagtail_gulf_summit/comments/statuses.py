"""The HTTP status of each refusal, the same behind every door."""

from .errors import Refusal

_STATUS = {
    "token-missing": 403,
    "token-invalid": 403,
    "token-too-early": 403,
    "token-expired": 403,
    "token-used": 409,
    "challenge-failed": 403,
    "edit-token-invalid": 403,
    "edit-expired": 403,
    "banned": 403,
    "comments-closed": 403,
    "page-not-found": 404,
    "comment-not-found": 404,
    "repeat-post": 409,
    "idempotency-key-reused": 409,
    "state-conflict": 409,
    "confirmation-invalid": 403,
    "confirmation-expired": 403,
    "confirmation-used": 409,
    "proof-invalid": 403,
    "proof-expired": 403,
    "unsubscribe-invalid": 403,
    "too-many": 429,
}


def status_of(refusal: Refusal) -> int:
    """The status to answer with; 400 for input that is not as it should be."""
    return _STATUS.get(refusal.code, 400)
