"""What a person can ask for, and what is not kept for ever."""

import json
from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import call_command
from django.utils import timezone
from wagtail.models import ModelLogEntry

from tests.comments.client import Reader, code_of
from tests.comments.factories import make_comment
from wagtail_gulf_summit.comments import privacy, purging
from wagtail_gulf_summit.comments.models import (
    CommentReport,
    CommentRevision,
    ModeratorNote,
    OutboxMail,
    PageCounts,
    RateCounter,
    ReaderComment,
    ReaderStanding,
)
from wagtail_gulf_summit.comments.readers import author_key
from wagtail_gulf_summit.comments.transitions import transition

pytestmark = pytest.mark.django_db


def ask(reader, purpose, email="sara@example.com"):
    return reader.send("POST", "mine/", {"email": email, "purpose": purpose})


def proof(reader, purpose):
    assert ask(reader, purpose).status_code == 202
    return OutboxMail.objects.get(kind="proof").context["token"]


def counts_of(page):
    return {state: number for state, number in PageCounts.objects.values().get(page=page).items() if number}


def test_a_reader_gets_a_copy_of_all_they_wrote(reader, article):
    comment = make_comment(article, "نص", email="sara@example.com", name="سارة", user_url="https://sara.example/")
    hidden = make_comment(article, "مرفوض", email="Sara@Example.com", state="rejected", reason="offensive")
    make_comment(article, "لغيرها", email="other@example.com")
    CommentRevision.objects.create(comment=comment, body="قبل")
    response = reader.send("POST", "mine/export/", {"token": proof(reader, "export")})
    assert response.status_code == 200
    first, second = json.loads(b"".join(response.streaming_content))["comments"]
    assert first.pop("created_at") and first["earlier_versions"][0].pop("replaced_at")
    assert first == {
        "id": comment.pk,
        "page": {"id": article.pk, "title": article.title, "url": article.full_url},
        "reply_to": None,
        "state": "approved",
        "reason": "",
        "name": "سارة",
        "email": "sara@example.com",
        "url": "https://sara.example/",
        "language": "ar",
        "follow_up": False,
        "body": "نص",
        "earlier_versions": [{"body": "قبل"}],
        "edited_at": None,
        "confirmed_at": None,
    }
    assert (second["id"], second["state"], second["body"]) == (hidden.pk, "rejected", "مرفوض")


def test_a_reader_erases_all_they_wrote_and_the_thread_stays(reader, article):
    root = make_comment(article, "سؤال", email="sara@example.com", user_url="https://sara.example/", ip_key="a" * 64)
    reply = make_comment(article, "جواب", email="other@example.com", reply_to=root)
    CommentRevision.objects.create(comment=root, body="قبل")
    ModeratorNote.objects.create(comment=root, text="سارة كتبت")
    CommentReport.objects.create(comment=root, reader_key="b" * 64, details="سارة")
    ReaderStanding.objects.create(subject="email", key=author_key("sara@example.com"), standing="banned", name="سارة")
    token = proof(reader, "erase")
    response = reader.send("POST", "mine/erase/", {"token": token})
    assert (response.status_code, response.json()) == (200, {"erased": 1})
    assert [(item["id"], item["state"], item["author"], item["body"]) for item in reader.listed()] == [
        (root.pk, "removed", None, None),
        (reply.pk, "approved", "قارئ", "جواب"),
    ]
    kept = ReaderComment.objects.values().get(pk=root.pk)
    personal = ("user_name", "user_email", "user_url", "comment", "search_text", "author_key", "ip_key")
    assert [kept[name] for name in personal] == [""] * len(personal)
    assert not CommentRevision.objects.exists() and not ModeratorNote.objects.exists()
    assert not CommentReport.objects.exists() and not OutboxMail.objects.exists()
    assert ReaderStanding.objects.values_list("standing", "name").get() == ("banned", "")
    assert counts_of(article) == {"page_id": article.pk, "approved": 1, "erased": 1}
    assert "سارة" not in str(list(ModelLogEntry.objects.values()))
    assert reader.send("POST", "mine/erase/", {"token": token}).json() == {"erased": 0}


def test_nothing_tells_whether_an_address_is_known(reader, article):
    make_comment(article, email="sara@example.com")
    known, unknown = ask(reader, "export"), ask(reader, "export", "nobody@example.com")
    assert (known.status_code, known.json()) == (unknown.status_code, unknown.json())
    assert list(OutboxMail.objects.values_list("to", flat=True)) == ["sara@example.com"]


def test_the_same_words_under_a_guessed_address_tell_nothing(reader, article, settings):
    settings.GULF_SUMMIT_COMMENTS_POLICY = "postmoderated"
    reader.confirm(reader.post("رأيي في القمة").json()["id"])
    answers = []
    for email in (reader.email, "unknown@example.com"):
        response = Reader(article, email=email, address="198.51.100.7").post("رأيي في القمة")
        answers.append((response.status_code, response.json()["state"], response.json()["message"]))
    assert answers[0] == answers[1] and answers[0][:2] == (202, "unconfirmed")
    again = ReaderComment.objects.filter(author_key=author_key(reader.email)).latest("pk")
    assert code_of(reader.confirm(again.pk)) == (409, "repeat-post")


def test_a_proof_serves_its_purpose_alone_and_expires(reader, article, settings):
    make_comment(article, email="sara@example.com")
    token = proof(reader, "export")
    assert code_of(reader.send("POST", "mine/erase/", {"token": token})) == (403, "proof-invalid")
    for forged in ("", "x", token[:-2], "é:x"):
        assert code_of(reader.send("POST", "mine/export/", {"token": forged})) == (403, "proof-invalid")
    settings.GULF_SUMMIT_COMMENTS_CONFIRM_HOURS = -1
    assert code_of(reader.send("POST", "mine/export/", {"token": token})) == (403, "proof-expired")


def test_proofs_are_capped_like_all_mails(reader, article):
    make_comment(article, email="sara@example.com")
    assert [ask(reader, "export").status_code for _ in range(6)] == [202] * 5 + [429]
    assert code_of(ask(reader, "export", "x\r\ny@example.com")) == (400, "invalid-input")


def test_an_erased_comment_cannot_come_back(reader):
    receipt = reader.post("نص").json()
    token = OutboxMail.objects.get().context["token"]
    assert privacy.erase(privacy.of_email(reader.email), reader.email) == 1
    assert code_of(reader.send("POST", "confirm/", {"token": token})) == (403, "confirmation-invalid")
    edit = {"X-Edit-Token": receipt["edit_token"]}
    assert code_of(reader.send("PATCH", f"{receipt['id']}/", {"body": "x"}, **edit)) == (404, "comment-not-found")


def test_the_commands_export_and_erase_a_person(article, tmp_path, django_user_model):
    user = django_user_model.objects.create_user("huda", "huda@example.com", "x")
    make_comment(article, "عضو", email="", user=user)
    make_comment(article, "ضيف", email="huda@example.com")
    file = tmp_path / "huda.json"
    call_command("gulf_summit_export_person", "HUDA@example.com", output=file, stderr=StringIO())
    assert [item["body"] for item in json.loads(file.read_text())["comments"]] == ["عضو", "ضيف"]
    out = StringIO()
    call_command("gulf_summit_erase_person", "huda@example.com", yes=True, stdout=out, stderr=StringIO())
    assert out.getvalue() == "Erased 2 comments.\n"
    assert set(ReaderComment.objects.values_list("state", "comment", "user")) == {("erased", "", None)}


def test_an_erasure_that_is_stopped_goes_on_where_it_was(article):
    for number in range(4):
        make_comment(article, f"رقم {number}", email="sara@example.com")
    steps = iter(range(2))

    def stop_after_two():
        if next(steps, None) == 1:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        privacy.erase(privacy.of_email("sara@example.com"), on_each=stop_after_two)
    assert ReaderComment.objects.filter(state="erased").count() == 2
    assert privacy.erase(privacy.of_email("sara@example.com")) == 2


def test_what_was_kept_for_long_enough_goes(article, settings):
    long_ago = timezone.now() - timedelta(days=100)
    recent = make_comment(article, "حديث", ip_key="a" * 64)
    old = make_comment(article, "قديم", ip_key="a" * 64, created_at=long_ago)
    rejected = make_comment(article, "مرفوض", state="rejected", created_at=long_ago)
    undecided = make_comment(article, "ينتظر", state="pending", created_at=long_ago)
    late = make_comment(article, "بلا تأكيد", state="unconfirmed", confirm_until=long_ago)
    report = CommentReport.objects.create(comment=old, reader_key="b" * 64, created_at=long_ago)
    sent = OutboxMail.objects.create(
        kind="confirm", status="sent", to="a@example.com", language="ar", dedupe="x", created_at=long_ago
    )
    RateCounter.objects.create(key="k", expires_at=long_ago)
    ReaderStanding.objects.create(subject="ip", key="c" * 64, standing="banned", expires_at=long_ago)
    out = StringIO()
    call_command("gulf_summit_purge_comments", stdout=out, stderr=StringIO())
    assert out.getvalue() == "addresses: 1; reporters: 1; refused: 1; unconfirmed: 1; mails: 1; bans: 1; rates: 1\n"
    rows = {row["pk"]: row for row in ReaderComment.objects.values("pk", "ip_key", "state", "comment")}
    assert rows == {
        recent.pk: {"pk": recent.pk, "ip_key": "a" * 64, "state": "approved", "comment": "حديث"},
        old.pk: {"pk": old.pk, "ip_key": "", "state": "approved", "comment": "قديم"},
        rejected.pk: {"pk": rejected.pk, "ip_key": "", "state": "erased", "comment": ""},
        undecided.pk: {"pk": undecided.pk, "ip_key": "", "state": "pending", "comment": "ينتظر"},
    }
    assert late.pk not in rows
    report.refresh_from_db()
    assert report.reader_key.startswith("purged-")
    sent.refresh_from_db()
    assert (sent.to, sent.dedupe) == ("", "x")
    assert counts_of(article) == {"page_id": article.pk, "approved": 2, "pending": 1, "erased": 1}
    assert sum(purging.purge().values()) == 0


def test_counts_that_went_wrong_are_mended(article, news):
    make_comment(article)
    PageCounts.objects.filter(page=article).update(approved=7, spam=2)
    out = StringIO()
    call_command("gulf_summit_recount_comments", stdout=out, stderr=StringIO())
    assert out.getvalue() == "Counted 1 pages; mended 1.\n"
    assert counts_of(article) == {"page_id": article.pk, "approved": 1}
    PageCounts.objects.all().delete()
    call_command("gulf_summit_recount_comments", verbosity=0)
    assert counts_of(article) == {"page_id": article.pk, "approved": 1}


def test_a_moderator_cannot_bring_back_what_its_author_withdrew(reader, open_house):
    from wagtail_gulf_summit.comments.errors import StateConflict
    from wagtail_gulf_summit.comments.transitions import undo

    receipt = reader.post("نص").json()
    reader.send("DELETE", f"{receipt['id']}/", **{"X-Edit-Token": receipt["edit_token"]})
    with pytest.raises(StateConflict):
        undo(receipt["id"])
    transition(receipt["id"], "erased")
