import logging

import pytest

from tests.articles.factories import make_article


@pytest.fixture
def article(news_site):
    """A published article in the section of the small news site."""
    return make_article(news_site.section, title="خبر اليوم", slug="today")


@pytest.fixture(autouse=True)
def no_failed_documents(caplog):
    """A document that cannot be computed is only logged; in tests that is a failure."""
    yield
    failures = [record for record in caplog.get_records("call") if record.name == "wagtail_gulf_summit.delivery"]
    assert [record.getMessage() for record in failures if record.levelno >= logging.ERROR] == []
