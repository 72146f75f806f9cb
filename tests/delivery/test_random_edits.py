"""Stored documents are what would be computed now, whatever editors do."""

import pytest

from tests.api.newsroom_site import build_newsroom

from . import edits

pytestmark = pytest.mark.django_db


def test_after_each_of_many_random_edits_everything_served_is_fresh(news_site):
    build_newsroom(news_site)
    assert edits.differences() == []
    for number in range(30):
        name, found = edits.step(seed=8, number=number)
        assert (number, name, found) == (number, name, [])
