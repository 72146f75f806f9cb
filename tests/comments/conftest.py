"""A news site with an article that takes comments, and a reader to write them."""

import pytest

from tests.comments.client import Reader
from tests.comments.site import build_site, make_article
from tests.remembered import remembered


@pytest.fixture(autouse=True)
def tokens_serve_at_once(settings):
    settings.GULF_SUMMIT_COMMENTS_TOKEN_AGE = (0, 7200)


@pytest.fixture
def news(db, request):
    return remembered(build_site, request.node)


@pytest.fixture
def article(news):
    return make_article(news.section, title="قمة الحكومات", slug="summit")


@pytest.fixture
def reader(article):
    return Reader(article)


@pytest.fixture
def open_house(settings):
    """Comments are published at once, without a confirmation."""
    settings.GULF_SUMMIT_COMMENTS_CONFIRM_EMAIL = False
    settings.GULF_SUMMIT_COMMENTS_POLICY = "postmoderated"
