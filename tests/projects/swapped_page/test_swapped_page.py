"""With a base page of its own, a site has the rooms, the admin and every API."""

from io import StringIO

import pytest
from django.core.management import call_command
from wagtail.models import Locale, Site

from tests.projects.swapped_page.base.models import BasePage
from tests.projects.swapped_page.news.models import MeetingPage, StoryPage, StorySection
from wagtail_gulf_summit.citations.models import Source

pytestmark = pytest.mark.django_db

BODY = '<p>قالت الهيئة<a linktype="citation" id="{source}">[1]</a> إن القمة تبدأ غدًا.</p>'


def publish(parent, page):
    parent.add_child(instance=page)
    page.save_revision().publish()
    return type(page).objects.get(pk=page.pk)


@pytest.fixture
def story():
    locale = Locale.objects.get(language_code="ar")
    root = BasePage.get_first_root_node() or BasePage.add_root(instance=BasePage(title="Root", slug="root"))
    section = publish(root, StorySection(title="أخبار", slug="news", locale=locale))
    Site.objects.all().delete()
    Site.objects.create(hostname="testserver", root_page=section, is_default_site=True)
    source = Source.objects.create(title="تقرير", locale=locale)
    body = [("paragraph", BODY.format(source=source.pk))]
    return publish(section, StoryPage(title="القمة تبدأ غدًا", slug="summit", locale=locale, body=body))


def test_the_checks_find_no_mistake():
    output = StringIO()
    call_command("check", stdout=output, stderr=output)
    assert "gulf_summit.E" not in output.getvalue()


def test_no_migration_is_missing():
    call_command("makemigrations", "--check", "--dry-run", stdout=StringIO())


def test_a_story_is_served_with_its_citation(story, client):
    html = client.get(story.url).content.decode()
    assert '<a href="#cite-1" id="cite-ref-1-1" role="doc-noteref">[1]</a>' in html


@pytest.mark.parametrize("door", ["newsroom/articles", "v2/pages", "v3/pages"])
def test_a_story_is_read_through_every_door(story, client, door):
    answer = client.get(f"/api/{door}/{story.pk}/")
    assert answer.status_code == 200, answer.content
    assert answer.json()["title"] == story.title
    assert "linktype" not in answer.content.decode()


def test_a_story_of_this_kind_stands_in_the_list_of_articles(story, client):
    assert [item["id"] for item in client.get("/api/newsroom/articles/").json()["items"]] == [story.pk]


@pytest.mark.parametrize("model", [StoryPage, MeetingPage])
def test_the_editor_opens(story, admin_client, model):
    parent = story.get_parent()
    answer = admin_client.get(f"/admin/pages/add/swapped_news/{model._meta.model_name}/{parent.pk}/")
    assert answer.status_code == 200
    assert answer.context["form"].instance._meta.model is model
