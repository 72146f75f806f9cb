"""The life of a comment, from the form to the list, as a frontend lives it."""

import pytest
from django.utils import timezone

from tests.comments.client import Reader, code_of, mailed_token, state_of
from wagtail_gulf_summit.arabic.dates import format_datetime
from wagtail_gulf_summit.comments.models import OutboxMail, PageCounts, ReaderComment
from wagtail_gulf_summit.comments.transitions import transition

pytestmark = pytest.mark.django_db


def test_a_comment_is_posted_confirmed_approved_and_then_listed(reader):
    posted = reader.post("مقال مفيد، شكرًا", headers={"Accept-Language": "en"})
    assert posted.status_code == 202
    receipt = posted.json()
    comment_id = receipt.pop("id")
    assert receipt.pop("edit_token")
    assert receipt == {
        "state": "unconfirmed",
        "message": "Almost there: we have sent you an e-mail. Follow its link to confirm your comment.",
        "comment": None,
    }
    assert reader.listed() == []

    confirmed = reader.confirm(comment_id)
    assert (confirmed.status_code, confirmed.json()["state"]) == (200, "pending")
    assert reader.listed() == []

    transition(comment_id, "approved", expected="pending")
    (item,) = reader.listed()
    created_at = ReaderComment.objects.get(pk=comment_id).created_at
    assert item == {
        "id": comment_id,
        "page": reader.page.pk,
        "root": None,
        "parent": None,
        "depth": 0,
        "state": "approved",
        "author": "سارة",
        "body": "مقال مفيد، شكرًا",
        "lang": "ar",
        "dir": "rtl",
        "created_at": created_at.isoformat().replace("+00:00", "Z"),
        "created_at_display": format_datetime(timezone.localtime(created_at), "ar"),
        "edited_at": None,
        "edited_at_display": "",
        "pinned": False,
        "replies_next": None,
    }


def test_a_token_tells_the_policy_in_force(reader, settings):
    settings.GULF_SUMMIT_COMMENTS_TOKEN_AGE = (2, 7200)
    document = reader.get("token/", page=reader.page.pk).json()
    assert document.pop("token")
    assert document == {
        "not_before_seconds": 2,
        "expires_in_seconds": 7200,
        "policy": {"name": "premoderated", "open": True, "closes_at": None},
        "max_length": 3000,
        "max_depth": 3,
        "confirm_email": True,
        "challenge": None,
    }


def test_a_comment_is_published_at_once_where_the_policy_says_so(reader, settings):
    settings.GULF_SUMMIT_COMMENTS_CONFIRM_EMAIL = False
    settings.GULF_SUMMIT_COMMENTS_POLICY = "postmoderated"
    posted = reader.post("Thank you")
    assert posted.status_code == 201
    assert posted.json()["comment"] == reader.listed()[0]
    assert reader.listed()[0]["lang"] == "en"


def test_counts_follow_the_states(reader, news):
    first, second = reader.post("واحد").json()["id"], reader.post("اثنان").json()["id"]
    for comment_id in (first, second):
        reader.confirm(comment_id)
        transition(comment_id, "approved")
    transition(second, "rejected")
    counted = reader.get("counts/", pages=f"{reader.page.pk},{news.section.pk},999999").json()
    assert counted == {"items": [{"page": reader.page.pk, "count": 1}, {"page": news.section.pk, "count": 0}]}
    row = PageCounts.objects.values().get(page=reader.page)
    assert row == {
        "page_id": reader.page.pk,
        "unconfirmed": 0,
        "pending": 0,
        "approved": 1,
        "rejected": 1,
        "spam": 0,
        "removed": 0,
        "erased": 0,
    }


def test_the_author_edits_within_the_window_and_is_judged_again(reader, settings):
    settings.GULF_SUMMIT_COMMENTS_CONFIRM_EMAIL = False
    settings.GULF_SUMMIT_COMMENTS_POLICY = "postmoderated"
    settings.GULF_SUMMIT_COMMENTS_SUSPECT_WORDS = ("مريب",)
    receipt = reader.post("كلام طيب").json()
    token = {"X-Edit-Token": receipt["edit_token"]}
    kept = reader.send("PATCH", f"{receipt['id']}/", {"body": "كلام أطيب"}, **token)
    assert (kept.status_code, kept.json()["state"]) == (200, "approved")
    assert reader.listed()[0]["body"] == "كلام أطيب"
    held = reader.send("PATCH", f"{receipt['id']}/", {"body": "كلام مُريب"}, **token)
    assert (held.status_code, held.json()["state"]) == (200, "pending")
    assert reader.listed() == []
    bodies = ReaderComment.objects.get(pk=receipt["id"]).revisions.order_by("pk").values_list("body", flat=True)
    assert list(bodies) == ["كلام طيب", "كلام أطيب"]


def test_nobody_edits_with_another_token_or_after_the_window(reader, settings):
    mine, other = reader.post("لي").json(), reader.post("لغيري").json()
    path = f"{mine['id']}/"
    assert code_of(reader.send("PATCH", path, {"body": "x"}, **{"X-Edit-Token": other["edit_token"]})) == (
        403,
        "edit-token-invalid",
    )
    settings.GULF_SUMMIT_COMMENTS_EDIT_MINUTES = 0
    assert code_of(reader.send("PATCH", path, {"body": "x"}, **{"X-Edit-Token": mine["edit_token"]})) == (
        403,
        "edit-expired",
    )


def test_a_withdrawn_comment_leaves_a_tombstone_over_its_replies(reader, settings):
    settings.GULF_SUMMIT_COMMENTS_CONFIRM_EMAIL = False
    settings.GULF_SUMMIT_COMMENTS_POLICY = "postmoderated"
    root = reader.post("سؤال").json()
    reply = Reader(reader.page, email="other@example.com").post("جواب", parent=root["id"]).json()
    gone = reader.send("DELETE", f"{root['id']}/", **{"X-Edit-Token": root["edit_token"]})
    assert (gone.status_code, gone.json()["state"]) == (200, "removed")
    assert [(item["id"], item["state"], item["author"], item["body"]) for item in reader.listed()] == [
        (root["id"], "removed", None, None),
        (reply["id"], "approved", "سارة", "جواب"),
    ]


def test_a_report_counts_once_per_reader_and_enough_of_them_hold_the_comment(reader, settings):
    settings.GULF_SUMMIT_COMMENTS_CONFIRM_EMAIL = False
    settings.GULF_SUMMIT_COMMENTS_POLICY = "postmoderated"
    settings.GULF_SUMMIT_COMMENTS_REPORTS_TO_HOLD = 2
    comment_id = reader.post().json()["id"]
    for _ in range(2):
        response = reader.send("POST", f"{comment_id}/report/", {"reason": "spam"})
        assert (response.status_code, response.json()) == (202, {"id": comment_id})
    assert state_of(comment_id) == "approved"
    Reader(reader.page, address="192.0.2.9").send("POST", f"{comment_id}/report/", {"reason": "other"})
    comment = ReaderComment.objects.get(pk=comment_id)
    assert (comment.state, comment.reason, comment.report_count) == ("pending", "reports", 2)


def test_the_mail_holds_the_token_and_nothing_of_the_body(reader):
    comment_id = reader.post("نص سري").json()["id"]
    mail = OutboxMail.objects.get()
    assert (mail.kind, mail.to, mail.language, mail.status) == ("confirm", "sara@example.com", "ar", "queued")
    assert mail.context == {"token": mailed_token(comment_id)}
