"""The search finds the word forms in the table, and does not find words that only look alike."""

import pytest
from wagtail.models import Page

from .factories import index_pages
from .search_pairs import DIFFERENT, VARIANTS

pytestmark = pytest.mark.django_db

RECALL = 0.97
FALSE_MATCHES = 0.05


def add_pages(titles):
    words = sorted(set(titles))
    pages = index_pages(f"News {word} today" for word in words)
    return {page.pk: word for page, word in zip(pages, words, strict=True)}


def found(pages, typed, method):
    results = getattr(Page.objects.all(), method)(typed)
    return {pages[page.pk] for page in results if page.pk in pages}


@pytest.mark.parametrize("method", ["search", "autocomplete"])
def test_variants_find_each_other(method):
    pairs = [pair for kind in VARIANTS.values() for pair in kind]
    pages = add_pages(written for written, _ in pairs)
    missed = [(written, typed) for written, typed in pairs if written not in found(pages, typed, method)]
    assert len(pairs) >= 60
    assert 1 - len(missed) / len(pairs) >= RECALL, missed


def test_words_that_look_alike_do_not_find_each_other():
    pages = add_pages(written for written, _ in DIFFERENT)
    mistaken = [(written, typed) for written, typed in DIFFERENT if written in found(pages, typed, "search")]
    assert len(DIFFERENT) >= 60
    assert len(mistaken) / len(DIFFERENT) <= FALSE_MATCHES, mistaken
