"""What a form may carry, and what it may not."""

import pytest
from django.utils import timezone

from tests.comments.client import Reader, code_of
from tests.comments.factories import make_comment
from tests.comments.site import make_article
from wagtail_gulf_summit.comments.models import OutboxMail, ReaderComment

pytestmark = pytest.mark.django_db


def fields_of(response):
    assert code_of(response) == (400, "invalid-input")
    return [error["field"] for error in response.json()["errors"]]


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("body", "ط" * 3001),
        ("body", ""),
        ("body", " \n\t "),
        ("body", "\u200b\u200d\u2060\ufeff"),
        ("body", "\u3164\u2800"),
        ("body", "a\x00b"),
        ("body", "a\x1bb"),
        ("name", ""),
        ("name", "س" * 51),
        ("name", "a\x00b"),
        ("name", "\u200b\u200d"),
        ("name", "\u202enimda"),
        ("name", "\u2066admin"),
        ("name", "Sara\r\nBcc: all@example.com"),
        ("name", "Sara\nX"),
        ("email", ""),
        ("email", "nobody"),
        ("email", "a@example.com\r\nBcc: b@example.com"),
        ("email", "a@example.com\n"),
        ("email", f"{'a' * 288}@example.com"),
        ("email", f"a@{'b' * 60}.{'c' * 60}.{'d' * 60}.{'e' * 60}.{'f' * 60}.com"),
        ("url", "javascript:alert(1)"),
        ("url", "data:text/html,x"),
        ("url", f"https://example.com/{'a' * 280}"),
        ("url", "https://example.com/\r\nx"),
    ],
)
def test_a_field_that_cannot_be_kept_is_named(reader, field, value):
    assert fields_of(reader.post(**{"body": "تعليق", field: value})) == [field]
    assert ReaderComment.objects.count() == OutboxMail.objects.count() == 0


@pytest.mark.parametrize("field", ["body", "name", "email", "url"])
def test_a_lone_surrogate_is_refused(reader, field):
    assert fields_of(reader.post(**{"body": "تعليق", field: "a\ud800b"})) == [field]
    assert ReaderComment.objects.count() == 0


def test_every_field_at_fault_is_named_at_once(reader):
    assert fields_of(reader.post(body="", name="", email="x", url="y")) == ["name", "email", "url", "body"]


@pytest.mark.parametrize("page", [0, -1, 2**31, 2**63, 2**200, "abc", "1 OR 1=1", 1.5, None, [1], {"id": 1}, True])
def test_a_page_id_that_is_none_is_a_client_error(reader, page):
    response = reader.send(
        "POST", "", {"page": page, "name": "S", "email": "s@example.com", "body": "x", "token": reader.token()}
    )
    assert 400 <= response.status_code < 500
    assert response["Content-Type"] == "application/problem+json"


@pytest.mark.parametrize("page", ["0", "-1", str(2**31), str(2**200), "abc", "", "1;2", "１２"])
def test_a_page_id_that_is_none_cannot_be_listed_or_counted(reader, page):
    for response in (reader.get("", page=page), reader.get("token/", page=page)):
        assert 400 <= response.status_code < 500
        assert response["Content-Type"] == "application/problem+json"
    assert reader.get("counts/", pages=page).status_code in (200, 400)


@pytest.mark.parametrize("parent", [0, -5, 2**31, 2**70, "x"])
def test_a_parent_id_that_is_none_is_refused(reader, parent):
    assert code_of(reader.post(parent=parent))[0] == 400


@pytest.mark.parametrize("comment", ["0", "-1", str(2**31), str(2**70), "abc"])
def test_a_comment_id_that_is_none_is_a_client_error(reader, comment):
    for method, path in (("POST", f"{comment}/report/"), ("PATCH", f"{comment}/"), ("DELETE", f"{comment}/")):
        response = reader.send(method, path, {"body": "x"} if method == "PATCH" else {}, **{"X-Edit-Token": "x"})
        assert 400 <= response.status_code < 500


@pytest.mark.parametrize("cursor", ["x", "AAAA", "####", "cDEyMw", "%00", "é", "MjAyNi0wMS0wMXwx"])
def test_a_cursor_of_ones_own_making_is_refused(reader, cursor):
    answer = reader.get("", page=reader.page.pk, cursor=cursor)
    assert code_of(answer) == (400, "bad-cursor")
    assert [error["field"] for error in answer.json()["errors"]] == ["cursor"]


def test_three_megabytes_are_refused_unread(reader):
    payload = {"page": reader.page.pk, "name": "S", "email": "s@example.com", "token": "x", "body": "x" * 3_000_000}
    assert code_of(reader.send("POST", "", payload)) == (413, "too-large")


@pytest.mark.parametrize("content", ["", "{", "[]", "null", '"x"', "\x00", "{" * 10000])
def test_what_is_no_json_object_is_refused(reader, content):
    assert code_of(reader.send("POST", "", content))[0] == 400


def test_a_field_that_does_not_exist_is_named(reader):
    assert fields_of(reader.post(content_type="auth.user", is_public=True)) == ["content_type", "is_public"]


def test_a_parameter_that_does_not_exist_is_named_with_those_that_do(reader):
    response = reader.get("", page=reader.page.pk, pgae=1)
    assert code_of(response) == (400, "unknown-parameter")
    document = response.json()
    assert [error["field"] for error in document["errors"]] == ["pgae"]
    assert document["known"] == ["count", "cursor", "limit", "order", "page", "root"]


def test_markup_is_kept_as_text_and_served_as_data(reader, open_house):
    body = "<script>alert(1)</script> & <b>x</b>"
    reader.post(body)
    response = reader.get("", page=reader.page.pk)
    assert response["Content-Type"] == "application/json"
    assert response.json()["items"][0]["body"] == body


def test_errors_speak_the_language_that_is_asked_for(reader):
    english = reader.post("", headers={"Accept-Language": "en"})
    assert english.json()["errors"] == [{"field": "body", "message": "Write a comment."}]
    assert english["Content-Language"] == "en"
    assert reader.post("", headers={"Accept-Language": "ar"})["Content-Language"] == "ar"


def test_the_honeypot_refuses_and_sends_no_mail(reader):
    assert code_of(reader.post(honeypot="x")) == (400, "refused")
    assert ReaderComment.objects.count() == OutboxMail.objects.count() == 0


def test_a_known_and_an_unknown_address_look_the_same(reader, article, settings):
    settings.GULF_SUMMIT_COMMENTS_POLICY = "trusted"
    settings.GULF_SUMMIT_COMMENTS_TRUST_AFTER = 1
    make_comment(article, "سابق", email="known@example.com", confirmed_at=timezone.now())
    answers = []
    for email in ("known@example.com", "unknown@example.com"):
        response = Reader(article, email=email).post("جديد")
        document = response.json()
        answers.append((response.status_code, document["state"], document["message"], set(document)))
    assert answers[0] == answers[1]


def test_what_is_public_holds_neither_mail_nor_address_nor_key(reader, open_house):
    reader.post("نص")
    comment = ReaderComment.objects.get()
    public = reader.get("", page=reader.page.pk).content.decode()
    for secret in (comment.user_email, "127.0.0.1", comment.author_key, comment.ip_key):
        assert secret and secret not in public


def test_the_address_is_kept_as_a_keyed_hash_only(reader):
    reader.post("نص")
    comment = ReaderComment.objects.get()
    assert comment.ip_address is None
    assert len(comment.ip_key) == 64


def test_counts_take_a_hundred_pages_and_no_more(reader, news):
    pages = [make_article(news.section).pk for _ in range(2)]
    assert len(reader.get("counts/", pages=",".join(map(str, pages))).json()["items"]) == 2
    assert code_of(reader.get("counts/", pages=",".join(["1"] * 101)))[0] == 400
