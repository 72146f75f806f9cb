"""Lists of stored documents over HTTP."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from hashlib import blake2b
from typing import Any

from django.http import HttpRequest, HttpResponse

from wagtail_gulf_summit.delivery.kinds import Kind
from wagtail_gulf_summit.delivery.store.lists import Asked, Listed, list_documents
from wagtail_gulf_summit.delivery.store.visible import Place

from . import cursors
from .http import header, place_of, respond
from .lookups import ids_of
from .parameters import COUNT, CURSOR, DEFAULT_LIMIT, FIELDS_OR_CARD, LIMIT, Parameter, as_range
from .sparse import Tree, project, read_fields

CARD = "card"
ALL = "*"


def asked_for(kind: Kind, values: Mapping[str, Any], place: Place, filters: Sequence[str] = ()) -> Asked:
    """What a request to ``place`` asks the store for.

    ``filters`` are the parameters that are the id or slug of an object.
    """
    lang = values.get("lang")
    keys = [(name, ids_of(name, values[name], lang, place)) for name in filters if name in values]
    return Asked(
        kind,
        limit=values.get("limit", DEFAULT_LIMIT),
        form="card" if _needs_card_only(kind, values.get("fields", "")) else "document",
        lang=lang,
        keys=keys,
        ranges=[
            (column, *as_range(comparison, values[f"{name}__{comparison}"]))
            for name, column in (("published_at", "published"), ("start", "starts"))
            for comparison in ("gte", "gt", "lte", "lt")
            if f"{name}__{comparison}" in values
        ],
        after=cursors.decode(values["cursor"], kind.name) if "cursor" in values else None,
        with_count=values.get("count", False),
    )


def respond_with_list(request: HttpRequest, kind: Kind, asked: Asked, fields: str) -> HttpResponse:
    """The list as JSON, joined from stored texts; parsed only where ``fields`` cuts documents down."""
    tree = None if fields in ("", ALL, CARD) else read_fields(fields, kind.document)
    place = place_of(request)
    if header(request, "IF_NONE_MATCH") is not None:
        listed = list_documents(replace(asked, texts=False), place)
        answer = respond(request, b"", tag_of(listed, fields))
        if answer.status_code == 304:
            return answer
    listed = list_documents(asked, place)
    texts = listed.texts if tree is None else [_projected(text, tree) for text in listed.texts]
    return respond(request, envelope(texts, listed, kind.name), tag_of(listed, fields))


def envelope(texts: list[bytes], listed: Listed, name: str) -> bytes:
    """``{"items": […], "next": …}`` around texts that are JSON already."""
    following = json.dumps(cursors.encode(listed.last, name))
    count = "" if listed.count is None else f',"count":{listed.count}'
    return b'{"items":[%b],"next":%b}' % (b",".join(texts), f"{following}{count}".encode())


def tag_of(listed: Listed, fields: str) -> str:
    """A strong tag: the items, their order and their form decide the bytes."""
    parts = (*listed.etags, str(listed.last), str(listed.count), fields)
    return blake2b(";".join(parts).encode(), digest_size=16).hexdigest()


def _projected(text: bytes, tree: Tree) -> bytes:
    return json.dumps(project(json.loads(text), tree), ensure_ascii=False, separators=(",", ":")).encode()


@lru_cache(maxsize=256)
def _needs_card_only(kind: Kind, fields: str) -> bool:
    if kind.card is None or fields in ("", ALL):
        return False
    return fields == CARD or set(read_fields(fields, kind.document)) <= set(kind.card.model_fields)


def list_parameters(*more: Parameter, fields: Parameter = FIELDS_OR_CARD) -> tuple[Parameter, ...]:
    """What a list takes: ``more``, and what all take. Lists that are not of stored documents have no cards."""
    return (*more, fields, LIMIT, CURSOR, COUNT)
