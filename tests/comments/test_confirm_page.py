"""The page that the confirmation mail links to."""

import re

import pytest
from django.test import Client

from tests.comments.client import mailed_token, state_of
from wagtail_gulf_summit.comments.models import ReaderComment
from wagtail_gulf_summit.comments.states import State

pytestmark = pytest.mark.django_db


@pytest.fixture
def browser():
    return Client(enforce_csrf_checks=True)


@pytest.fixture
def comment(reader, open_house, settings):
    settings.GULF_SUMMIT_COMMENTS_CONFIRM_EMAIL = True
    reader.post("تعليق سري")
    return ReaderComment.objects.get()


def csrf_of(response):
    return re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', response.content.decode()).group(1)


def test_looking_at_the_page_confirms_nothing(comment, browser):
    token = mailed_token(comment.pk)
    shown = browser.get("/comments/confirm/", {"token": token})
    assert [shown.status_code, browser.head("/comments/confirm/", {"token": token}).status_code] == [200, 200]
    assert state_of(comment.pk) == State.UNCONFIRMED
    assert "تعليق سري" not in shown.content.decode()
    assert (shown["Referrer-Policy"], shown["X-Robots-Tag"]) == ("same-origin", "noindex")
    assert "no-store" in shown["Cache-Control"]


def test_its_button_confirms_once(comment, browser):
    token = mailed_token(comment.pk)
    shown = browser.get("/comments/confirm/", {"token": token})
    sent = {"token": token, "csrfmiddlewaretoken": csrf_of(shown)}
    assert browser.post("/comments/confirm/", {"token": token}).status_code == 403
    first, second = (browser.post("/comments/confirm/", sent) for _ in range(2))
    assert [first.status_code, second.status_code] == [201, 409]
    assert f"#comment-{comment.pk}" in first.content.decode()
    assert state_of(comment.pk) == State.APPROVED


@pytest.mark.parametrize("token", ["", "x", "x" * 5000, "\x00", "é'\"<script>"])
def test_a_token_that_is_none_is_refused(news, client, token):
    shown = client.get("/comments/confirm/", {"token": token})
    assert (shown.status_code, "<script>" in shown.content.decode()) == (200, False)
    assert client.post("/comments/confirm/", {"token": token}).status_code == 403


@pytest.mark.parametrize("language", ["ar", "en"])
def test_the_page_reads_in_the_language_of_the_article(comment, article, browser, language):
    article.locale = article.locale.__class__.objects.get(language_code=language)
    article.save()
    html = browser.get("/comments/confirm/", {"token": mailed_token(comment.pk)}).content.decode()
    direction = {"ar": "rtl", "en": "ltr"}[language]
    assert f'<html lang="{language}" dir="{direction}">' in html
