"""What must not be seen is not served from the store, even where every signal failed."""

from datetime import timedelta

import pytest
from django.utils import timezone
from wagtail.models import Page, PageViewRestriction, Site

from wagtail_gulf_summit.delivery.models import StoredDocument

from .doors import at_path, document, listed

pytestmark = pytest.mark.django_db


def unpublish(page):
    Page.objects.filter(pk=page.pk).update(live=False)


def expire(page):
    Page.objects.filter(pk=page.pk).update(expire_at=timezone.now() - timedelta(seconds=1))


def make_private(page):
    PageViewRestriction.objects.bulk_create([PageViewRestriction(page_id=page.pk, restriction_type="login")])


def make_section_private(page):
    section = page.get_parent()
    PageViewRestriction.objects.bulk_create([PageViewRestriction(page_id=section.pk, restriction_type="password")])


def take_root_away(page):
    Site.objects.update(root_page=Page.get_first_root_node().get_first_child().get_descendants().last())


def delete_behind_its_back(page):
    StoredDocument.objects.filter(page_id=page.pk).update(page=None)
    Page.objects.filter(pk=page.pk).update(live=False)


@pytest.mark.parametrize(
    "hide", [unpublish, expire, make_private, make_section_private, take_root_away, delete_behind_its_back]
)
def test_a_page_hidden_without_a_signal_is_in_no_door_although_its_row_is_fresh(client, article, hide):
    path = document(client, article)["path"]
    assert (listed(client, lang="ar"), at_path(client, path)) == ([article.pk], article.pk)
    hide(article)
    row = StoredDocument.objects.get(kind="article", object_id=article.pk)
    assert (row.stale, bool(row.document)) == (False, True)
    assert document(client, article) is None
    assert listed(client, lang="ar") == []
    assert listed(client, count="true") == []
    assert at_path(client, path) is None


def test_a_known_tag_does_not_reveal_a_page_that_became_private(client, article):
    tag = client.get(f"/api/newsroom/articles/{article.pk}/")["ETag"]
    make_private(article)
    response = client.get(f"/api/newsroom/articles/{article.pk}/", headers={"If-None-Match": tag})
    assert response.status_code == 404


def test_a_document_of_another_site_is_neither_served_nor_computed_when_it_is_asked_for(client, article, monkeypatch):
    other = Page.objects.get(pk=article.get_parent().pk)
    Site.objects.create(hostname="other.example.com", root_page=other)
    document(client, article)  # computed for where it now is
    from wagtail_gulf_summit.delivery.store import read

    asked = []
    monkeypatch.setattr(read, "refresh", lambda *args: asked.append(args))
    response = client.get(f"/api/newsroom/articles/{article.pk}/")
    assert (response.status_code, asked) == (404, [])
    response = client.get(f"/api/newsroom/articles/{article.pk}/", headers={"host": "other.example.com"})
    assert (response.status_code, response.json()["id"]) == (200, article.pk)


def test_the_site_of_a_request_is_the_one_that_wagtail_finds(article, rf):
    from wagtail_gulf_summit.api.http import place_of
    from wagtail_gulf_summit.delivery.store.visible import parameters
    from wagtail_gulf_summit.statements.planned import run
    from wagtail_gulf_summit.statements.public import SITE_ROOT

    roots = [page.pk for page in Page.objects.filter(depth__gt=1).order_by("path")[:4]]
    Site.objects.create(hostname="one.example.com", root_page_id=roots[0])
    Site.objects.create(hostname="two.example.com", port=8001, root_page_id=roots[1])
    Site.objects.create(hostname="two.example.com", port=8002, root_page_id=roots[2])
    for host in (
        "testserver",
        "one.example.com",
        "one.example.com:99",
        "two.example.com",
        "two.example.com:8002",
        "x",
    ):
        request = rf.get("/", headers={"host": host}, SERVER_PORT=host.partition(":")[2] or "80")
        found = run(SITE_ROOT, parameters(place_of(request), timezone.now()))
        assert (host, found[0][0]) == (host, Site.find_for_request(request).root_page_id)
