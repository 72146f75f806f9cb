"""People, and what they said."""

from typing import Any

from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse
from ninja import Router
from wagtail.models import Site

from wagtail_gulf_summit.delivery import documents
from wagtail_gulf_summit.delivery.builders.quotes import quote_values
from wagtail_gulf_summit.delivery.kinds import PERSON
from wagtail_gulf_summit.delivery.store.clock import from_micros, to_micros
from wagtail_gulf_summit.delivery.store.read import find
from wagtail_gulf_summit.delivery.visibility import visible_pages
from wagtail_gulf_summit.people.models import Person, Quote
from wagtail_gulf_summit.people.quotes.read import quotes_of

from . import cursors
from .computed import one_page, respond_with_items
from .detail import found_or_404, respond_with_document
from .http import place_of
from .listing import asked_for, list_parameters, respond_with_list
from .operations import BAD_REQUEST, NOT_FOUND, Id, get
from .parameters import FIELDS, LANG, as_range, range_parameters
from .schemas import PersonList, QuoteList, Sparse

router = Router(tags=["people"])


@get(router, "/", {200: PersonList, **BAD_REQUEST}, *list_parameters(LANG), summary="People, the newest records first")
def list_people(request: HttpRequest, values: dict[str, Any]) -> HttpResponse:
    """Whole documents, unless `fields` asks for less."""
    return respond_with_list(request, PERSON, asked_for(PERSON, values, place_of(request)), values.get("fields", ""))


@get(router, "/{id}/", {200: documents.Person | Sparse, **NOT_FOUND}, FIELDS, summary="One person")
def get_person(request: HttpRequest, values: dict[str, Any], id: Id) -> HttpResponse:
    return respond_with_document(request, PERSON, id, values)


@get(
    router,
    "/{id}/quotes/",
    {200: QuoteList, **NOT_FOUND},
    *list_parameters(LANG, *range_parameters("published_at"), fields=FIELDS),
    summary="What a person said",
)
def list_quotes(request: HttpRequest, values: dict[str, Any], id: Id) -> HttpResponse:
    """Published quotes, the newest first, each with its page and the role held on the day."""
    found_or_404(find(PERSON, id, place_of(request), known_etag="*"))
    person = Person.objects.get(pk=id)
    quotes = _on_this_site(_shown_as(person), request, values)
    count = quotes.count() if values.get("count") else None
    name = f"quotes {id}"
    if "cursor" in values:
        quotes = quotes.filter(_after(*cursors.decode_numbers(values["cursor"], name, 3)))
    # By what stays when a page is unpublished and published again; its quotes are then new rows.
    quotes = quotes.select_related("page__locale").order_by("-published_at", "-page_id", "-position")
    page, more = one_page(quotes, values)
    following = cursors.encode(_place(page[-1]), name) if more else None
    return respond_with_items(request, documents.PersonQuote, quote_values(page), following, values, count)


def _place(quote: Quote) -> tuple[int, int, int]:
    return to_micros(quote.published_at) or 0, quote.page_id, quote.position


def _after(micros: int, page_id: int, position: int) -> Q:
    """What comes after that place, in the order of the list."""
    moment = from_micros(micros)
    on_page = Q(published_at=moment, page_id=page_id, position__lt=position)
    return Q(published_at__lt=moment) | Q(published_at=moment, page_id__lt=page_id) | on_page


def _shown_as(person: Person) -> QuerySet[Any]:
    """The quotes that are shown under this very record: not those of languages in which the person has another."""
    family = Person.objects.filter(translation_key=person.translation_key, live=True).exclude(pk=person.pk)
    return quotes_of(person).exclude(locale__in=family.values("locale"))


def _on_this_site(quotes: QuerySet[Any], request: HttpRequest, values: dict[str, Any]) -> QuerySet[Any]:
    quotes = quotes.filter(page__in=visible_pages(Site.find_for_request(request)))
    if "lang" in values:
        quotes = quotes.filter(locale__language_code=values["lang"])
    for comparison in ("gte", "gt", "lte", "lt"):
        if f"published_at__{comparison}" in values:
            lookup, micros = as_range(comparison, values[f"published_at__{comparison}"])
            quotes = quotes.filter(**{f"published_at__{lookup}": from_micros(micros)})
    return quotes
