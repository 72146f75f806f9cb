"""A page of the list costs the same whatever there is, and stays within bounds."""

from datetime import datetime, timedelta
from datetime import timezone as dt_timezone

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from tests.comments.client import Reader, code_of
from tests.comments.factories import copy_root, make_comment
from tests.comments.site import make_article, translate
from wagtail_gulf_summit.arabic.dates import format_datetime
from wagtail_gulf_summit.comments import cursors, threads
from wagtail_gulf_summit.comments.models import ReaderComment
from wagtail_gulf_summit.comments.transitions import transition

pytestmark = pytest.mark.django_db


def queries_of(reader, path="", **params):
    with CaptureQueriesContext(connection) as queries:
        assert reader.get(path, **params).status_code == 200
    return len(queries)


def test_a_list_costs_as_many_queries_for_many_comments_as_for_one(reader, article, news):
    few = make_article(news.section)
    make_comment(make_comment(few).page, reply_to=ReaderComment.objects.get(page=few))
    for _thread in range(6):
        root = make_comment(article)
        for _reply in range(3):
            make_comment(article, reply_to=root)
    # What a process asks for once, such as content types, has been asked for.
    reader.listed()
    reader.get("counts/", pages=str(few.pk))
    cursor = reader.get("", page=article.pk, limit=2).json()["next"]
    assert queries_of(reader, page=few.pk) == queries_of(reader, page=article.pk) == 1
    assert queries_of(reader, page=article.pk, cursor=cursor) == 1
    assert queries_of(reader, "counts/", pages=str(few.pk)) == 3
    assert queries_of(reader, "counts/", pages=f"{few.pk},{article.pk}") == 3


def test_an_answer_is_bounded_however_long_the_comments_are(reader, article):
    for thread in range(4):
        root = make_comment(article, f"{thread}".ljust(3000, "ط"))
        for reply in range(20):
            make_comment(article, f"{thread} {reply}".ljust(3000, "ط"), reply_to=root)
    met, cursor, sizes = [], "", []
    while cursor is not None:
        response = reader.get("", page=article.pk, limit=50, cursor=cursor)
        sizes.append(len(response.content))
        met += [item["id"] for item in response.json()["items"]]
        cursor = response.json()["next"]
    assert len(sizes) == 4
    assert max(sizes) < threads.TEXT_LIMIT
    assert sorted(met) == sorted(ReaderComment.objects.values_list("pk", flat=True))


def test_ten_thousand_comments_are_walked_in_bounded_pages_of_one_query_each(reader, article):
    newest = make_comment(article)
    there = [newest.pk, *copy_root(newest, 9_999)]
    met, cursor, sizes = [], "", []
    while cursor is not None:
        with CaptureQueriesContext(connection) as queries:
            response = reader.get("", page=article.pk, limit=50, cursor=cursor)
        assert len(queries) == 1
        sizes.append(len(response.content))
        document = response.json()
        met += [item["id"] for item in document["items"]]
        cursor = document["next"]
        if len(sizes) == 100:
            make_comment(article, "جديد")
    assert met == there
    assert (len(sizes), max(sizes) < 25_000) == (200, True)


@pytest.mark.parametrize("order", ["newest", "oldest"])
def test_comments_of_the_same_moment_are_neither_repeated_nor_skipped(reader, article, order):
    moment = timezone.now()
    there = [make_comment(article, created_at=moment).pk for _ in range(7)]
    met, cursor = [], ""
    while cursor is not None:
        page = reader.get("", page=article.pk, limit=2, order=order, cursor=cursor).json()
        met += [item["id"] for item in page["items"]]
        cursor = page["next"]
    assert met == (there if order == "oldest" else there[::-1])


def test_a_comment_that_appears_or_goes_while_a_list_is_walked_moves_no_other(reader, article):
    start = timezone.now() - timedelta(hours=1)
    there = [make_comment(article, created_at=start + timedelta(minutes=n)).pk for n in range(6)]
    late = make_comment(article, state="pending", created_at=start + timedelta(minutes=4, seconds=30)).pk
    first = reader.get("", page=article.pk, limit=3).json()
    transition(late, "approved")
    transition(there[3], "removed")
    make_comment(article)
    rest = reader.get("", page=article.pk, limit=3, cursor=first["next"]).json()
    assert [item["id"] for item in first["items"] + rest["items"]] == there[::-1]


def test_the_replies_of_a_long_thread_are_followed_to_the_end(reader, article):
    root = make_comment(article)
    replies = [make_comment(article, reply_to=root).pk for _ in range(45)]
    first = reader.listed()
    met, cursor = [item["id"] for item in first[1:]], first[0]["replies_next"]
    while cursor is not None:
        page = reader.get("", page=article.pk, root=root.pk, cursor=cursor, limit=10).json()
        met += [item["id"] for item in page["items"]]
        cursor = page["next"]
    assert met == replies


def test_hidden_replies_stay_hidden_when_their_parent_is_approved(reader, article):
    parent = make_comment(article, "أصل", state="pending")
    shown = make_comment(article, "ظاهر", reply_to=None)
    for state in ("unconfirmed", "pending", "rejected", "spam"):
        row = make_comment(article, state, state=state)
        ReaderComment.objects.filter(pk=row.pk).update(root=parent.pk, reply_to=parent.pk, level=1, listed_at=None)
    transition(parent.pk, "approved")
    assert [item["id"] for item in reader.listed(order="oldest")] == [parent.pk, shown.pk]
    comment = ReaderComment.objects.get(pk=parent.pk)
    comment.save()
    assert ReaderComment.objects.filter(is_public=True).count() == 2


@pytest.mark.parametrize("state", ["unconfirmed", "pending", "rejected", "spam", "removed", "erased"])
def test_what_is_not_approved_appears_nowhere(reader, article, state):
    hidden = make_comment(article, "سر", state=state, email="secret@example.com", name="سري")
    answers = [
        reader.get("", page=article.pk, count="true"),
        reader.get("counts/", pages=str(article.pk)),
        reader.get("", page=article.pk, root=hidden.pk),
        reader.send("POST", f"{hidden.pk}/report/"),
    ]
    assert [answer.status_code for answer in answers] == [200, 200, 404, 404]
    assert answers[0].json() == {"items": [], "next": None, "policy": "premoderated", "count": 0}
    assert answers[1].json() == {"items": [{"page": article.pk, "count": 0}]}
    assert not any("سر" in answer.content.decode() for answer in answers)


def test_replies_of_a_translation_that_is_withheld_stay_out(reader, article, settings, open_house):
    settings.GULF_SUMMIT_COMMENTS_JOIN_TRANSLATIONS = True
    english = translate(article)
    root = reader.post("سؤال").json()["id"]
    reply = Reader(english).post("Answer", parent=root).json()["id"]
    assert [item["id"] for item in reader.listed()] == [root, reply]
    english.unpublish()
    assert [item["id"] for item in reader.listed()] == [root]
    assert code_of(reader.post("رد", parent=reply)) == (400, "parent-not-open")


def test_times_are_told_in_the_language_of_the_page_that_was_asked_for(reader, article, settings, open_house):
    settings.GULF_SUMMIT_COMMENTS_JOIN_TRANSLATIONS = True
    english = translate(article)
    morning = datetime(2014, 9, 17, 5, 30, tzinfo=dt_timezone.utc)
    root = make_comment(article, "سؤال", created_at=morning, language="en")
    reply = make_comment(
        english, "Answer", reply_to=root, created_at=morning + timedelta(days=1), edited_at=morning + timedelta(days=2)
    )
    make_comment(article, reply_to=reply, state="removed", edited_at=morning)
    times = ("created_at_display", "edited_at_display")
    in_arabic = [("17 سبتمبر 2014، 9:30 ص", ""), ("18 سبتمبر 2014، 9:30 ص", "19 سبتمبر 2014، 9:30 ص")]
    assert [tuple(item[name] for name in times) for item in reader.listed()] == in_arabic
    assert [tuple(item[name] for name in times) for item in reader.listed(root=root.pk)] == in_arabic[1:]
    in_english = [tuple(item[name] for name in times) for item in reader.listed(english)]
    assert in_english == [("17 September 2014, 09:30", ""), ("18 September 2014, 09:30", "19 September 2014, 09:30")]
    posted = Reader(english).post("Well").json()["comment"]
    ours = ReaderComment.objects.get(pk=posted["id"]).created_at
    assert posted["created_at_display"] == format_datetime(timezone.localtime(ours), "en")


def test_a_page_that_has_expired_is_not_there(reader, article):
    type(article).objects.filter(pk=article.pk).update(expire_at=timezone.now() - timedelta(seconds=1))
    assert code_of(reader.get("", page=article.pk)) == (404, "page-not-found")


@pytest.mark.parametrize("time", ["0001-01-01T00:00:00+23:59", "9999-12-31T23:59:59-23:59"])
def test_a_cursor_at_the_end_of_the_calendar_is_refused(reader, article, time):
    cursor = cursors._pack(f"{time}|1")
    assert code_of(reader.get("", page=article.pk, cursor=cursor)) == (400, "bad-cursor")
    assert code_of(reader.get("", page=article.pk, cursor=cursor, order="oldest")) == (400, "bad-cursor")


def test_a_name_that_is_an_address_is_not_shown(reader, article, open_house, django_user_model):
    assert code_of(reader.post(name="sara@example.com")) == (400, "invalid-input")
    member = Reader(article)
    member.http.force_login(django_user_model.objects.create_user("huda@example.com", "huda@example.com", "x"))
    shown = member.post("نص").json()["comment"]["author"]
    assert shown and "@" not in shown


def test_a_reply_to_a_comment_that_is_gone_meanwhile_waits_for_a_moderator(reader, article, settings):
    settings.GULF_SUMMIT_COMMENTS_POLICY = "postmoderated"
    parent = make_comment(article, "أصل")
    reply = reader.post("رد", parent=parent.pk).json()["id"]
    transition(parent.pk, "rejected")
    assert reader.confirm(reply).json()["state"] == "pending"
    assert ReaderComment.objects.get(pk=reply).reason == "answered"


def test_a_page_without_a_site_is_not_there(reader, article):
    from wagtail.models import Site

    Site.objects.all().delete()
    assert code_of(reader.get("", page=article.pk)) == (404, "page-not-found")
    assert reader.get("counts/", pages=str(article.pk)).json() == {"items": []}


def test_an_edit_that_changes_nothing_leaves_no_version_and_edits_are_capped(reader, open_house, settings):
    settings.GULF_SUMMIT_COMMENTS_RATES = {"edit": "3/hour"}
    receipt = reader.post("نص").json()
    edit = {"X-Edit-Token": receipt["edit_token"]}
    answers = [reader.send("PATCH", f"{receipt['id']}/", {"body": body}, **edit) for body in ("نص", "١", "٢", "٣")]
    assert [answer.status_code for answer in answers] == [200, 200, 200, 429]
    assert ReaderComment.objects.get().revisions.count() == 2


def test_a_guessed_idempotency_key_gives_no_right_to_change_the_comment(reader, article):
    mine = reader.post("نص", key="1").json()
    theirs = Reader(article, address="198.51.100.7").post("نص", key="1")
    assert mine["edit_token"]
    assert theirs.json().get("edit_token") is None
