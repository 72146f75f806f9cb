"""Lists that are computed for each request: of what is too small, or asked for too seldom, to be stored."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from pydantic import BaseModel, TypeAdapter

from wagtail_gulf_summit.delivery.store.write import digest

from .http import respond
from .listing import ALL
from .parameters import DEFAULT_LIMIT
from .sparse import project, read_fields


def one_page(queryset: QuerySet[Any], values: Mapping[str, Any]) -> tuple[list[Any], bool]:
    """The objects of one page of ``queryset``, which begins after the cursor, and whether more follow."""
    limit = values.get("limit", DEFAULT_LIMIT)
    found = list(queryset[: limit + 1])
    return found[:limit], len(found) > limit


def respond_with_items(
    request: HttpRequest,
    model: type[BaseModel],
    items: Sequence[Mapping[str, Any]],
    following: str | None,
    values: Mapping[str, Any],
    count: int | None = None,
) -> HttpResponse:
    """``items``, checked against their contract, in the envelope of all lists; ``following`` is the next cursor."""
    fields = values.get("fields", "")
    tree = None if fields in ("", ALL) else read_fields(fields, model)
    checked: list[BaseModel] = TypeAdapter(list[model]).validate_python(items)  # type: ignore[valid-type]
    if tree is None:
        content = ",".join(item.model_dump_json() for item in checked)
    else:
        cut = [project(item.model_dump(mode="json"), tree) for item in checked]
        content = json.dumps(cut, ensure_ascii=False, separators=(",", ":"))[1:-1]
    counted = "" if count is None else f',"count":{count}'
    body = f'{{"items":[{content}],"next":{json.dumps(following)}{counted}}}'
    return respond(request, body, digest(body))
