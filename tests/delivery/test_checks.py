"""Where the short way must stand among the middleware."""

import pytest

from wagtail_gulf_summit.api.checks import SHORT_WAY, check_short_way

SECURITY = "django.middleware.security.SecurityMiddleware"
SESSION = "django.contrib.sessions.middleware.SessionMiddleware"


@pytest.mark.parametrize(
    ("middleware", "ids"),
    [
        ([SECURITY, SESSION], []),
        ([SECURITY, SHORT_WAY, SESSION], []),
        ([SHORT_WAY, SECURITY, SESSION], ["gulf_summit.W804"]),
        ([SECURITY, SESSION, SHORT_WAY], ["gulf_summit.W803"]),
    ],
)
def test_the_short_way_stands_below_what_must_see_every_answer_and_above_sessions(settings, middleware, ids):
    settings.MIDDLEWARE = middleware
    assert [message.id for message in check_short_way(None)] == ids
