"""What ninja's OpenAPI document does not say of itself."""

from typing import Any

from .problems import CONTENT_TYPE

PROBLEM: dict[str, Any] = {"schema": {"$ref": "#/components/schemas/ProblemDocument"}}
NOT_MODIFIED = {
    "description": "The reader has it: the tag of `If-None-Match`, or the time of `If-Modified-Since`, still holds."
}


def completed(document: Any) -> Any:
    """``document`` with problems under the media type that they are sent with, for every operation."""
    for operations in document["paths"].values():
        for operation in operations.values():
            responses = operation["responses"]
            for status in responses:
                if int(status) >= 400:
                    responses[status]["content"] = {CONTENT_TYPE: PROBLEM}
            responses["default"] = {"description": "Any other problem", "content": {CONTENT_TYPE: PROBLEM}}
    return document


def with_problems(statuses: Any) -> dict[int, Any]:
    """Problem documents for those of ``statuses`` that are errors, as an ``openapi_extra`` of one operation has them.

    For APIs that are not ours to complete: there they stand beside ninja's own media type.
    """
    return {status: {"content": {CONTENT_TYPE: PROBLEM}} for status in statuses if status >= 400}
