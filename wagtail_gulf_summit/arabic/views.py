"""What the copy desk finds, for the editor."""

import json
from typing import Any

from django.core.exceptions import BadRequest
from django.http import HttpRequest, JsonResponse
from django.views.decorators.http import require_POST

from .copydesk import check_text


@require_POST
def copy_desk(request: HttpRequest) -> JsonResponse:
    """``{"language": "ar", "texts": ["…"]}`` in; ``{"findings": [[…]]}`` out, a list for each text."""
    language, texts = _read(request.body)
    findings = [[finding.as_dict() for finding in check_text(text, language)] for text in texts]
    return JsonResponse({"findings": findings})


def _read(body: bytes) -> tuple[str, list[str]]:
    try:
        sent: Any = json.loads(body)
    except ValueError as error:
        raise BadRequest("The body is not JSON.") from error
    language, texts = (sent.get("language"), sent.get("texts")) if isinstance(sent, dict) else (None, None)
    if not isinstance(language, str) or not isinstance(texts, list):
        raise BadRequest("A language and a list of texts are needed.")
    if not all(isinstance(text, str) for text in texts):
        raise BadRequest("Each text is a string.")
    return language, texts
