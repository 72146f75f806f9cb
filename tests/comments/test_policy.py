"""Policies: of the page, of its section, of the site; and how the rules judge under them."""

from datetime import timedelta

import pytest
from django.utils import timezone

from tests.comments.client import Reader, code_of, state_of
from tests.comments.factories import make_comment
from tests.comments.site import make_article, page_type, publish
from wagtail_gulf_summit.comments.models import ReaderComment, ReaderStanding, WordRule
from wagtail_gulf_summit.comments.policy import policies_of, policy_of
from wagtail_gulf_summit.comments.readers import author_key, ip_key

pytestmark = pytest.mark.django_db


def set_policy(page, **fields):
    type(page).objects.filter(pk=page.pk).update(**fields)


def test_the_nearest_policy_wins(news, article, settings):
    settings.GULF_SUMMIT_COMMENTS_POLICY = "trusted"
    inner = publish(news.section, page_type("section")(title="دبي", slug="dubai", locale=news.section.locale))
    deep = make_article(inner)
    assert policy_of(deep).policy == "trusted"
    set_policy(news.section, comment_policy="read_only")
    assert policy_of(deep).policy == policy_of(article).policy == "read_only"
    set_policy(inner, comment_policy="postmoderated")
    assert (policy_of(deep).policy, policy_of(article).policy) == ("postmoderated", "read_only")
    set_policy(deep, comment_policy="closed")
    assert policy_of(deep).policy == "closed"


def test_the_policies_of_many_pages_take_one_query(news, django_assert_num_queries):
    pages = [make_article(news.section) for _ in range(4)]
    policies_of(pages)
    with django_assert_num_queries(1):
        policies_of(pages[:1])
    with django_assert_num_queries(1):
        policies_of(pages)


def test_comments_close_some_days_after_publication(reader, article, news):
    set_policy(news.section, comments_close_after=7)
    assert policy_of(article).closes_at == article.first_published_at + timedelta(days=7)
    article.first_published_at = timezone.now() - timedelta(days=8)
    article.save()
    assert code_of(reader.post()) == (403, "comments-closed")
    assert reader.get("token/", page=article.pk).json()["policy"]["name"] == "read_only"
    set_policy(article, comments_close_after=0)
    assert reader.post().status_code == 202


def test_a_read_only_page_lists_and_a_closed_one_does_not(reader, article, news):
    make_comment(article)
    set_policy(news.section, comment_policy="read_only")
    assert (code_of(reader.post()), len(reader.listed())) == ((403, "comments-closed"), 1)
    set_policy(news.section, comment_policy="closed")
    assert (code_of(reader.post()), len(reader.listed())) == ((403, "comments-closed"), 0)
    assert reader.get("counts/", pages=str(article.pk)).json()["items"] == [{"page": article.pk, "count": 0}]


def test_members_are_not_held_where_only_guests_are(reader, settings, django_user_model):
    settings.GULF_SUMMIT_COMMENTS_POLICY = "premoderated_guests"
    guest = reader.post("ضيف").json()["id"]
    assert reader.confirm(guest).json()["state"] == "pending"
    member = django_user_model.objects.create_user("huda", "huda@example.com", "x", first_name="هدى")
    reader.http.force_login(member)
    posted = reader.post("عضو", name=None, email=None)
    assert (posted.status_code, posted.json()["comment"]["author"]) == (201, "هدى")


def test_a_guest_s_token_does_not_serve_a_member(reader, django_user_model):
    token = reader.token()
    reader.http.force_login(django_user_model.objects.create_user("huda", "huda@example.com", "x"))
    assert code_of(reader.post(token=token)) == (403, "token-invalid")


def test_an_author_is_trusted_after_some_approved_comments(reader, article, settings):
    settings.GULF_SUMMIT_COMMENTS_POLICY = "trusted"
    settings.GULF_SUMMIT_COMMENTS_TRUST_AFTER = 2
    for text in ("أول", "ثان"):
        make_comment(article, text, email=reader.email, confirmed_at=timezone.now())
    ReaderComment.objects.filter(comment="ثان").update(confirmed_at=None)
    assert reader.confirm(reader.post("ثالث").json()["id"]).json()["state"] == "pending"
    ReaderComment.objects.filter(comment="ثان").update(confirmed_at=timezone.now())
    assert reader.confirm(reader.post("رابع").json()["id"]).json()["state"] == "approved"


def test_a_trusted_reader_is_not_held(reader, settings):
    settings.GULF_SUMMIT_COMMENTS_POLICY = "trusted"
    ReaderStanding.objects.create(subject="email", key=author_key(reader.email), standing="trusted")
    assert reader.confirm(reader.post().json()["id"]).json()["state"] == "approved"


def test_a_banned_address_learns_of_it_only_when_it_is_proven(reader, settings):
    settings.GULF_SUMMIT_COMMENTS_POLICY = "postmoderated"
    ReaderStanding.objects.create(subject="email", key=author_key(reader.email), standing="banned")
    posted = reader.post()
    assert (posted.status_code, posted.json()["state"]) == (202, "unconfirmed")
    confirmed = reader.confirm(posted.json()["id"])
    assert confirmed.json()["state"] == "rejected"
    assert ReaderComment.objects.get().reason == "ban"


def test_a_ban_of_an_ip_address_lasts_until_it_ends(article):
    reader = Reader(article, address="192.0.2.1")
    ban = ReaderStanding.objects.create(subject="ip", key=ip_key("192.0.2.1"), standing="banned")
    assert code_of(reader.post()) == (403, "banned")
    ban.expires_at = timezone.now() - timedelta(seconds=1)
    ban.save()
    assert reader.post().status_code == 202


@pytest.mark.parametrize(
    ("text", "state", "rule"),
    [
        ("هذا كلام غَبِيّ", "rejected", "banned_words"),
        ("هذا كلام غـــبي", "rejected", "banned_words"),
        ("غباء لا غبية", "pending", "premoderation"),
        ("اشترِ الآن", "pending", "suspect_words"),
        ("انظر https://a.example و https://b.example", "pending", "links"),
    ],
)
def test_each_rule_says_why(reader, settings, text, state, rule):
    settings.GULF_SUMMIT_COMMENTS_CONFIRM_EMAIL = False
    settings.GULF_SUMMIT_COMMENTS_BANNED_WORDS = ("غبي",)
    WordRule.objects.create(phrase="اشتر الان", verdict="hold")
    comment = ReaderComment.objects.get(pk=reader.post(text).json()["id"])
    assert (comment.state, comment.reason, comment.held_by) == (state, rule, rule)
    assert rule in [finding["rule"] for finding in comment.signals]


def test_a_rejected_guest_gets_no_mail(reader, settings):
    settings.GULF_SUMMIT_COMMENTS_BANNED_WORDS = ("غبي",)
    posted = reader.post("غبي")
    assert (posted.status_code, posted.json()["state"]) == (202, "rejected")
    assert state_of(posted.json()["id"]) == "rejected"
    assert ReaderComment.objects.get().mails.count() == 0
