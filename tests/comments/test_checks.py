"""A site that is set up wrongly learns what to do about it."""

import pytest
from django.core.checks import run_checks
from django.urls import include, path

from tests.comments.factories import make_comment
from wagtail_gulf_summit.comments.checks import check_proxies
from wagtail_gulf_summit.comments.models import ReaderComment

urlpatterns = [path("comments/", include("django_comments_xtd.urls"))]
RULES = "wagtail_gulf_summit.comments.pipeline.rules."


def ids(number):
    return [message.id for message in run_checks(tags=["gulf_summit"]) if message.id.endswith(number)]


@pytest.mark.parametrize(
    ("setting", "value", "number"),
    [
        ("COMMENTS_APP", "django_comments", "E502"),
        ("COMMENTS_XTD_MODEL", "", "E503"),
        ("SITE_ID", 0, "E504"),
        ("ROOT_URLCONF", __name__, "E505"),
        ("GULF_SUMMIT_COMMENTS_POLICY", "open", "E506"),
        ("GULF_SUMMIT_COMMENTS_PAGE_TYPES", ("blog.None",), "E507"),
        ("GULF_SUMMIT_COMMENTS_TOKEN_AGE", (9, 2), "E508"),
        ("GULF_SUMMIT_COMMENTS_RULES", (f"{RULES}none",), "E509"),
        ("GULF_SUMMIT_COMMENTS_RATES", {"post": "often"}, "E510"),
        ("GULF_SUMMIT_COMMENTS_CONFIRM_URL", "https://news.example/", "E511"),
        ("GULF_SUMMIT_COMMENTS_PRIVACY_URL", "https://news.example/", "E520"),
        ("GULF_SUMMIT_COMMENTS_RULES", ("wagtail_gulf_summit.comments.pipeline.akismet.akismet",), "E522"),
    ],
)
def test_a_setting_that_cannot_work_is_an_error_with_a_hint(settings, setting, value, number):
    assert ids(number) == []
    setattr(settings, setting, value)
    found = [message for message in run_checks(tags=["gulf_summit"]) if message.id == f"gulf_summit.{number}"]
    assert found and all(message.hint for message in found)


def test_a_site_without_the_pages_for_readers_is_told_that_mails_cannot_be_ended(settings):
    assert ids("W514") == []
    settings.ROOT_URLCONF = "wagtail.urls"
    assert ids("W514") == ["gulf_summit.W514"]


def test_a_deployment_is_asked_about_its_proxies(settings):
    def asked():
        return [message.id for message in check_proxies(None)]

    assert asked() == ["gulf_summit.W515"]
    settings.GULF_SUMMIT_COMMENTS_TRUSTED_PROXIES = 1
    assert asked() == []


@pytest.mark.django_db
def test_a_saved_parent_does_not_publish_its_hidden_replies(article):
    parent = make_comment(article, "أصل")
    make_comment(article, "رد", reply_to=parent)
    hidden = make_comment(article, "مخفي", reply_to=parent)
    ReaderComment.objects.filter(pk=hidden.pk).update(state="rejected", is_public=False)
    parent.is_public = False
    parent.save()
    parent.is_public = True
    parent.save()
    assert ReaderComment.objects.get(pk=hidden.pk).is_public is False
