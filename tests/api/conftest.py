import logging

import pytest

from .newsroom_site import build_newsroom


@pytest.fixture
def newsroom(news_site):
    """See ``tests.api.newsroom_site.Newsroom``."""
    return build_newsroom(news_site)


@pytest.fixture(autouse=True)
def no_failed_documents(caplog):
    """A document that cannot be computed is only logged; in tests that is a failure."""
    yield
    failures = [record for record in caplog.records if record.name == "wagtail_gulf_summit.delivery"]
    assert [record.getMessage() for record in failures if record.levelno >= logging.ERROR] == []
