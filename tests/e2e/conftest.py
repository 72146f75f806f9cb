"""A real browser over the live server: ``page``, ``log_in`` and ``screenshot``.

The browser is the system's Chromium; CHROMIUM names another. Screenshots are written to ``test-screenshots/``.
"""

import os
import re
import shutil
from pathlib import Path

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from playwright.sync_api import sync_playwright

from tests.e2e.languages import set_language

# Playwright keeps an event loop in this thread, which Django would take for an asynchronous view.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"

SCREENSHOTS = Path(__file__).parents[2] / "test-screenshots"
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
DESKTOP = {"width": 1280, "height": 900}
PHONE = {"width": 390, "height": 844}


def chromium_path() -> str:
    names = (os.environ.get("CHROMIUM"), "chromium", "chromium-browser", "google-chrome")
    path = next((found for name in names if name and (found := shutil.which(name))), None)
    assert path, "no Chromium: apt-get install chromium fonts-noto-core"
    return path


@pytest.fixture(scope="session")
def browser():
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium_path(), args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def viewport():
    """Override in a module, or parametrise with ``PHONE``, to see what a phone shows."""
    return DESKTOP


@pytest.fixture
def context(browser, live_server, viewport):
    """A fresh profile, at the live server, that knows no page but the site's own."""
    context = browser.new_context(base_url=live_server.url, viewport=viewport, locale="ar")
    context.set_default_timeout(15_000)
    yield context
    context.close()


@pytest.fixture
def page(context):
    """A tab. The test fails when a script on it does."""
    page = context.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    yield page
    assert errors == []


@pytest.fixture
def log_in(context, client, live_server):
    """``log_in("editor", groups=["Editors"], language="en")`` makes the user and logs the browser in.

    Without groups the user is a superuser. Returns the user.
    """

    def log_in(username="admin", groups=(), language="ar"):
        users = get_user_model().objects
        user = users.filter(username=username).first()
        if user is None:
            user = users.create_user(username, f"{username}@example.com", "pass", is_superuser=not groups)
            user.groups.set([Group.objects.get_or_create(name=name)[0] for name in groups])
        set_language(user, language)
        client.force_login(user)
        cookie = client.cookies["sessionid"]
        context.add_cookies([{"name": "sessionid", "value": cookie.value, "url": live_server.url}])
        return user

    return log_in


@pytest.fixture
def screenshot(request, page):
    """``screenshot("open")`` saves what the tab shows, named after the test, and returns the path."""

    def screenshot(name="", **options):
        SCREENSHOTS.mkdir(exist_ok=True)
        words = re.sub(r"[^\w-]+", "-", f"{request.node.name}-{name}").strip("-")
        path = SCREENSHOTS / f"{words}.png"
        page.screenshot(path=path, **options)
        return path

    return screenshot
