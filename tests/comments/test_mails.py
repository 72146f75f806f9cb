"""What the mails say: in the reader's language and direction, and never a comment's words."""

import pytest
from django.core import mail
from django.core.management import call_command
from django.utils import timezone

from tests.comments.client import mailed_token
from tests.comments.desk.conftest import make_moderator
from tests.comments.factories import make_comment
from tests.comments.site import make_article
from wagtail_gulf_summit.comments import outbox
from wagtail_gulf_summit.comments.mailing import compose
from wagtail_gulf_summit.comments.models import OutboxMail, ReaderComment
from wagtail_gulf_summit.comments.sending import send_due
from wagtail_gulf_summit.comments.states import State
from wagtail_gulf_summit.comments.transitions import transition

pytestmark = pytest.mark.django_db

BODY = "كلام التعليق نفسه"


def parts(message):
    (alternative,) = message.alternatives
    assert alternative[1] == "text/html"
    return message.body, alternative[0]


def test_the_confirmation_reads_right_to_left_and_never_holds_the_comment(reader, settings):
    settings.GULF_SUMMIT_COMMENTS_SEND_AT_ONCE = False
    reader.post(BODY)
    comment = ReaderComment.objects.get()
    token = mailed_token(comment.pk)
    message = compose(OutboxMail.objects.select_related("comment__page").get())
    text, html = parts(message)
    assert message.subject.count("قمة الحكومات") == 1
    assert '<html lang="ar" dir="rtl">' in html
    for part in (text, html, message.subject):
        assert BODY not in part
        assert "سارة" not in part
    link = f"/comments/confirm/?token={token}"
    assert (text.count(link), html.count(link)) == (1, 2)
    assert "24 ساعة" in text and "24 ساعة" in html


@pytest.mark.parametrize(
    ("hours", "words"),
    [(1, "ساعة واحدة"), (2, "ساعتين"), (3, "3 ساعات"), (11, "11 ساعة"), (100, "100 ساعة")],
)
def test_hours_have_their_arabic_plural(reader, settings, hours, words):
    settings.GULF_SUMMIT_COMMENTS_SEND_AT_ONCE = False
    settings.GULF_SUMMIT_COMMENTS_CONFIRM_HOURS = hours
    reader.post(BODY)
    text, html = parts(compose(OutboxMail.objects.select_related("comment__page").get()))
    assert words in text and words in html


@pytest.mark.parametrize(
    ("waiting", "subject"),
    [
        (1, "تعليق واحد ينتظر مراجعتك"),
        (2, "تعليقان ينتظران مراجعتك"),
        (3, "3 تعليقات تنتظر مراجعتك"),
        (11, "11 تعليقًا ينتظر مراجعتك"),
    ],
)
def test_a_digest_counts_what_waits_in_the_moderator_s_section(
    article,
    news,
    waiting,
    subject,
):
    make_moderator("salma", news.section)
    make_moderator("idle", make_article(news.home, title="x", slug="x"))
    for number in range(waiting):
        make_comment(article, f"{BODY} {number}", state=State.PENDING)
    make_comment(make_article(news.section_en), state=State.PENDING)
    for _ in range(2):
        call_command("gulf_summit_comment_digests", verbosity=0)
    send_due()
    (message,) = mail.outbox
    text, html = parts(message)
    assert (message.to, message.subject) == (["salma@example.com"], subject)
    assert "/admin/reader-comments/" in text and '<html lang="ar" dir="rtl">' in html
    assert news.section.title in text and BODY not in text + html


def test_a_digest_is_not_sent_when_nothing_waits_any_more(article, news):
    make_moderator("salma", news.section)
    comment = make_comment(article, state=State.PENDING)
    outbox_before = len(mail.outbox)
    call_command("gulf_summit_comment_digests", verbosity=0)
    transition(comment.pk, State.APPROVED)
    send_due()
    assert len(mail.outbox) == outbox_before
    assert not OutboxMail.objects.filter(kind="digest", status="sent").exists()


def test_a_follow_up_in_english_reads_left_to_right_and_is_inert(article):
    root = make_comment(
        article, "root", language="en", followup=True, email="root@example.com", confirmed_at=timezone.now()
    )
    article.title = "<script>alert(1)</script>"
    article.save()
    reply = make_comment(article, BODY, reply_to=root, email="other@example.com")
    outbox.queue_follow_up(reply)
    text, html = parts(compose(OutboxMail.objects.select_related("comment__page").get()))
    assert '<html lang="en" dir="ltr">' in html
    assert "<script>" not in html and "&lt;script&gt;" in html
    assert BODY not in text + html and f"#comment-{reply.pk}" in html
