"""JSON-LD as it stands in a page."""

import json
from typing import Any

from django.utils.safestring import SafeString, mark_safe

#: What would end a script element, or start a comment in it.
_ESCAPES = {ord("<"): "\\u003C", ord(">"): "\\u003E", ord("&"): "\\u0026"}


def script_json(thing: dict[str, Any]) -> SafeString:
    """JSON that cannot end the script element around it.

    >>> script_json({"name": "</script>"})
    '{"name": "\\\\u003C/script\\\\u003E"}'
    """
    return mark_safe(json.dumps(thing, ensure_ascii=False).translate(_ESCAPES))  # noqa: S308
