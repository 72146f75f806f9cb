"""A reader's own comments over HTTP: a copy of them, or their erasure, by a link sent to the reader's address."""

from collections.abc import Iterable, Iterator
from typing import Any

import pydantic_core
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.utils import translation
from django.utils.translation import gettext as _
from ninja import Router
from ninja.decorators import decorate_view

from wagtail_gulf_summit.comments import privacy
from wagtail_gulf_summit.comments.readers import client_address, ip_key

from . import comment_schemas as schemas
from .comment_doors import answer, refusals_as_problems, small_json_only


def add_to(router: Router) -> None:
    """Before the paths that begin with an id: "mine" is none."""
    router.post("mine/", response={202: schemas.Asked}, summary="Ask for a copy or the erasure of one's comments")(ask)
    router.post("mine/export/", response=schemas.Export, summary="A copy of one's comments")(export)
    router.post("mine/erase/", response=schemas.Erased, summary="Erase one's comments")(erase)


@decorate_view(small_json_only)
@refusals_as_problems
def ask(request: HttpRequest, payload: schemas.Ask) -> HttpResponse:
    """A mail with a link goes to the address, if there are comments of it; the answer never tells."""
    privacy.request_proof(payload.email, payload.purpose, ip_key(client_address(request)))
    with translation.override(translation.get_language_from_request(request)):
        message = _("If there are comments of this address, a mail is on its way to it.")
    return answer(schemas.Asked(message=message), status=202, vary="Accept-Language")


@decorate_view(small_json_only)
@refusals_as_problems
def export(request: HttpRequest, payload: schemas.Proof) -> StreamingHttpResponse:
    key = privacy.read_proof(payload.token, privacy.EXPORT)
    return StreamingHttpResponse(
        _written(privacy.export(privacy.of_author(key))),
        content_type="application/json",
        headers={"Cache-Control": "no-store"},
    )


def _written(comments: Iterable[Any]) -> Iterator[bytes]:
    """The document, one comment at a time, so that no number of them fills the memory."""
    yield b'{"comments":['
    for number, comment in enumerate(comments):
        yield (b"," if number else b"") + pydantic_core.to_json(comment)
    yield b"]}"


@decorate_view(small_json_only)
@refusals_as_problems
def erase(request: HttpRequest, payload: schemas.Proof) -> HttpResponse:
    """For good. Replies of others stay, under a tombstone."""
    key = privacy.read_proof(payload.token, privacy.ERASE)
    return answer(schemas.Erased(erased=privacy.erase(privacy.of_author(key))))
