"""Editors are led from the admin to the document of a page's draft."""

import time

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, Permission
from django.core.checks import run_checks
from django.urls import include, path
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.models import GroupPagePermission, Page

from tests.articles.factories import make_article
from wagtail_gulf_summit.pages.models import ArticlePage

pytestmark = pytest.mark.django_db

#: A site that mounts no newsroom.
urlpatterns = [path("admin/", include(wagtailadmin_urls))]


def link_of(page):
    return f"/admin/gulf-summit/preview/{page.pk}/"


@pytest.fixture
def story(news_site):
    """A story that was never published."""
    page = ArticlePage(title="مسودة", slug="draft", locale=news_site.ar, live=False)
    news_site.section.add_child(instance=page)
    page.save_revision()
    return page


@pytest.fixture
def log_in(client):
    """``log_in(page)`` is somebody who may edit what lies below ``page`` and nothing else."""

    def log_in(page):
        group = Group.objects.create(name="Desk")
        group.permissions.add(Permission.objects.get(codename="access_admin"))
        change = Permission.objects.get(content_type__app_label="wagtailcore", codename="change_page")
        GroupPagePermission.objects.create(group=group, page=Page.objects.get(pk=page.pk), permission=change)
        user = get_user_model().objects.create_user("editor", "editor@example.com", "pass")
        user.groups.add(group)
        client.force_login(user)

    return log_in


@pytest.mark.parametrize("view", ["/admin/pages/{}/edit/", "/admin/pages/{}/"])
def test_the_menu_of_a_page_leads_to_the_document_of_its_draft(admin_client, story, view):
    shown = admin_client.get(view.format(story.pk)).content.decode()
    assert "معاينة عبر الواجهة البرمجية" in shown and f'href="{link_of(story)}"' in shown
    led = admin_client.get(link_of(story))
    assert led.status_code == 302 and "no-store" in led["Cache-Control"]
    document = admin_client.get(led["Location"])
    assert (document.status_code, document.json()["title"]) == (200, "مسودة")


def test_the_token_is_as_old_as_the_click(client, admin_client, story, settings, monkeypatch):
    settings.GULF_SUMMIT_PREVIEW_SECONDS = 60
    first = admin_client.get(link_of(story))["Location"]
    now = time.time()
    monkeypatch.setattr("django.core.signing.time.time", lambda: now + 3600)
    assert client.get(first).json()["code"] == "token-expired"
    assert client.get(admin_client.get(link_of(story))["Location"]).status_code == 200


def test_the_frontends_page_is_led_to_where_the_site_names_one(client, admin_client, story, settings):
    settings.GULF_SUMMIT_PREVIEW_URL = "https://www.example.com/قمة?token={token}"
    location = admin_client.get(link_of(story))["Location"]
    address, _, token = location.partition("?token=")
    assert address == "https://www.example.com/%D9%82%D9%85%D8%A9"
    assert client.get(f"/api/newsroom/preview/?token={token}").json()["id"] == story.pk


def test_who_may_not_edit_a_page_sees_no_link_and_is_given_no_token(client, news_site, story, log_in):
    elsewhere = make_article(news_site.front, slug="elsewhere")
    log_in(elsewhere)
    assert link_of(elsewhere) in client.get(f"/admin/pages/{elsewhere.pk}/edit/").content.decode()
    assert client.get(link_of(elsewhere)).status_code == 302
    assert link_of(story) not in client.get(f"/admin/pages/{story.pk}/").content.decode()
    refused = client.get(link_of(story))
    assert "token" not in refused.get("Location", "")
    client.logout()
    assert "/login/" in client.get(link_of(story))["Location"]


def test_there_is_no_link_to_what_has_no_document(admin_client, news_site):
    root = Page.get_first_root_node()
    outside = Page(title="خارج", slug="outside", locale=news_site.ar)
    root.add_child(instance=outside)
    for page in (root, outside):
        assert link_of(page) not in admin_client.get(f"/admin/pages/{page.pk}/").content.decode()
    assert admin_client.get(link_of(outside)).status_code == 404


def test_there_is_no_link_without_a_place_to_show_a_draft(admin_client, story, settings):
    settings.ROOT_URLCONF = __name__
    assert link_of(story) not in admin_client.get(f"/admin/pages/{story.pk}/").content.decode()
    assert admin_client.get(link_of(story)).status_code == 404
    settings.GULF_SUMMIT_PREVIEW_URL = "https://www.example.com/preview?token={token}"
    assert link_of(story) in admin_client.get(f"/admin/pages/{story.pk}/").content.decode()


@pytest.mark.wagtail8
def test_a_newsroom_in_wagtails_api_v3_alone_is_found(story, settings, rf, admin_user):
    from wagtail_gulf_summit.api.preview_links import open_preview

    settings.ROOT_URLCONF = "tests.api.v3_alone_urls"
    request = rf.get("/")
    request.user = admin_user
    assert open_preview(request, story.pk)["Location"].startswith("/api/v3/newsroom/preview/?token=")


@pytest.mark.parametrize(
    ("value", "ids"),
    [
        ("", []),
        ("https://www.example.com/preview?token={token}", []),
        ("/preview/{token}/", []),
        ("https://www.example.com/preview", ["gulf_summit.E806"]),
        ("www.example.com/?token={token}", ["gulf_summit.E806"]),
    ],
)
def test_an_address_that_cannot_lead_to_a_draft_is_an_error_with_a_hint(settings, value, ids):
    settings.GULF_SUMMIT_PREVIEW_URL = value
    found = [message for message in run_checks(tags=["gulf_summit"]) if message.id == "gulf_summit.E806"]
    assert [message.id for message in found] == ids
    assert all("{token}" in message.hint for message in found)
