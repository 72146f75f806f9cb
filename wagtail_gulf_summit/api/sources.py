"""Sources, and where they are cited."""

import json
from typing import Any

from django.http import HttpRequest, HttpResponse
from ninja import Router

from wagtail_gulf_summit.delivery import documents
from wagtail_gulf_summit.delivery.kinds import SOURCE
from wagtail_gulf_summit.delivery.store.citing import pages_citing
from wagtail_gulf_summit.delivery.store.read import find
from wagtail_gulf_summit.delivery.store.write import digest

from .detail import found_or_404, in_its_language
from .http import place_of, respond
from .listing import ALL, asked_for, list_parameters, respond_with_list
from .operations import BAD_REQUEST, NOT_FOUND, Id, get
from .parameters import FIELDS, LANG
from .schemas import SourceList, Sparse
from .sparse import project, read_fields

router = Router(tags=["sources"])


@get(router, "/", {200: SourceList, **BAD_REQUEST}, *list_parameters(LANG), summary="Sources, the newest first")
def list_sources(request: HttpRequest, values: dict[str, Any]) -> HttpResponse:
    """Without where they are cited; each source has that in its own document."""
    return respond_with_list(request, SOURCE, asked_for(SOURCE, values, place_of(request)), values.get("fields", ""))


@get(
    router,
    "/{id}/",
    {200: documents.Source | Sparse, **NOT_FOUND},
    FIELDS,
    summary="One source, with where it is cited",
)
def get_source(request: HttpRequest, values: dict[str, Any], id: Id) -> HttpResponse:
    fields = values.get("fields", "")
    tree = None if fields in ("", ALL) else read_fields(fields, documents.Source)
    place = place_of(request)
    found = found_or_404(find(SOURCE, id, place))
    cited_in = json.dumps(pages_citing(id, place), ensure_ascii=False, separators=(",", ":"))
    content = f'{(found.text or b"").decode()[:-1]},"cited_in":{cited_in}}}'
    if tree is not None:
        content = json.dumps(project(json.loads(content), tree), ensure_ascii=False, separators=(",", ":"))
    response = respond(request, content, digest(content), surrogate_key=f"source-{id}")
    return in_its_language(response, found)
