"""Articles."""

import json
from typing import Any

from django.http import HttpRequest, HttpResponse
from ninja import Router

from wagtail_gulf_summit.citations.bibtex import sources_to_bibtex
from wagtail_gulf_summit.citations.models import Source, prefetch_parties
from wagtail_gulf_summit.delivery import documents
from wagtail_gulf_summit.delivery.kinds import ARTICLE
from wagtail_gulf_summit.delivery.store.read import Found, find

from .detail import found_or_404, in_its_language, key_of, respond_with_document
from .http import place_of, respond
from .listing import asked_for, list_parameters, respond_with_list
from .operations import BAD_REQUEST, NOT_FOUND, Id, get
from .parameters import FIELDS, LANG, Parameter, key_parameter, range_parameters, read_text
from .paths import find_or_redirect
from .schemas import AnyPage, ArticleList, RedirectTarget, Sparse

router = Router(tags=["articles"])

FILTERS = ("section", "topic", "person", "summit")
PATH = Parameter("path", read_text, {"type": "string"}, "The path of a page, such as `/technology/`.", required=True)
CSL_JSON = "application/vnd.citationstyles.csl+json"
BIBTEX = "application/x-bibtex"


@get(
    router,
    "/",
    {200: ArticleList, **BAD_REQUEST},
    *list_parameters(
        LANG,
        key_parameter("section", "a section; those below it count as well"),
        key_parameter("topic", "a topic"),
        key_parameter("person", "somebody who wrote the article or is quoted in it"),
        key_parameter("summit", "a summit that the article covers"),
        *range_parameters("published_at"),
    ),
    summary="Articles, the newest first",
)
def list_articles(request: HttpRequest, values: dict[str, Any]) -> HttpResponse:
    """Whole documents, unless `fields` asks for less."""
    asked = asked_for(ARTICLE, values, place_of(request), FILTERS)
    return respond_with_list(request, ARTICLE, asked, values.get("fields", ""))


@get(
    router,
    "/by-path/",
    {200: AnyPage, 301: RedirectTarget, 302: RedirectTarget, **NOT_FOUND},
    PATH,
    summary="The page at a path",
)
def get_page_by_path(request: HttpRequest, values: dict[str, Any]) -> HttpResponse:
    """The document of the article, summit, section or other page at a path of the site; old paths redirect."""
    return find_or_redirect(request, values["path"])


@get(router, "/{id}/", {200: documents.Article | Sparse, **NOT_FOUND}, FIELDS, summary="One article")
def get_article(request: HttpRequest, values: dict[str, Any], id: Id) -> HttpResponse:
    return respond_with_document(request, ARTICLE, id, values)


@get(
    router,
    "/{id}/citations.json",
    NOT_FOUND,
    summary="The sources of an article as CSL-JSON",
    media_type=CSL_JSON,
    media_schema={"type": "array", "items": {"type": "object"}},
)
def get_citations_json(request: HttpRequest, values: dict[str, Any], id: Id) -> HttpResponse:
    found = found_or_404(find(ARTICLE, id, place_of(request)))
    items = [citation["csl"] for citation in _citations(found)]
    content = json.dumps(items, ensure_ascii=False)
    return _made_of(request, found, content, "csl", CSL_JSON)


@get(router, "/{id}/citations.bib", NOT_FOUND, summary="The sources of an article as BibTeX", media_type=BIBTEX)
def get_citations_bib(request: HttpRequest, values: dict[str, Any], id: Id) -> HttpResponse:
    found = found_or_404(find(ARTICLE, id, place_of(request)))
    ids = [citation["id"] for citation in _citations(found)]
    by_id = Source.objects.select_related("locale").in_bulk(ids)
    sources = [by_id[source_id] for source_id in ids if source_id in by_id]
    prefetch_parties(sources)
    return _made_of(request, found, sources_to_bibtex(sources), "bib", f"{BIBTEX}; charset=utf-8")


def _made_of(request: HttpRequest, found: Found, content: str, form: str, content_type: str) -> HttpResponse:
    """``content`` of a document, in another form than its own."""
    response = respond(
        request,
        content,
        f"{found.etag}-{form}",
        modified=found.modified,
        content_type=content_type,
        surrogate_key=key_of(found),
    )
    return in_its_language(response, found)


def _citations(found: Found) -> list[dict[str, Any]]:
    return list(json.loads(found.text or b"")["citations"])
