"""The outbox: a post never waits for the mail server, and a mail leaves once."""

import re
import socket
from datetime import timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone

from tests.comments.client import Reader, state_of
from tests.comments.factories import make_comment
from tests.comments.smtp import mail_server
from wagtail_gulf_summit.comments import sending
from wagtail_gulf_summit.comments.models import OutboxMail, ReaderComment
from wagtail_gulf_summit.comments.transitions import transition, undo

pytestmark = pytest.mark.django_db


@pytest.fixture
def closed_port(settings):
    """A mail server that does not answer."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", port
    return port


@pytest.fixture
def mailbox(settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    with mail_server() as mailbox:
        settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", mailbox.port
        yield mailbox


def make_due():
    OutboxMail.objects.filter(status="queued").update(due_at=timezone.now() - timedelta(seconds=1))


def test_a_post_succeeds_while_the_mail_server_is_down_and_its_mail_leaves_once_later(
    reader, closed_port, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        posted = reader.post()
    assert posted.status_code == 202
    mail = OutboxMail.objects.get()
    assert (mail.status, mail.attempts, mail.error) == ("queued", 1, "ConnectionRefusedError")
    assert mail.due_at > timezone.now()

    with mail_server(closed_port) as mailbox:
        assert sending.send_due() == sending.Tally()
        make_due()
        assert sending.send_due() == sending.Tally(sent=1)
        make_due()
        assert sending.send_due() == sending.Tally()
    ((recipient, text),) = mailbox.mails
    assert recipient == reader.email
    assert "Message-ID:" in text
    mail.refresh_from_db()
    assert (mail.status, mail.attempts, mail.context, mail.error) == ("sent", 2, {}, "")


def test_a_confirmation_mail_is_sent_when_the_post_commits_and_its_link_confirms(
    reader, mailbox, settings, django_capture_on_commit_callbacks
):
    settings.GULF_SUMMIT_COMMENTS_CONFIRM_URL = "https://news.example/confirm?token={token}"
    with django_capture_on_commit_callbacks(execute=True):
        comment_id = reader.post("نص سري").json()["id"]
    ((recipient, text),) = mailbox.mails
    assert recipient == reader.email
    text = re.sub("=\r\n", "", text).replace("=3D", "=")
    token = re.search(r"https://news\.example/confirm\?token=([\w-]+)", text)[1]
    assert reader.send("POST", "confirm/", {"token": token}).status_code == 200
    assert state_of(comment_id) == "pending"


def test_the_site_can_leave_all_sending_to_the_command(reader, mailbox, settings, django_capture_on_commit_callbacks):
    settings.GULF_SUMMIT_COMMENTS_SEND_AT_ONCE = False
    with django_capture_on_commit_callbacks(execute=True):
        reader.post()
    assert mailbox.mails == []
    call_command("gulf_summit_send_comment_mails", verbosity=0)
    assert [recipient for recipient, _text in mailbox.mails] == [reader.email]


def test_a_busy_server_is_asked_again_later_and_not_by_every_post(reader, mailbox, django_capture_on_commit_callbacks):
    mailbox.busy = True
    with django_capture_on_commit_callbacks(execute=True):
        reader.post("أول")
    with django_capture_on_commit_callbacks(execute=True):
        reader.post("ثان")
    assert sorted(OutboxMail.objects.values_list("status", "attempts")) == [("queued", 0), ("queued", 1)]
    mailbox.busy = False
    make_due()
    assert sending.send_due() == sending.Tally(sent=2)


def test_an_address_that_does_not_exist_is_given_up(reader, mailbox, django_capture_on_commit_callbacks):
    mailbox.unknown = {reader.email}
    with django_capture_on_commit_callbacks(execute=True):
        assert reader.post().status_code == 202
    mail = OutboxMail.objects.get()
    assert (mail.status, mail.error, mail.context) == ("failed", "SMTPRecipientsRefused", {})


def test_a_mail_whose_sender_died_is_not_sent_twice(reader, mailbox):
    reader.post()
    OutboxMail.objects.update(status="sending", claimed_at=timezone.now() - timedelta(hours=1))
    assert sending.send_due() == sending.Tally()
    assert (OutboxMail.objects.get().status, mailbox.mails) == ("failed", [])


def test_a_mail_that_another_process_has_claimed_is_left_to_it(reader, mailbox):
    reader.post()
    OutboxMail.objects.update(status="sending", claimed_at=timezone.now())
    assert sending.send_due() == sending.Tally()
    assert (OutboxMail.objects.get().status, mailbox.mails) == ("sending", [])


@pytest.mark.parametrize("state", ["pending", "removed"])
def test_a_confirmation_that_is_not_needed_any_more_is_not_sent(reader, mailbox, state):
    transition(reader.post().json()["id"], state)
    assert sending.send_due() == sending.Tally(moot=1)
    assert (OutboxMail.objects.count(), mailbox.mails) == (0, [])


def test_an_approved_reply_is_told_once_however_often_it_is_approved(article, mailbox, settings):
    asked = make_comment(article, "سؤال", email="asked@example.com", followup=True, confirmed_at=timezone.now())
    reply = make_comment(article, "جواب سري", reply_to=asked, state="pending", email="other@example.com")
    transition(reply.pk, "approved")
    assert sending.send_due() == sending.Tally(sent=1)
    undo(reply.pk)
    transition(reply.pk, "approved")
    assert sending.send_due() == sending.Tally()
    ((recipient, text),) = mailbox.mails
    assert recipient == "asked@example.com"
    assert "جواب سري" not in text


def test_the_token_leaves_the_database_with_the_mail(reader, mailbox):
    comment_id = reader.post().json()["id"]
    token = OutboxMail.objects.get().context["token"]
    sending.send_due()
    assert OutboxMail.objects.get().context == {}
    assert token not in str(ReaderComment.objects.values().get(pk=comment_id))


def test_one_reader_cannot_have_mails_sent_to_many_addresses(article, settings):
    settings.GULF_SUMMIT_COMMENTS_RATES = {"post": "100/minute", "mail_ip": "3/hour"}
    statuses = [Reader(article, email=f"r{number}@example.com").post().status_code for number in range(5)]
    assert statuses == [202, 202, 202, 429, 429]
