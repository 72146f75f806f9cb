"""Telling caches in front of the site what changed, through Wagtail's frontend cache."""

from collections.abc import Iterable
from typing import Any

from django.apps import apps
from django.urls import NoReverseMatch, reverse
from wagtail.models import Site

from wagtail_gulf_summit.delivery.builders.pages import Page, address_of
from wagtail_gulf_summit.delivery.kinds import KINDS
from wagtail_gulf_summit.delivery.store.later import documents_changed

from .registry import NAMESPACE

#: The views that give one document, by kind.
VIEWS = {"article": "get_article", "summit": "get_summit", "person": "get_person", "source": "get_source"}


def connect() -> None:
    if apps.is_installed("wagtail.contrib.frontend_cache"):
        documents_changed.connect(purge, dispatch_uid="gulf_summit_purge")


def purge(sender: Any, documents: set[tuple[str, int]] | None, **kwargs: Any) -> None:
    """Purge the addresses of documents, and the pages that they are of; of all documents when all changed."""
    from wagtail.contrib.frontend_cache.utils import purge_urls_from_cache

    known = sender.objects.values_list("kind", "object_id") if documents is None else documents
    purge_urls_from_cache(sorted(set(addresses(known))))


def addresses(documents: Iterable[tuple[str, int]]) -> Iterable[str]:
    """Full addresses of documents in the newsroom API, on every site, and of the pages that they are of."""
    documents = list(documents)
    roots = [site.root_url for site in Site.objects.all()]
    for kind, object_id in documents:
        try:
            path = reverse(f"{NAMESPACE}:{VIEWS[kind]}", args=[object_id])
        except (KeyError, NoReverseMatch):
            continue
        yield from (f"{root}{path}" for root in roots)
    for page in Page.objects.filter(pk__in=[pk for kind, pk in documents if KINDS[kind].is_page]):
        address = address_of(page)
        if address is not None:
            yield address.html_url
