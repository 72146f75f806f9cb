"""A reader who was told of a reply can end these mails, with one click in the mail program as well."""

import re

import pytest
from django.core import mail
from django.test import Client
from django.utils import timezone

from tests.comments.factories import make_comment
from wagtail_gulf_summit.comments import outbox
from wagtail_gulf_summit.comments.models import OutboxMail, ReaderComment
from wagtail_gulf_summit.comments.sending import send_due

pytestmark = pytest.mark.django_db


@pytest.fixture
def root(article):
    return make_comment(article, "root", followup=True, email="root@example.com", confirmed_at=timezone.now())


def reply_to(root, body="reply"):
    reply = make_comment(root.page, body, reply_to=root, email="other@example.com")
    outbox.queue_follow_up(reply)
    send_due()


@pytest.fixture
def message(root):
    reply_to(root)
    (message,) = mail.outbox
    return message


@pytest.fixture
def link(message):
    return re.fullmatch("<(https?://[^>]+)>", message.extra_headers["List-Unsubscribe"])[1]


def test_the_mail_names_its_end_in_header_text_and_html(message, link):
    assert message.extra_headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    text, (html, _type) = message.body, message.alternatives[0]
    assert link in text and f'href="{link}"' in html
    # Folded or not, a mail program reads one address.
    written = message.message().as_bytes().decode()
    header = re.search(r"List-Unsubscribe: (.*?)\n(?=\S)", written, re.S)[1]
    assert re.sub(r"\s", "", header) == f"<{link}>"


def test_one_click_without_cookies_ends_the_mails(root, link):
    browser = Client(enforce_csrf_checks=True)
    answer = browser.post(link, "List-Unsubscribe=One-Click", content_type="application/x-www-form-urlencoded")
    assert answer.status_code == 200
    assert ReaderComment.objects.get(pk=root.pk).followup is False
    reply_to(root, "another reply")
    assert len(mail.outbox) == 1


def test_looking_at_the_link_ends_nothing(root, link, client):
    for method in (client.get, client.head):
        assert method(link).status_code == 200
    assert ReaderComment.objects.get(pk=root.pk).followup is True
    page = client.get(link).content.decode()
    assert '<html lang="ar" dir="rtl">' in page and "root@example.com" not in page
    assert client.post(re.search('action="([^"]+)"', page)[1].replace("&amp;", "&")).status_code == 200
    assert ReaderComment.objects.get(pk=root.pk).followup is False


def test_a_mail_that_was_waiting_when_it_ended_is_not_sent(root, message, link, client):
    reply = make_comment(root.page, "second", reply_to=root, email="third@example.com")
    outbox.queue_follow_up(reply)
    client.post(link)
    send_due()
    assert len(mail.outbox) == 1
    assert not OutboxMail.objects.filter(status="queued").exists()


@pytest.mark.parametrize("token", ["", "x", "eyJhIjoxfQ:x", "\x00"])
def test_a_token_that_is_none_ends_nothing(root, client, token):
    assert client.post("/comments/unsubscribe/", QUERY_STRING=f"token={token}").status_code == 403
    assert ReaderComment.objects.get(pk=root.pk).followup is True


def test_another_reader_s_mails_go_on(root, article, link, client):
    other = make_comment(article, "x", followup=True, email="x@example.com", confirmed_at=timezone.now())
    client.post(link)
    assert ReaderComment.objects.get(pk=other.pk).followup is True
