"""Many readers at the same moment: real threads, against a server of several processes."""

import threading
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from django.contrib.auth import get_user_model
from django.utils import timezone
from wagtail.models import ModelLogEntry, Site

from tests.comments.factories import make_comment
from tests.comments.frontend import Frontend
from tests.comments.frontend_life import live
from tests.comments.server import scratch_database, serve
from tests.comments.site import build_site, make_article
from wagtail_gulf_summit.comments import sending
from wagtail_gulf_summit.comments.confirming import confirm
from wagtail_gulf_summit.comments.errors import Refusal, StateConflict
from wagtail_gulf_summit.comments.models import CommentReport, OutboxMail, PageCounts, ReaderComment
from wagtail_gulf_summit.comments.tokens import issue_form_token, new_confirmation
from wagtail_gulf_summit.comments.transitions import transition

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)

REPLIES = 200
MANY = "100000/minute"


@pytest.fixture(scope="module")
def database(django_db_setup, django_db_blocker, tmp_path_factory):
    """The URL of a database of the module's own, which other processes can open."""
    with django_db_blocker.unblock(), scratch_database(tmp_path_factory.mktemp("database")) as url:
        yield url


@pytest.fixture(scope="module")
def server(database, tmp_path_factory):
    rates = dict.fromkeys(("post", "report", "mail_address", "mail_ip", "edit"), MANY)
    with serve(
        database,
        tmp_path_factory.mktemp("server"),
        GULF_SUMMIT_COMMENTS_RATES=rates,
        GULF_SUMMIT_COMMENTS_TOKEN_AGE=[0, 7200],
        GULF_SUMMIT_COMMENTS_SEND_AT_ONCE=False,
        GULF_SUMMIT_COMMENTS_TRUSTED_PROXIES=1,
    ) as server:
        yield server


@pytest.fixture(scope="module")
def strict_server(database, tmp_path_factory):
    """As a site is that sets nothing: two seconds before a form may be sent, and limits of posts and mails."""
    with serve(database, tmp_path_factory.mktemp("strict")) as server:
        yield server


@pytest.fixture
def article(transactional_db):
    return make_article(build_site("127.0.0.1").section)


def at_once(number, work):
    """``work(0)`` to ``work(number - 1)`` by as many threads, which start together."""
    start = threading.Barrier(number)

    def wait_and_work(index):
        start.wait()
        return work(index)

    with ThreadPoolExecutor(number) as pool:
        return list(pool.map(wait_and_work, range(number)))


def test_a_frontend_of_another_origin_lives_the_life_of_a_comment(strict_server, article):
    moderator = get_user_model().objects.create_user("moderator")
    live(strict_server.url, article.pk, strict_server.mails, lambda pk, state: transition(pk, state, user=moderator))


def test_many_replies_to_one_thread_all_find_their_place(server, article):
    root = make_comment(article, "سؤال")
    branches = [root, *(make_comment(article, f"فرع {n}", reply_to=root) for n in range(4))]
    type(article).objects.filter(pk=article.pk).update(comment_policy="postmoderated")
    tokens = [issue_form_token(article.pk, None) for _ in range(REPLIES)]
    frontend = Frontend(server.url, article.pk)

    def reply(number):
        parent = branches[number % len(branches)].pk
        answer = frontend.post(
            f"رد {number}", parent=parent, token=tokens[number], email=f"reader{number}@example.com", name=f"ق{number}"
        )
        return answer.status, answer.document.get("id"), parent

    with ThreadPoolExecutor(24) as pool:
        answers = list(pool.map(reply, range(REPLIES)))
    assert Counter(status for status, _id, _parent in answers) == {202: REPLIES}
    rows = ReaderComment.objects.filter(pk__in=[pk for _status, pk, _parent in answers])
    placed = {row["pk"]: row for row in rows.values("pk", "reply_to", "root", "level", "parent_id", "thread_id")}
    assert placed == {
        pk: {
            "pk": pk,
            "reply_to": parent,
            "root": root.pk,
            "level": 1 if parent == root.pk else 2,
            "parent_id": parent,
            "thread_id": root.pk,
        }
        for _status, pk, parent in answers
    }
    positions = sorted(ReaderComment.objects.filter(root=root).values_list("position", flat=True))
    assert positions == list(range(1, REPLIES + 5))
    counted = PageCounts.objects.values_list("unconfirmed", "approved").get(page=article)
    assert counted == (REPLIES, 5)


def test_the_same_post_sent_eight_times_at_once_is_stored_once(server, article):
    token = issue_form_token(article.pk, None)
    same = at_once(8, lambda _n: Frontend(server.url, article.pk).post("مرة", token=token, key="k"))
    assert Counter(answer.status for answer in same) == {202: 8}
    assert len({answer.document["id"] for answer in same}) == 1
    tokens = [issue_form_token(article.pk, None) for _ in range(8)]
    without_key = at_once(8, lambda n: Frontend(server.url, article.pk).post("مرتان", token=tokens[n]))
    assert Counter(answer.status for answer in without_key) == {202: 1, 409: 7}
    assert ReaderComment.objects.filter(page=article).count() == 2
    assert OutboxMail.objects.filter(comment__page=article).count() == 2
    assert PageCounts.objects.get(page=article).unconfirmed == 2


def test_a_confirmation_sent_eight_times_at_once_counts_once(server, article):
    comment_id = Frontend(server.url, article.pk).post("نص").document["id"]
    token = OutboxMail.objects.get(comment_id=comment_id).context["token"]
    answers = at_once(8, lambda _n: Frontend(server.url, article.pk).ask("POST", "confirm/", {"token": token}))
    assert Counter(answer.status for answer in answers) == {200: 1, 409: 7}
    assert PageCounts.objects.values_list("unconfirmed", "pending").get(page=article) == (0, 1)
    assert ModelLogEntry.objects.filter(object_id=str(comment_id)).count() == 1


def test_many_readers_report_at_once_and_each_counts_once(server, article):
    comment = make_comment(article, "مسيء")

    def report(number):
        address = {"X-Forwarded-For": f"198.51.100.{number // 2}"}
        return (
            Frontend(server.url, article.pk).ask("POST", f"{comment.pk}/report/", {"reason": "spam"}, address).status
        )

    # Each of the eight reports twice; the fifth reader's report takes the comment from the public.
    assert set(at_once(16, report)) <= {202, 404}
    comment.refresh_from_db()
    assert (comment.state, comment.reason) == ("pending", "reports")
    assert comment.report_count == CommentReport.objects.filter(comment=comment).count() >= 5
    assert ModelLogEntry.objects.filter(object_id=str(comment.pk)).count() == 1


def test_the_rate_of_mails_is_kept_across_processes(strict_server, article):
    tokens = [issue_form_token(article.pk, None) for _ in range(16)]
    time.sleep(2.1)

    def post(number):
        frontend = Frontend(strict_server.url, article.pk)
        return frontend.post(f"رقم {number}", token=tokens[number], email="capped@example.com")

    answers = at_once(16, post)
    assert Counter(answer.status for answer in answers) == {202: 5, 429: 11}
    assert all(int(answer.headers["Retry-After"]) > 0 for answer in answers if answer.status == 429)
    assert ReaderComment.objects.filter(page=article).count() == 5


def test_of_two_moderators_at_once_one_wins(server, article):
    moderators = [get_user_model().objects.create_user(f"moderator{n}-{article.pk}") for n in range(4)]
    comment = make_comment(article, "ينتظر", state="pending")

    def decide(number):
        try:
            return transition(
                comment.pk, ("approved", "rejected")[number % 2], expected="pending", user=moderators[number]
            ).state
        except StateConflict as conflict:
            return f"too late, {conflict.state}"
        finally:
            from django.db import connection

            connection.close()

    outcomes = Counter(at_once(4, decide))
    comment.refresh_from_db()
    assert outcomes == {comment.state: 1, f"too late, {comment.state}": 3}
    assert ModelLogEntry.objects.filter(object_id=str(comment.pk)).count() == 1


def test_a_comment_erased_while_it_is_confirmed_is_gone_for_good(server, article):
    site = Site.objects.get(is_default_site=True)
    tokens = {}
    for number in range(6):
        token, digest = new_confirmation()
        comment = make_comment(
            article,
            f"سر {number}",
            state="unconfirmed",
            email=f"reader{number}@example.com",
            confirmation_digest=digest,
            confirm_until=timezone.now() + timedelta(hours=1),
        )
        tokens[comment.pk] = token

    def work(number):
        from django.db import connection

        pk, erases = list(tokens)[number // 2], number % 2
        try:
            return transition(pk, "erased").state if erases else confirm(tokens[pk], site).state
        except Refusal as refusal:
            return refusal.code
        finally:
            connection.close()

    outcomes = Counter(at_once(12, work))
    assert outcomes["erased"] == 6
    assert set(outcomes) <= {"erased", "pending", "confirmation-invalid", "comment-not-found"}
    left = ReaderComment.objects.filter(pk__in=tokens).values_list("state", "comment", "user_name", "user_email")
    assert set(left) == {("erased", "", "", "")}
    counts = PageCounts.objects.get(page=article)
    assert (counts.erased, counts.unconfirmed, counts.pending, counts.approved) == (6, 0, 0, 0)
    assert Frontend(server.url, article.pk).listed() == []


def test_several_senders_send_each_mail_once(database, server, article, settings, tmp_path):
    settings.EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
    settings.EMAIL_FILE_PATH = str(tmp_path)
    for number in range(12):
        Frontend(server.url, article.pk).post(f"رقم {number}", email=f"reader{number}@example.com")

    def send(_number):
        from django.db import connection

        try:
            return sending.send_due().sent
        finally:
            connection.close()

    assert sum(at_once(4, send)) == 12
    recipients = Counter(
        line.removeprefix("To: ")
        for file in tmp_path.iterdir()
        for line in file.read_text(encoding="utf-8").splitlines()
        if line.startswith("To: ")
    )
    assert recipients == {f"reader{number}@example.com": 1 for number in range(12)}


def test_a_list_that_is_walked_while_comments_come_in_neither_repeats_nor_skips(server, article):
    there = [make_comment(article, f"رقم {number}").pk for number in range(30)]
    frontend = Frontend(server.url, article.pk)
    for order, expected in (("newest", there[::-1]), ("oldest", there)):
        met, cursor = [], ""
        while cursor is not None:
            page = frontend.get("", page=article.pk, order=order, limit=7, cursor=cursor).document
            met += [item["id"] for item in page["items"]]
            cursor = page["next"]
            make_comment(article, f"جديد {order} {cursor}")
        assert [pk for pk in met if pk in expected] == expected


def test_three_megabytes_are_answered_and_the_connection_not_broken(server, article):
    answer = Frontend(server.url, article.pk).post("x" * 3_000_000, token="x")
    assert answer.code == (413, "too-large")
