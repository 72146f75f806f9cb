"""Search over articles, summits and people, with what was found marked."""

import json
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import connection
from wagtail.models import Locale
from wagtail.search.backends import get_search_backend

from wagtail_gulf_summit.arabic.highlight import EXCERPT_LENGTH, excerpt, highlight, matches
from wagtail_gulf_summit.articles.kinds import page_types
from wagtail_gulf_summit.people.models import Person

from .builders.pages import Page
from .builders.text import plain
from .kinds import KINDS
from .store.read import find, find_many
from .store.visible import Place
from .visibility import visible_pages

#: How deep a search goes; nobody reads the five hundredth result.
MOST = 500
_SCORE = "_search_score"


def search(
    query: str, site: Any, place: Place, types: list[str], lang: str | None, start: int, stop: int
) -> tuple[list[dict[str, Any]], bool]:
    """Hits ``start`` to ``stop`` as ``SearchHit`` values, the best first, and whether there are more.

    Pages and people are searched apart, as Wagtail does, and put in one order by their scores.
    """
    found: list[tuple[int, float, int, str]] = []
    page_kinds: list[str] = [kind for kind in ("article", "summit") if kind in types]
    if page_kinds:
        found += [(*match, "page") for match in _pages(query, site, place, page_kinds, lang, stop + 1)]
    if "person" in types:
        people = Person.objects.filter(live=True)
        if lang is not None:
            people = people.filter(locale__in=Locale.objects.filter(language_code=lang))
        found += [(*match, "person") for match in _scored(query, people, stop + 1)]
    found.sort(key=lambda hit: (hit[0], -hit[1], hit[3], -hit[2]))
    wanted = [(kind, pk) for _batch, _score, pk, kind in found[start:stop]]
    documents = find_many([pk for kind, pk in wanted if kind == "page"], place)
    hits = (_document(kind, pk, documents, place) for kind, pk in wanted)
    return [_hit(document, query) for document in hits if document is not None], len(found) > stop


def _pages(
    query: str, site: Any, place: Place, kinds: list[str], lang: str | None, stop: int
) -> Iterable[tuple[int, float, int]]:
    types = {kind: [content_type.pk for content_type in _content_types(kind)] for kind in kinds}
    backend = get_search_backend()
    if connection.vendor == "postgresql":
        from .store.matches import PostgresSearchBackend, best_matches  # which imports what PostgreSQL alone has

        if isinstance(backend, PostgresSearchBackend):
            return best_matches(backend, query, types, lang, place, min(stop, MOST))[:MOST]
    pages = visible_pages(site).filter(content_type__in=[pk for pks in types.values() for pk in pks])
    if lang is not None:
        pages = pages.filter(locale__language_code=lang)
    # A search backend takes filters on declared fields alone.
    return _scored(query, Page.objects.filter(pk__in=pages.values("pk")), stop)


def _scored(query: str, queryset: Any, stop: int) -> Iterator[tuple[int, float, int]]:
    """``(0, score, id)``: what is ranked as a whole is the first batch."""
    results = get_search_backend().search(query, queryset, operator="and").annotate_score(_SCORE)
    for result in results[:stop]:
        # That of SQLite is the better the further it is below zero.
        yield 0, abs(float(getattr(result, _SCORE, None) or 0)), result.pk


def _content_types(kind: str) -> list[ContentType]:
    return list(ContentType.objects.get_for_models(*page_types(kind)).values())


def _document(kind: str, pk: int, pages: dict[int, bytes], place: Place) -> dict[str, Any] | None:
    if kind == "page":
        text = pages.get(pk)
    else:
        found = find(KINDS["person"], pk, place)
        text = found.text if found else None
    return json.loads(text) if text else None


def _hit(document: dict[str, Any], query: str) -> dict[str, Any]:
    is_person = document["type"] == "person"
    title = document["name"] if is_person else document["title"]
    return {
        "type": document["type"],
        "id": document["id"],
        "lang": document["lang"],
        "dir": document["dir"],
        "title": title,
        "title_highlighted": highlight(title, query),
        "excerpt": excerpt(_text_of(document, query), query),
        "slug": document["slug"],
        "path": document.get("path"),
        "html_url": document.get("html_url"),
        "image": document["photo"] if is_person else (document["hero"] or {}).get("image"),
        "published_at": document.get("first_published_at"),
    }


def _text_of(document: dict[str, Any], query: str) -> str:
    """What a reader reads of a document, as plain text: up to what is found, and as much after it as is shown."""
    if document["type"] == "person":
        return " ".join([plain(document["bio"]), *(affiliation["role"] for affiliation in document["affiliations"])])
    opening = document.get("standfirst") or document.get("theme") or ""
    pieces: list[str] = []
    is_found, after = False, 0
    for html in chain([opening], *(_texts(block["value"]) for block in document["body"])):
        text = plain(html)
        pieces.append(text)
        after += len(text) if is_found else 0
        if after > EXCERPT_LENGTH:
            break
        is_found = is_found or any(matches(text, query))
    return " ".join(pieces)


def _texts(value: Any) -> Iterator[str]:
    """The words in a block's value: its own texts, not those of images, people and addresses."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for name in ("text", "quote", "title", "caption", "claim"):
            if isinstance(value.get(name), str):
                yield value[name]
