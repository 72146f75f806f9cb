"""The same service behind Django REST framework, and what every door refuses before it reads."""

import json
from pathlib import Path

import pytest
from django.apps import apps
from django.test import Client
from django.urls import include, path

from tests.comments.client import API, Reader, code_of, mailed_token
from tests.comments.factories import make_comment
from wagtail_gulf_summit.comments.models import CommentReport, ReaderComment
from wagtail_gulf_summit.comments.statuses import _STATUS

pytestmark = pytest.mark.django_db

urlpatterns = [
    path("api/newsroom/comments/", include("wagtail_gulf_summit.api.comments_drf")),
]


@pytest.fixture
def drf(settings):
    settings.ROOT_URLCONF = __name__


def test_a_comment_lives_its_life_beside_v2(reader, drf):
    posted = reader.post("مقال مفيد", key="k")
    assert (posted.status_code, posted.json()["state"]) == (202, "unconfirmed")
    assert reader.post("مقال مفيد", key="k").json()["id"] == posted.json()["id"]
    comment_id = posted.json()["id"]
    assert reader.confirm(comment_id).json()["state"] == "pending"
    ReaderComment.objects.get(pk=comment_id)
    edit = {"X-Edit-Token": posted.json()["edit_token"]}
    assert reader.send("PATCH", f"{comment_id}/", {"body": "مقال مفيد جدًا"}, **edit).status_code == 200
    assert reader.send("DELETE", f"{comment_id}/", **edit).json()["state"] == "removed"


def test_both_doors_list_and_count_the_same(reader, article, settings):
    root = make_comment(article, "سؤال")
    make_comment(article, "جواب", reply_to=root)
    ninja = [reader.get("", page=article.pk, count="true").json(), reader.get("counts/", pages=str(article.pk)).json()]
    settings.ROOT_URLCONF = __name__
    drf = [reader.get("", page=article.pk, count="true").json(), reader.get("counts/", pages=str(article.pk)).json()]
    assert ninja == drf
    assert ninja[0]["count"] == 2


@pytest.mark.parametrize("door", ["ninja", "drf"])
def test_every_door_refuses_alike(reader, article, settings, door):
    comment = make_comment(article)
    if door == "drf":
        settings.ROOT_URLCONF = __name__
    missing = {"page": article.pk, "name": "S", "email": "s@example.com"}
    answers = [
        reader.send("POST", "", missing),
        reader.send("POST", "", "{" * 10_000),
        reader.send("POST", "", "[" * 100_000),
        reader.send("POST", "", {**missing, "body": "x", "token": "x" * 50}),
        reader.send("POST", "", {**missing, "body": "x" * 3_000_000}),
        reader.get("", page=article.pk, pgae=1),
        reader.get("", page="0"),
        reader.get("", page=article.pk, limit=101),
        reader.get("", page=article.pk, cursor="x"),
        reader.send("PATCH", f"{comment.pk}/", {"body": "x"}),
        reader.send("PATCH", f"{2**70}/", {"body": "x"}),
        reader.send("DELETE", "abc/"),
        reader.send("POST", "confirm/", {"token": "x"}),
        reader.send("POST", f"{comment.pk}/report/", {"reason": "x"}),
        reader.send("POST", f"{comment.pk}/report/", {"details": "a\x00b"}),
        reader.send("POST", f"{comment.pk + 1}/report/"),
    ]
    assert [code_of(answer) for answer in answers] == [
        (400, "invalid-input"),
        (400, "invalid-input"),
        (400, "invalid-input"),
        (403, "token-invalid"),
        (413, "too-large"),
        (400, "unknown-parameter"),
        (400, "invalid-parameter"),
        (400, "invalid-parameter"),
        (400, "bad-cursor"),
        (403, "edit-token-invalid"),
        (400, "invalid-input"),
        (400, "invalid-input"),
        (403, "confirmation-invalid"),
        (400, "invalid-input"),
        (400, "invalid-input"),
        (404, "comment-not-found"),
    ]
    assert reader.http.get(f"{API}confirm/").status_code == 405


@pytest.mark.parametrize("door", ["ninja", "drf"])
def test_parameters_are_read_as_strictly_as_those_of_other_lists(reader, article, settings, door):
    if door == "drf":
        settings.ROOT_URLCONF = __name__
    known = ["count", "cursor", "limit", "order", "page", "root"]
    answer = reader.get("", page=article.pk, pgae=1)
    assert code_of(answer) == (400, "unknown-parameter")
    assert (answer.json()["known"], answer.json()["errors"][0]["field"]) == (known, "pgae")
    refused = {
        "": ["page"],
        f"?page={article.pk}&page={article.pk}": ["page"],
        "?page=1.0&limit=+5&order=best&root=0&count=1": ["count", "limit", "order", "page", "root"],
        f"?page={2**70}&limit=0": ["limit", "page"],
        "counts/": ["pages"],
        f"counts/?pages={article.pk},x": ["pages"],
        "counts/?pages=" + ",".join(["1"] * 101): ["pages"],
        "token/?page=x": ["page"],
    }
    for address, fields in refused.items():
        answer = reader.get(address)
        assert code_of(answer) == (400, "invalid-parameter"), address
        assert sorted(error["field"] for error in answer.json()["errors"]) == fields, address
    assert reader.get("", page=article.pk, limit=100).status_code == 200


@pytest.mark.parametrize("door", ["ninja", "drf"])
def test_whoever_asks_for_the_head_of_an_answer_gets_it(reader, article, settings, door):
    make_comment(article)
    if door == "drf":
        settings.ROOT_URLCONF = __name__
    for address in (f"?page={article.pk}", f"token/?page={article.pk}", f"counts/?pages={article.pk}"):
        head, whole = reader.http.head(API + address), reader.get(address)
        assert (head.status_code, head.content) == (200, b"")
        assert head["Content-Type"] == whole["Content-Type"]
    assert reader.http.head(f"{API}?page=x").status_code == 400
    if door == "ninja":
        assert {"GET", "HEAD", "POST"} <= set(reader.http.options(API)["Allow"].split(", "))


def test_the_door_to_comments_brings_no_models_of_rooms_that_are_not_installed():
    with_models = {label for label, models in apps.all_models.items() if models}
    assert with_models <= {config.label for config in apps.get_app_configs()}


@pytest.mark.parametrize("door", ["ninja", "drf"])
@pytest.mark.parametrize("content_type", ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data"])
def test_what_any_foreign_page_could_send_is_not_acted_on(reader, article, settings, door, content_type):
    """A browser asks the CORS allow-list before it sends JSON to another origin, and before nothing else."""
    comment = make_comment(article)
    token = reader.token()
    if door == "drf":
        settings.ROOT_URLCONF = __name__
    payload = json.dumps({"page": article.pk, "name": "S", "email": "s@example.com", "body": "x", "token": token})
    for door_path, body in (("", payload), (f"{comment.pk}/report/", '{"reason": "spam"}')):
        answer = reader.http.generic("POST", API + door_path, body, content_type=content_type)
        assert code_of(answer) == (415, "unsupported-media-type")
    assert (ReaderComment.objects.count(), CommentReport.objects.count()) == (1, 0)


@pytest.mark.parametrize("door", ["ninja", "drf"])
def test_a_member_posts_under_their_own_name(article, settings, open_house, django_user_model, door):
    if door == "drf":
        settings.ROOT_URLCONF = __name__
        settings.REST_FRAMEWORK = {}
    member = django_user_model.objects.create_user("huda", "huda@example.com", "x", first_name="هدى")
    reader = Reader(article, name="غيرها", email="other@example.com")
    reader.http.force_login(member)
    posted = reader.post("نص")
    assert (posted.status_code, posted.json()["comment"]["author"]) == (201, "هدى")


def test_drf_asks_a_member_for_the_csrf_token(article, drf, django_user_model):
    http = Client(enforce_csrf_checks=True)
    http.force_login(django_user_model.objects.create_user("huda", "huda@example.com", "x"))
    comment = make_comment(article)
    answer = http.post(f"{API}{comment.pk}/report/", "{}", content_type="application/json")
    assert code_of(answer) == (403, "http-error")


def test_the_reference_names_every_refusal():
    reference = (Path(__file__).parents[2] / "docs" / "reference" / "comments.md").read_text(encoding="utf-8")
    assert [code for code in _STATUS if f"`{code}`" not in reference] == []


def test_a_confirmation_behind_drf_publishes_on_post_alone(reader, drf):
    comment_id = reader.post().json()["id"]
    for method in ("get", "head"):
        assert getattr(reader.http, method)(f"{API}confirm/", {"token": mailed_token(comment_id)}).status_code == 405
    assert reader.confirm(comment_id).status_code == 200
