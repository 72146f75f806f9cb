"""What the desk's forms and its script do."""

import csv
import io
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from openpyxl import load_workbook
from wagtail.models import ModelLogEntry

from tests.comments.desk.conftest import make_moderator
from tests.comments.factories import make_comment
from wagtail_gulf_summit.comments.desk.metrics import metrics_for
from wagtail_gulf_summit.comments.models import ReaderComment, ReaderStanding, WordRule
from wagtail_gulf_summit.comments.states import State

pytestmark = pytest.mark.django_db
JSON = {"Accept": "application/json"}


def send(moderator, action, *comments, seen=None, **data):
    chosen = [f"{comment.pk}:{seen or comment.state}" for comment in comments]
    payload = {"action": action, "comment": chosen, **data}
    return moderator.post(reverse("reader_comments:decide"), payload, headers=JSON)


def states(*comments):
    return [ReaderComment.objects.get(pk=comment.pk).state for comment in comments]


def logged(comment):
    entries = ModelLogEntry.objects.filter(object_id=str(comment.pk)).order_by("timestamp", "pk")
    return [(entry.action.rpartition(".")[2], entry.user.username, entry.data.get("reason", "")) for entry in entries]


@pytest.mark.parametrize(
    ("action", "state"), [("approve", "approved"), ("reject", "rejected"), ("spam", "spam"), ("remove", "removed")]
)
def test_a_decision_is_made_logged_and_undone(moderator, article, action, state):
    comment = make_comment(article, state=State.PENDING)
    answer = send(moderator, action, comment, reason="off_topic")
    assert (answer.status_code, states(comment)) == (200, [state])
    assert answer.json()["counts"][state] == 1
    assert ReaderComment.objects.get().moderator == moderator.user
    undone = send(moderator, "undo", comment, seen=state)
    assert (undone.status_code, states(comment)) == (200, ["pending"])
    assert logged(comment) == [(action, "salma", "off_topic"), ("undo", "salma", "")]


def test_of_two_moderators_one_decides_and_the_other_is_told(moderator, article, news):
    other = make_moderator("other", news.section)
    comment = make_comment(article, state=State.PENDING)
    assert send(moderator, "approve", comment).status_code == 200
    late = send(other, "reject", comment, seen="pending")
    assert late.status_code == 409
    assert late.json()["results"] == [
        {"id": comment.pk, "ok": False, "state": "approved", "message": late.json()["message"]}
    ]
    assert late.json()["message"]
    assert (states(comment), logged(comment)) == (["approved"], [("approve", "salma", "")])
    plain = other.post(
        reverse("reader_comments:decide"), {"action": "reject", "comment": f"{comment.pk}:pending"}, follow=True
    )
    assert late.json()["message"] in plain.content.decode()


def test_of_many_those_decided_meanwhile_are_told_apart(moderator, article, news):
    first, second = (make_comment(article, state=State.PENDING) for _ in range(2))
    send(make_moderator("other", news.section), "spam", first)
    answer = send(moderator, "approve", first, second, seen="pending")
    assert answer.status_code == 200
    assert [(result["id"], result["ok"]) for result in answer.json()["results"]] == [
        (first.pk, False),
        (second.pk, True),
    ]
    assert states(first, second) == ["spam", "approved"]


def test_all_that_match_are_exactly_the_filtered_ones(moderator, article, foreign_article):
    for number in range(30):
        make_comment(article, f"رقم {number}", state=State.PENDING, language="en" if number % 3 else "ar")
        make_comment(foreign_article, state=State.PENDING, language="en")
    data = {"action": "spam", "all": "1", "state": "pending", "query": "language=en", "all_count": "20"}
    answer = moderator.post(reverse("reader_comments:decide"), data, headers=JSON)
    assert (answer.status_code, len(answer.json()["results"])) == (200, 20)
    spam = ReaderComment.objects.filter(state=State.SPAM)
    assert set(spam.values_list("page_id", "language")) == {(article.pk, "en")}
    assert ReaderComment.objects.filter(page=article, state=State.PENDING).count() == 10


def test_a_list_that_has_grown_is_not_decided_on(moderator, article):
    for _ in range(3):
        make_comment(article, state=State.PENDING)
    data = {"action": "spam", "all": "1", "state": "pending", "query": "", "all_count": "2"}
    answer = moderator.post(reverse("reader_comments:decide"), data, headers=JSON)
    assert (answer.status_code, ReaderComment.objects.filter(state=State.SPAM).count()) == (409, 0)


@pytest.mark.parametrize("query", ["language=xx", "section=abc", "held_by=nothing"])
def test_a_filter_that_is_none_decides_on_nothing_else(moderator, article, query):
    comment = make_comment(article, state=State.PENDING)
    data = {"action": "spam", "all": "1", "state": "pending", "query": query, "all_count": "0"}
    answer = moderator.post(reverse("reader_comments:decide"), data, headers=JSON)
    assert (answer.status_code in (200, 409), states(comment)) == (True, ["pending"])


@pytest.mark.parametrize(
    "address", ["https://evil.example/", "//evil.example/", "javascript:alert(1)", "/\\evil.example"]
)
def test_the_way_back_never_leads_to_another_site(moderator, article, address):
    comment = make_comment(article, state=State.PENDING)
    data = {"action": "approve", "comment": f"{comment.pk}:pending", "next": address}
    response = moderator.post(reverse("reader_comments:decide"), data)
    assert (response.status_code, response["Location"]) == (302, reverse("reader_comments:index"))


def test_banning_turns_down_what_else_the_author_has_waiting_here(moderator, article, foreign_article):
    mine = [make_comment(article, state=State.PENDING, email="Bad@example.com") for _ in range(2)]
    elsewhere = make_comment(foreign_article, state=State.PENDING, email="bad@example.com")
    data = {"standing": "banned", "subject": ["email"], "days": "7", "note": "شتائم", "reject_waiting": "1"}
    answer = moderator.post(reverse("reader_comments:standing", args=[mine[0].pk]), data, headers=JSON)
    assert answer.status_code == 200
    assert states(*mine, elsewhere) == ["rejected", "rejected", "pending"]
    standing = ReaderStanding.objects.get()
    assert (standing.standing, standing.reason, standing.created_by) == ("banned", "شتائم", moderator.user)
    assert 6 < (standing.expires_at - timezone.now()).total_seconds() / 86400 <= 7
    assert [entry[0] for entry in logged(mine[0])] == ["ban", "reject"]
    assert moderator.post(reverse("reader_comments:lift", args=[standing.pk])).status_code == 302
    assert ReaderStanding.objects.count() == 0
    assert ModelLogEntry.objects.filter(action="gulf_summit_comments.lift", user=moderator.user).count() == 1


def test_what_a_reader_wrote_is_inert_at_the_desk(moderator, article):
    evil = "<script>alert('x')</script>\"><img src=x onerror=alert(1)>"
    comment = make_comment(article, evil, state=State.PENDING, name="<img src=x>", email="a@example.com")
    ReaderComment.objects.filter(pk=comment.pk).update(
        user_url="javascript:alert(1)", signals=[{"rule": "suspect_words", "detail": "<b>x</b>", "score": 1}]
    )
    for address in (reverse("reader_comments:index"), reverse("reader_comments:comment", args=[comment.pk])):
        html = moderator.get(address).content.decode()
        assert "&lt;script&gt;alert(&#x27;x&#x27;)" in html
        for raw in ("<script>alert(", "<img src=x", "<b>x</b>", 'href="javascript:'):
            assert raw not in html


def test_the_export_is_the_filtered_list_and_works_nothing_out(moderator, article, foreign_article):
    bodies = ['=HYPERLINK("http://evil")', "+1", "-1", "@SUM(1)", " =1", "نعم"]
    for body in bodies:
        make_comment(article, body, state=State.PENDING, name="=cmd")
    make_comment(article, "English", state=State.PENDING, language="en")
    make_comment(foreign_article, "سر", state=State.PENDING)
    response = moderator.get(reverse("reader_comments:index"), {"export": "csv", "language": "ar"})
    text = b"".join(response.streaming_content).decode()
    rows = list(csv.reader(io.StringIO(text)))
    column = [row[8] for row in rows[1:]]
    assert sorted(column) == sorted([*(f"'{body}" for body in bodies[:5]), "نعم"])
    assert {row[6] for row in rows[1:]} == {"'=cmd"}
    workbook = moderator.get(reverse("reader_comments:index"), {"export": "xlsx", "language": "ar"})
    sheet = load_workbook(io.BytesIO(workbook.getvalue())).active
    assert sheet.max_row == 7
    assert {cell.data_type for row in sheet.iter_rows(min_row=2) for cell in row} <= {"s", "inlineStr", "n", "d"}


def test_the_queue_takes_the_same_queries_for_one_comment_and_for_many(moderator, article):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    def queries():
        with CaptureQueriesContext(connection) as captured:
            assert moderator.get(reverse("reader_comments:index")).status_code == 200
        return len(captured)

    make_comment(article, state=State.PENDING, email="a@example.com")
    queries()
    one = queries()
    for number in range(20):
        make_comment(article, state=State.PENDING, email=f"{number}@example.com", language="en")
    assert queries() == one


def test_each_filter_narrows_the_queue(moderator, article, news):
    from tests.comments.site import make_article

    other = make_article(news.section, title="آخر", slug="other-story")
    target = make_comment(
        article,
        "خبز ساخن",
        state=State.PENDING,
        email="one@example.com",
        language="en",
        held_by="links",
        reason="links",
    )
    old = make_comment(other, "قديم", state=State.PENDING, created_at=timezone.now() - timedelta(days=3))
    ReaderComment.objects.filter(pk=target.pk).update(report_count=2)
    filters = [
        f"page={article.pk}",
        f"section={article.pk}",
        "language=en",
        "author=ONE@example.com",
        "held_by=links",
        "age=24",
        "reported=true",
        "q=خُبز",
    ]
    for query in filters:
        html = moderator.get(reverse("reader_comments:index") + f"?{query}").content.decode()
        assert (query, f'id="comment-{target.pk}"' in html, f'id="comment-{old.pk}"' in html) == (query, True, False)


def test_a_comment_is_shown_in_its_thread_with_history_notes_and_reports(moderator, article):
    root = make_comment(article, "الأصل")
    comment = make_comment(article, "الرد", state=State.PENDING, reply_to=root)
    send(moderator, "reject", comment, reason="harassment")
    moderator.post(reverse("reader_comments:note", args=[comment.pk]), {"text": "انتبهوا"})
    comment.revisions.create(body="النص الأول")
    comment.reports.create(reader_key="x", reason="spam", details="إعلان")
    html = moderator.get(reverse("reader_comments:comment", args=[comment.pk])).content.decode()
    assert [text for text in ("الأصل", "انتبهوا", "النص الأول", "إعلان", "salma") if text not in html] == []


def test_only_an_approved_root_is_pinned(moderator, article):
    root, waiting = make_comment(article), make_comment(article, state=State.PENDING)
    answers = [
        moderator.post(reverse("reader_comments:pin", args=[comment.pk]), {"pinned": "1"}).status_code
        for comment in (root, waiting)
    ]
    assert answers == [302, 404]
    assert list(ReaderComment.objects.filter(pinned=True)) == [root]


def test_the_numbers_count_what_the_moderator_sees(moderator, article, foreign_article):
    old = timezone.now() - timedelta(hours=5)
    waiting = make_comment(article, state=State.PENDING, created_at=old, held_by="links")
    decided = [make_comment(article, state=State.PENDING, held_by="suspect_words") for _ in range(3)]
    make_comment(foreign_article, state=State.PENDING, held_by="links")
    send(moderator, "approve", decided[0])
    send(moderator, "reject", decided[1])
    metrics = metrics_for(moderator.user)
    assert (metrics.waiting, metrics.oldest_waiting, metrics.received) == (2, waiting.created_at, 4)
    assert [(row.moderator, row.approved, row.turned_down) for row in metrics.decisions] == [("salma", 1, 1)]
    assert [(row.rule, row.count, row.share) for row in metrics.rules] == [
        ("suspect_words", 3, 75.0),
        ("links", 1, 25.0),
    ]
    assert moderator.get(reverse("reader_comments:metrics")).status_code == 200


def test_the_home_screen_and_the_editor_tell_of_waiting_comments(moderator, admin_client, article):
    make_comment(article, "ينتظر", state=State.PENDING)
    assert reverse("reader_comments:index") in moderator.get(reverse("wagtailadmin_home")).content.decode()
    html = admin_client.get(reverse("wagtailadmin_pages:edit", args=[article.pk])).content.decode()
    assert f"{reverse('reader_comments:state', args=['pending'])}?page={article.pk}" in html
    assert "ينتظر" in html


def test_word_lists_are_for_those_whose_group_may_change_them(moderator, admin_client):
    address = reverse("reader_comment_words:add")
    assert moderator.get(reverse("reader_comment_words:index")).status_code == 302
    assert moderator.post(address, {"phrase": "سباب", "verdict": "reject"}).status_code == 302
    assert WordRule.objects.count() == 0
    assert admin_client.post(address, {"phrase": "سباب", "verdict": "reject"}).status_code == 302
    assert [(rule.phrase, rule.verdict) for rule in WordRule.objects.all()] == [("سباب", "reject")]
