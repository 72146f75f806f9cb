"""Links in rich text: readers are led to what they may see, in the language of the page that has the link."""

import datetime
import json
import re

import pytest
from django.core.files.base import ContentFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.documents import get_document_model
from wagtail.models import Page, PageViewRestriction

from tests.articles.factories import make_article, paragraph, quote
from tests.sites import republish, translate
from wagtail_gulf_summit.delivery.kinds import build

from .newsroom_site import NEWSROOM

pytestmark = pytest.mark.django_db
PAGES = "/api/v2/pages/"
SECRET = "secret-address"


@pytest.fixture
def target(newsroom):
    return make_article(newsroom.site.section, paragraph("نص"), title="خبر", slug=SECRET)


@pytest.fixture
def linking(newsroom, target):
    """A story that links to ``target`` in its standfirst, its text and a quote."""
    return make_article(
        newsroom.site.section,
        paragraph(link(target)),
        quote(link(target), newsroom.person),
        title="خبر يشير إلى آخر",
        slug="linking",
        standfirst=f"<p>{link(target)}</p>",
    )


def link(page, text="هنا"):
    return f'<a linktype="page" id="{page.pk}">{text}</a>'


def draft(page):
    Page.objects.get(pk=page.pk).specific.unpublish()


def private(page):
    PageViewRestriction.objects.create(page=page, restriction_type="login")


def expired(page):
    page = Page.objects.get(pk=page.pk).specific
    page.expire_at = timezone.now() - datetime.timedelta(minutes=1)
    page.save()


def doors(client, newsroom, linking):
    """Every door in which the texts of the story are shown."""
    addresses = [
        f"{NEWSROOM}articles/{linking.pk}/",
        f"{NEWSROOM}articles/",
        f"{NEWSROOM}articles/?fields=card",
        f"{NEWSROOM}feeds/rss/",
        f"{NEWSROOM}feeds/json/",
        f"{NEWSROOM}people/{newsroom.person.pk}/quotes/",
        f"{PAGES}{linking.pk}/",
        f"{PAGES}?type=gulf_summit_pages.ArticlePage&fields=*",
        linking.url,
    ]
    return {address: client.get(address) for address in addresses}


@pytest.mark.parametrize("hide", [draft, private, expired])
def test_the_address_of_a_hidden_page_is_in_no_door(client, newsroom, target, linking, hide):
    assert SECRET in client.get(f"{NEWSROOM}articles/{linking.pk}/").content.decode()
    hide(target)
    if hide is not draft:  # it is in the lists that the story is in
        Page.objects.filter(pk=target.pk).update(title="x")
    told = [
        address for address, answer in doors(client, newsroom, linking).items() if SECRET in answer.content.decode()
    ]
    assert told == []
    assert client.get(f"{NEWSROOM}articles/{linking.pk}/").json()["body"][0]["value"] == "<p><a>هنا</a></p>"


def test_a_link_appears_when_its_page_is_published(client, newsroom):
    from wagtail_gulf_summit.pages.models import ArticlePage

    later = ArticlePage(title="لاحق", slug=SECRET, live=False, locale=newsroom.site.ar)
    Page.objects.get(pk=newsroom.site.section.pk).add_child(instance=later)
    story = make_article(newsroom.site.section, paragraph(link(later)), title="خبر", slug="linking")
    address = f"{NEWSROOM}articles/{story.pk}/"
    assert SECRET not in client.get(address).content.decode()
    republish(later)
    assert f"/{SECRET}/" in client.get(address).json()["body"][0]["value"]


def test_a_link_expires_with_its_page(client, newsroom, target, linking):
    address = f"{NEWSROOM}articles/{linking.pk}/"
    target = Page.objects.get(pk=target.pk).specific
    target.expire_at = timezone.now() + datetime.timedelta(seconds=1)
    republish(target)
    assert SECRET in client.get(address).content.decode()
    deadline = target.expire_at + datetime.timedelta(seconds=0.2)
    while timezone.now() < deadline:
        pass
    assert SECRET not in client.get(address).content.decode()


def test_a_link_leads_to_the_language_of_its_page(client, newsroom, target, linking):
    target_en = translate(target, newsroom.site.en, title="A story", slug="in-english")
    linking_en = translate(linking, newsroom.site.en, title="A story that links")
    for address in (f"{NEWSROOM}articles/", PAGES):
        assert f'href="{target.url}"' in client.get(f"{address}{linking.pk}/").json()["body"][0]["value"]
        assert f'href="{target_en.url}"' in client.get(f"{address}{linking_en.pk}/").json()["body"][0]["value"]
    draft(target_en)
    for address in (f"{NEWSROOM}articles/", PAGES):
        assert f'href="{target.url}"' in client.get(f"{address}{linking_en.pk}/").json()["body"][0]["value"]


@pytest.mark.parametrize("fields", ["", "_,title", "standfirst", "*", "*,-body"])
def test_v2_costs_the_same_for_one_and_for_many_with_links(client, newsroom, target, fields):
    document = get_document_model().objects.create(title="تقرير", file=ContentFile(b"x", "report.txt"))
    links = f'{link(target)} <a linktype="document" id="{document.pk}">ملف</a>'

    def make(count):
        for number in range(count):
            make_article(
                newsroom.site.section,
                paragraph(links),
                quote(links, newsroom.person),
                paragraph(links),
                title=f"خبر {number}",
                standfirst=f"<p>{links}</p>",
                about=[newsroom.topic],
            )

    def queries(limit):
        with CaptureQueriesContext(connection) as captured:
            answer = client.get(
                PAGES, {"type": "gulf_summit_pages.ArticlePage", "fields": fields, "order": "-id", "limit": limit}
            )
        assert len(answer.json()["items"]) == limit
        assert "linktype" not in json.dumps(answer.json())
        return len(captured)

    make(8)
    queries(1)
    assert queries(8) == queries(1)


def test_on_a_site_that_serves_no_pages_a_link_has_the_place_of_its_page(newsroom, target, linking, settings):
    settings.ROOT_URLCONF = "tests.api.no_urls"
    [link_to_it] = re.findall('href="([^"]*)"', build(linking).document.body[0].value)
    assert link_to_it == f"http://testserver/{newsroom.site.section.slug}/{SECRET}/"
