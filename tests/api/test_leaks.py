"""What readers may not see is behind no door: in no document, list, count, search, feed, link or reference."""

from datetime import timedelta

import pytest
from django.apps import apps
from django.test import Client
from django.utils import timezone
from wagtail.models import Page, PageViewRestriction, Site

from tests.articles.factories import make_article, paragraph, quote
from tests.citations.factories import marker
from tests.events.factories import dubai, session, summit
from tests.sites import publish, translate
from wagtail_gulf_summit.pages.models import FrontPage, SectionPage

from .newsroom_site import NEWSROOM

pytestmark = pytest.mark.django_db
SECRET = "سرمدفون"
WITHIN = "within.example"
WAGTAIL = ["/api/v2/pages/", pytest.param("/api/v3/pages/", marks=pytest.mark.wagtail8)]


@pytest.fixture
def secret(newsroom):
    """An article and a summit called «سر», linked to and from what is public, before anything hides them."""
    site = newsroom.site
    vault = publish(site.section, SectionPage(title=f"{SECRET} الخزانة", slug="vault", locale=site.ar))
    held = summit(
        parent=vault,
        title=f"{SECRET} القمة",
        slug="secret-summit",
        locale=site.ar,
        sessions=[session(f"{SECRET} جلسة", dubai(17, 9), dubai(17, 10), speakers=[(newsroom.person, "speaker")])],
    )
    story = make_article(
        vault,
        paragraph(f"{SECRET} الخبر{marker(newsroom.source)}"),
        quote(f"{SECRET} الاقتباس", newsroom.person),
        title=f"{SECRET} العنوان",
        slug="secret",
        people=[newsroom.person],
        about=[newsroom.topic],
        covers=[newsroom.summit],
    )
    story_en = translate(story, site.en, title=f"{SECRET} in English")
    newsroom.article.related.append(("article", story))
    newsroom.article.summits.append(("summit", held))
    newsroom.article.body.append(("related_article", story))
    newsroom.article.save_revision().publish()
    vault_en = SectionPage.objects.get(pk=story_en.get_parent().pk)
    return {"vault": vault, "vault_en": vault_en, "story": story, "story_en": story_en, "held": held}


def addresses(newsroom, story, held):
    """Every public address that could show the story or the summit."""
    pk = newsroom.article.pk
    api = [
        "articles/?limit=100", "articles/?limit=100&fields=card", "articles/?limit=100&fields=title,body,related",
        f"articles/?section={newsroom.site.section.pk}", f"articles/?topic={newsroom.topic.pk}",
        f"articles/?person={newsroom.person.pk}", f"articles/?summit={held.pk}", f"articles/{pk}/",
        f"articles/{newsroom.article_en.pk}/", f"articles/{story.pk}/", f"articles/{story.pk}/citations.json",
        f"articles/{story.pk}/citations.bib", "articles/by-path/?path=/technology/vault/secret/",
        "articles/by-path/?path=/technology/vault/", "articles/by-path/?path=/technology/vault/secret-summit/",
        "summits/?limit=100", "summits/?fields=card", f"summits/{held.pk}/", f"summits/{held.pk}/sessions/",
        f"summits/{held.pk}.ics", "summits/all.ics", f"summits/section/{newsroom.site.section.pk}.ics",
        f"summits/section/{story.get_parent().pk}.ics", "sessions/?limit=100", f"sessions/?summit={held.pk}",
        f"sessions/?person={newsroom.person.pk}", f"people/{newsroom.person.pk}/quotes/?limit=100",
        f"sources/{newsroom.source.pk}/", f"search/?q={SECRET}", f"search/?q={SECRET}&type=article&lang=ar",
        f"search/?q={SECRET}&type=summit", "site/", "feeds/rss/", "feeds/atom/", "feeds/json/", "feeds/rss/?lang=en",
        f"feeds/rss/?section={newsroom.site.section.pk}", f"feeds/atom/?section={story.get_parent().pk}",
        f"feeds/json/?topic={newsroom.topic.pk}", f"feeds/rss/?person={newsroom.person.pk}",
        f"comments/?page={story.pk}", f"comments/token/?page={story.pk}",
    ]  # fmt: skip
    wagtail = [
        f"{version}pages/{query}"
        for version in ("/api/v2/", *(["/api/v3/"] if apps.is_installed("wagtail.api.v3") else []))
        for query in (
            "?limit=20", "?limit=20&fields=*", f"?search={SECRET}", "?type=gulf_summit_pages.ArticlePage&fields=*",
            "?type=gulf_summit_pages.SummitPage&fields=*", f"{pk}/", f"{story.pk}/", f"{held.pk}/",
            f"?child_of={story.get_parent().pk}", f"?translation_of={story.pk}",
        )
    ]  # fmt: skip
    shown = [newsroom.site.front, newsroom.site.section, newsroom.article, newsroom.article_en, newsroom.summit]
    return [
        *(NEWSROOM + address for address in api),
        *wagtail,
        *(page.get_url() for page in shown),
        f"{newsroom.summit.get_url()}?by=track",
        "/sitemap.xml",
    ]


def leaks(newsroom, story, held):
    """The addresses whose answer speaks of the story or the summit."""
    client = Client()
    found = []
    for address in addresses(newsroom, story, held):
        response = client.get(address)
        assert response.status_code < 500, address
        body = b"".join(response.streaming_content) if response.streaming else response.content
        text = body.decode() if response.status_code == 200 else ""
        # A search repeats what it was asked; its own words are no leak.
        if SECRET in text or "/vault/" in text:
            found.append(address)
    return found


def unpublish_all(secret):
    for page in secret.values():
        page.refresh_from_db()
        page.unpublish()


def restrict(kind):
    def hide(secret):
        for name in ("vault", "vault_en"):
            PageViewRestriction.objects.create(page=secret[name], restriction_type=kind, password="x")

    return hide


def expire(secret):
    """As they are from the minute of their expiry until Wagtail's scheduled command has run."""
    for page in secret.values():
        page.refresh_from_db()
        page.expire_at = timezone.now() - timedelta(minutes=1)
        page.save()


def move_to_another_site(secret):
    front = publish(
        Page.get_first_root_node(), FrontPage(title="صحيفة أخرى", slug="other", locale=secret["vault"].locale)
    )
    Site.objects.create(hostname="other.example", root_page=front)
    for name in ("vault", "vault_en"):
        part = publish(front, SectionPage(title=name, slug=name, locale=secret[name].locale))
        SectionPage.objects.get(pk=secret[name].pk).move(part, pos="last-child")


def make_a_site_of(secret):
    """The root page of the site within the site is the vault; its translations are roots as well."""
    Site.objects.create(hostname=WITHIN, root_page=secret["vault"], site_name="الخزانة")


HIDING = {
    "unpublished": unpublish_all,
    "expired": expire,
    "on another site": move_to_another_site,
    "on a site within the site": make_a_site_of,
    "private by password": restrict(PageViewRestriction.PASSWORD),
    "private by login": restrict(PageViewRestriction.LOGIN),
}


def test_what_is_not_hidden_is_beside_the_story_and_the_summit_it_belongs_to(newsroom, secret):
    shown = [newsroom.article.get_url(), newsroom.summit.get_url(), f"{NEWSROOM}articles/{newsroom.article.pk}/"]
    assert set(shown) <= set(leaks(newsroom, secret["story"], secret["held"]))


@pytest.mark.parametrize("hide", HIDING.values(), ids=HIDING)
def test_what_is_hidden_is_behind_no_door(newsroom, secret, hide):
    hide(secret)
    story, held = (type(secret[name]).objects.get(pk=secret[name].pk) for name in ("story", "held"))
    assert leaks(newsroom, story, held) == []


@pytest.mark.parametrize("pages", WAGTAIL)
@pytest.mark.parametrize("hide", HIDING.values(), ids=HIDING)
def test_wagtail_s_lists_refuse_the_id_of_what_is_hidden_as_one_that_is_no_page_s(newsroom, secret, hide, pages):
    hide(secret)
    for name in ("ancestor_of", "child_of", "descendant_of", "translation_of"):
        missing, hidden, shown = (
            Client().get(pages, {name: pk}) for pk in (10**6, secret["vault"].pk, newsroom.site.section.pk)
        )
        assert missing.status_code in (400, 422), name
        assert (hidden.status_code, hidden.content) == (missing.status_code, missing.content), name
        assert (shown.status_code, shown.json()["items"] != []) == (200, True), name


def find(pages, **query):
    response = Client().get(f"{pages}find/", query)
    return response.status_code, response.get("Location", response.content)


@pytest.mark.parametrize("pages", WAGTAIL)
@pytest.mark.parametrize("hide", HIDING.values(), ids=HIDING)
def test_wagtail_s_pages_find_what_is_hidden_neither_by_address_nor_by_id(newsroom, secret, hide, pages):
    path, pk = "/technology/vault/secret/", secret["story"].pk
    assert [find(pages, html_path=path)[0], find(pages, id=pk)[0]] == [302, 302]
    hide(secret)
    assert find(pages, html_path="/technology/nothing/")[0] == 404
    assert find(pages, html_path=path) == find(pages, html_path="/technology/nothing/")
    assert find(pages, id=pk) == find(pages, id=10**6)


@pytest.mark.wagtail8
@pytest.mark.parametrize("hide", HIDING.values(), ids=HIDING)
def test_api_v3_finds_by_id_what_it_does_not_by_address_and_the_other_way_round(newsroom, secret, hide):
    pages, path, shown = "/api/v3/pages/", "/technology/vault/secret/", newsroom.article
    hide(secret)
    address = f"/technology/{shown.slug}/"
    by_id, by_address = find(pages, id=shown.pk), find(pages, html_path=address)
    assert [by_id[0], by_address[0]] == [302, 302]
    assert find(pages, html_path=path, id=shown.pk) == by_id
    assert find(pages, html_path=address, id=secret["story"].pk) == by_address
    assert find(pages, html_path=path, id=secret["story"].pk)[0] == 404


@pytest.mark.parametrize("pages", WAGTAIL)
@pytest.mark.parametrize("hide", [expire, unpublish_all])
def test_a_story_that_is_shown_does_not_name_the_hidden_section_it_is_in(newsroom, secret, hide, pages):
    def parent():
        return Client().get(f"{pages}{secret['story'].pk}/").json()["meta"]["parent"]

    assert parent()["id"] == secret["vault"].pk
    hide({"vault": secret["vault"]})
    assert parent() is None


def test_a_draft_of_what_is_public_is_behind_no_door(newsroom):
    for page in (newsroom.article, newsroom.article_en, newsroom.summit, newsroom.site.section):
        draft = page.get_latest_revision_as_object()
        draft.title = SECRET
        draft.save_revision()
    for snippet in (newsroom.person, newsroom.organisation):
        snippet.name = SECRET
        snippet.save_revision()
    newsroom.source.title = SECRET
    newsroom.source.save_revision()
    assert leaks(newsroom, newsroom.article, newsroom.summit) == []


def test_what_was_deleted_is_behind_no_door(newsroom, secret):
    seen = addresses(newsroom, secret["story"], secret["held"])
    for name in ("vault", "vault_en"):
        type(secret[name]).objects.get(pk=secret[name].pk).delete()
    texts = {address: Client().get(address) for address in seen}
    assert [
        address
        for address, response in texts.items()
        if response.status_code >= 500 or (response.status_code == 200 and SECRET in response.content.decode())
    ] == []
