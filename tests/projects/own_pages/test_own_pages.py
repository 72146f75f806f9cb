"""A publisher's own page types quote, cite and take comments; blocks and fields come and go in the publisher's app."""

import json
import re
from io import StringIO

import pytest
from django.core.management import call_command
from django.urls import reverse
from wagtail.models import Locale, Page, Site

from tests.comments.factories import make_comment
from tests.people.factories import AffiliationFactory
from tests.projects.own_pages.stories.models import OurStory, Report
from wagtail_gulf_summit.citations.models import Source
from wagtail_gulf_summit.comments.counts import public_counts
from wagtail_gulf_summit.comments.policies import Policy
from wagtail_gulf_summit.comments.policy import policy_of
from wagtail_gulf_summit.people.quotes.read import quotes_of

pytestmark = pytest.mark.django_db


def publish(page):
    root = Site.objects.get().root_page
    page.locale = Locale.objects.get(language_code="ar")
    Page.objects.get(pk=root.pk).add_child(instance=page)
    page.save_revision().publish()
    return type(page).objects.get(pk=page.pk)


@pytest.fixture
def speaker():
    return AffiliationFactory(person__name="فادي سالم", role="مدير", organisation__name="كلية").person


@pytest.fixture
def voice(speaker):
    return {"quote": "<p>نعم.</p>", "person": speaker, "attribution": "وقال سالم:"}


@pytest.fixture
def text(speaker):
    source = Source.objects.create(title="تقرير الإعلام", locale=speaker.locale)
    return f'<p>النص<a linktype="citation" id="{source.pk}">[1]</a>.</p>'


@pytest.fixture
def report(text, voice):
    return publish(Report(title="تقرير", slug="report", body=[("text", text), ("voice", voice)]))


@pytest.fixture
def article(text, voice, speaker):
    bylines = [("byline", {"person": speaker, "role": ""})]
    body = [("paragraph", text), ("speaker_quote", voice)]
    page = publish(OurStory(title="خبر </script>", slug="story", body=body, bylines=bylines))
    make_comment(page, "رأي القارئ")
    page.save_revision().publish()
    return page


def test_the_checks_find_no_mistake():
    output = StringIO()
    call_command("check", stdout=output, stderr=output)
    assert "gulf_summit.E" not in output.getvalue()


def test_no_app_of_ours_or_the_publishers_needs_a_migration():
    call_command("makemigrations", "--check", "--dry-run", stdout=StringIO())


def test_a_page_that_is_no_article_shows_its_quote_and_its_source(report, client):
    html = client.get(report.url).content.decode()
    assert "<p>“نعم.”</p>" in html
    assert '<bdi class="speaker-quote__name">فادي سالم</bdi>' in html
    assert '<bdi class="speaker-quote__role">مدير</bdi>' in html
    assert '<a href="#cite-1" id="cite-ref-1-1" role="doc-noteref">[1]</a>' in html
    assert "تقرير الإعلام" in html


def test_its_quote_stands_in_the_index(report, speaker):
    assert [(quote.text, quote.role, quote.page_id) for quote in quotes_of(speaker)] == [("نعم.", "مدير", report.pk)]


def test_its_quote_is_resolved_in_the_api(report, speaker, client):
    body = client.get(f"/api/v2/pages/{report.pk}/").json()["body"]
    assert body[1]["value"]["person"] == {"id": speaker.pk, "name": "فادي سالم", "slug": speaker.slug, "photo": None}
    assert "linktype" not in body[0]["value"]


def test_it_takes_comments_by_its_own_policy(report, client):
    report.comment_policy = Policy.POSTMODERATED
    report.save_revision().publish()
    make_comment(report, "رأي القارئ")
    assert policy_of(report).policy == Policy.POSTMODERATED
    assert public_counts([report.pk], Site.objects.get()) == {report.pk: 1}
    html = client.get(report.url).content.decode()
    assert ("رأي القارئ" in html, "<textarea" in html) == (True, True)
    listed = client.get("/api/newsroom/comments/", {"page": report.pk}).json()["items"]
    assert [comment["body"] for comment in listed] == ["رأي القارئ"]


def test_an_article_of_the_publishers_own_quotes_cites_and_takes_comments_in_the_newsroom_api(
    article, speaker, client
):
    document = client.get(f"/api/newsroom/articles/{article.pk}/").json()
    said = [block["value"] for block in document["body"] if block["type"] == "speaker_quote"]
    assert [(value["quote"], value["role"], value["person"]["id"]) for value in said] == [
        ("<p>نعم.</p>", "مدير", speaker.pk)
    ]
    assert [source["number"] for source in document["citations"]] == [1]
    assert document["comments"]["count"] == 1
    quotes = client.get(f"/api/newsroom/people/{speaker.pk}/quotes/").json()["items"]
    assert [quote["text"] for quote in quotes] == ["نعم."]
    listed = client.get("/api/newsroom/comments/", {"page": article.pk}).json()["items"]
    assert [comment["body"] for comment in listed] == ["رأي القارئ"]


def test_its_page_shows_them_and_says_so_in_json_ld(article, client):
    html = client.get(article.url).content.decode()
    for shown in ("<p>“نعم.”</p>", 'id="cite-1"', "رأي القارئ", "<textarea"):
        assert shown in html
    found = [json.loads(text) for text in re.findall(r'<script type="application/ld\+json">(.*?)</script>', html)]
    story = next(thing for thing in found if thing["@type"] == "NewsArticle")
    assert (story["headline"], story["author"]["name"]) == ("خبر </script>", "فادي سالم")
    assert story["citation"][0]["name"] == "تقرير الإعلام"
    assert found == client.get(f"/api/newsroom/articles/{article.pk}/").json()["seo"]["jsonld"]


def test_a_block_of_the_publishers_own_stands_beside_ours_and_one_of_ours_is_gone(client):
    poll = {"question": "أي قمة؟", "answers": ["الأولى", "الثالثة"]}
    story = publish(
        OurStory(title="خبر", slug="story", desk="دبي", body=[("poll", poll), ("paragraph", "<p>نص.</p>")])
    )
    document = client.get(f"/api/v2/pages/{story.pk}/").json()
    assert [(block["type"], block["value"]) for block in document["body"]] == [
        ("poll", poll),
        ("paragraph", "<p>نص.</p>"),
    ]
    assert document["desk"] == "دبي"
    assert "table" not in story.body.stream_block.child_blocks


def test_its_form_has_our_tabs_with_the_publishers_field(admin_client):
    root = Site.objects.get().root_page
    url = reverse("wagtailadmin_pages:add", args=["stories", "ourstory", root.pk])
    html = admin_client.get(url).content.decode()
    for name in ("id_kicker", "id_desk", "id_comment_policy"):
        assert f'id="{name}"' in html
    assert html.count('role="tab"') >= 4
