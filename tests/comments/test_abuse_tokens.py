"""Form tokens, repeated posts and confirmations."""

from datetime import timedelta

import pytest
from django.utils import timezone

from tests.comments.client import API, Reader, code_of, mailed_token, state_of
from tests.comments.site import make_article
from wagtail_gulf_summit.comments import tokens
from wagtail_gulf_summit.comments.models import OutboxMail, ReaderComment
from wagtail_gulf_summit.comments.transitions import transition

pytestmark = pytest.mark.django_db


def test_a_comment_needs_a_token(reader):
    assert code_of(reader.post(token=None)) == (403, "token-missing")
    assert code_of(reader.post(token="")) == (403, "token-missing")


def test_a_forged_token_is_refused(reader):
    genuine = reader.token()
    forged = [genuine[:-1] + ("A" if genuine[-1] != "A" else "B"), "x", "a:b", genuine.split(":")[0], "é" * 30]
    assert [code_of(reader.post(token=token)) for token in forged] == [(403, "token-invalid")] * len(forged)


def test_a_token_of_another_purpose_is_refused(reader):
    edit_token = reader.post("أول").json()["edit_token"]
    assert code_of(reader.post(token=edit_token)) == (403, "token-invalid")


def test_another_page_s_token_is_refused(reader, news):
    other = make_article(news.section)
    assert code_of(reader.post(token=reader.token(other))) == (403, "token-invalid")


def test_a_token_serves_neither_too_early_nor_too_late(reader, settings, monkeypatch):
    settings.GULF_SUMMIT_COMMENTS_TOKEN_AGE = (2, 7200)
    early = reader.post()
    assert code_of(early) == (403, "token-too-early")
    assert early["Retry-After"] in ("1", "2")
    token = reader.token()
    now = tokens.time.time()
    monkeypatch.setattr(tokens.time, "time", lambda: now + 7201)
    assert code_of(reader.post(token=token)) == (403, "token-expired")


def test_a_token_serves_once(reader):
    token = reader.token()
    assert reader.post("أول", token=token).status_code == 202
    assert code_of(reader.post("ثان", token=token)) == (409, "token-used")
    assert ReaderComment.objects.count() == 1


def test_a_refused_form_does_not_use_up_its_token(reader):
    token = reader.token()
    assert code_of(reader.post("", token=token)) == (400, "invalid-input")
    assert reader.post("أول", token=token).status_code == 202


def test_the_same_idempotency_key_gives_the_same_comment(reader):
    first, again = reader.post("مرة", key="k1"), reader.post("مرة", key="k1")
    assert (first.status_code, again.status_code) == (202, 202)
    assert first.json()["id"] == again.json()["id"]
    assert ReaderComment.objects.count() == OutboxMail.objects.count() == 1


def test_an_idempotency_key_belongs_to_one_comment_of_one_author_on_one_page(reader, news):
    reader.post("مرة", key="k1")
    assert code_of(reader.post("غير ذلك", key="k1")) == (409, "idempotency-key-reused")
    assert Reader(reader.page, email="other@example.com").post("مرة", key="k1").status_code == 202
    assert Reader(make_article(news.section)).post("مرة", key="k1").status_code == 202
    assert ReaderComment.objects.count() == 3


def test_the_same_words_in_the_same_place_are_refused_whatever_their_spelling(reader):
    reader.post("إنَّهُ مقالٌ رائع")
    assert code_of(reader.post("انه   مقال رائع")) == (409, "repeat-post")


@pytest.mark.parametrize("method", ["get", "head"])
def test_reading_the_confirmation_address_changes_nothing(reader, method):
    comment_id = reader.post().json()["id"]
    response = getattr(reader.http, method)(f"{API}confirm/", {"token": mailed_token(comment_id)})
    assert response.status_code == 405
    assert state_of(comment_id) == "unconfirmed"


def test_a_confirmation_serves_once(reader):
    comment_id = reader.post().json()["id"]
    assert reader.confirm(comment_id).status_code == 200
    assert code_of(reader.confirm(comment_id)) == (409, "confirmation-used")


@pytest.mark.parametrize("token", ["x", "", "a" * 200, "é"])
def test_a_confirmation_nobody_was_sent_is_refused(reader, token):
    assert code_of(reader.send("POST", "confirm/", {"token": token})) == (403, "confirmation-invalid")


def test_a_confirmation_expires(reader):
    comment_id = reader.post().json()["id"]
    ReaderComment.objects.filter(pk=comment_id).update(confirm_until=timezone.now() - timedelta(seconds=1))
    assert code_of(reader.confirm(comment_id)) == (403, "confirmation-expired")
    assert state_of(comment_id) == "unconfirmed"


@pytest.mark.parametrize("state", ["removed", "erased"])
def test_a_confirmation_does_not_bring_back_what_is_gone(reader, state):
    comment_id = reader.post().json()["id"]
    token = mailed_token(comment_id)
    transition(comment_id, state)
    assert code_of(reader.send("POST", "confirm/", {"token": token})) == (403, "confirmation-invalid")
    assert state_of(comment_id) == state


def test_the_policy_is_judged_again_at_the_confirmation(reader, settings):
    settings.GULF_SUMMIT_COMMENTS_POLICY = "postmoderated"
    closed, held = reader.post("أول").json()["id"], reader.post("ثان").json()["id"]
    settings.GULF_SUMMIT_COMMENTS_POLICY = "closed"
    assert code_of(reader.confirm(closed)) == (403, "comments-closed")
    assert state_of(closed) == "unconfirmed"
    settings.GULF_SUMMIT_COMMENTS_POLICY = "premoderated"
    assert reader.confirm(held).json()["state"] == "pending"


def test_a_confirmation_for_a_page_that_is_gone_publishes_nothing(reader):
    comment_id = reader.post().json()["id"]
    reader.page.unpublish()
    assert code_of(reader.confirm(comment_id)) == (404, "page-not-found")
    assert state_of(comment_id) == "unconfirmed"


def test_many_posts_to_one_address_are_capped(reader, settings):
    settings.GULF_SUMMIT_COMMENTS_RATES = {"post": "100/minute"}
    answers = [reader.post(f"رقم {n}") for n in range(50)]
    assert [response.status_code for response in answers] == [202] * 5 + [429] * 45
    assert code_of(answers[-1]) == (429, "too-many")
    assert 0 < int(answers[-1]["Retry-After"]) <= 3600
    assert OutboxMail.objects.count() == ReaderComment.objects.count() == 5


def test_a_forged_forwarding_header_changes_nothing(reader, settings):
    settings.GULF_SUMMIT_COMMENTS_RATES = {"post": "3/minute"}
    answers = [
        Reader(reader.page, email=f"r{n}@example.com").post(headers={"X-Forwarded-For": f"198.51.100.{n}"})
        for n in range(5)
    ]
    assert [response.status_code for response in answers] == [202] * 3 + [429] * 2
    assert ReaderComment.objects.values("ip_key").distinct().count() == 1


def test_the_site_s_own_proxies_are_believed(reader, settings):
    settings.GULF_SUMMIT_COMMENTS_TRUSTED_PROXIES = 1
    settings.GULF_SUMMIT_COMMENTS_RATES = {"post": "1/minute"}
    forwarded = ["203.0.113.1", "6.6.6.6, 203.0.113.1", "203.0.113.2"]
    answers = [
        Reader(reader.page, email=f"r{n}@example.com").post(headers={"X-Forwarded-For": hops})
        for n, hops in enumerate(forwarded)
    ]
    assert [response.status_code for response in answers] == [202, 429, 202]
