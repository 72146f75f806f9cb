"""One stored document over HTTP."""

import json
from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _

from wagtail_gulf_summit.delivery.kinds import Kind
from wagtail_gulf_summit.delivery.store.read import Found, find
from wagtail_gulf_summit.delivery.store.write import digest

from .http import known_etag, place_of, respond
from .listing import ALL
from .problems import Problem
from .sparse import project, read_fields


def respond_with_document(request: HttpRequest, kind: Kind, object_id: int, values: Mapping[str, Any]) -> HttpResponse:
    """The document of an object of the request's site, whole or with the ``fields`` asked for."""
    fields = values.get("fields", "")
    if fields in ("", ALL):
        found = found_or_404(find(kind, object_id, place_of(request), known_etag(request)))
        return respond_with(request, found)
    tree = read_fields(fields, kind.document)
    found = found_or_404(find(kind, object_id, place_of(request)))
    cut = json.dumps(project(json.loads(found.text or b""), tree), ensure_ascii=False, separators=(",", ":"))
    return in_its_language(respond(request, cut, digest(cut), surrogate_key=key_of(found)), found)


def respond_with(request: HttpRequest, found: Found) -> HttpResponse:
    """A stored document as it is."""
    response = respond(
        request,
        found.text or b"",
        found.etag,
        modified=found.modified,
        surrogate_key=key_of(found),
    )
    return in_its_language(response, found)


def key_of(found: Found) -> str:
    """What caches purge a document by, and all that is made of it."""
    return f"{found.kind}-{found.object_id}"


def in_its_language(response: HttpResponse, found: Found) -> HttpResponse:
    """``response`` with the language of the document; Django would tell the reader's."""
    response.headers["Content-Language"] = found.lang
    return response


def found_or_404(found: Found | None) -> Found:
    if found is None:
        raise Problem(404, "not-found", _("There is nothing here."))
    return found
