"""axe finds nothing serious on the public pages, nor on the screens of the admin that are ours, in both directions."""

from datetime import date

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.urls import reverse

from tests.articles.factories import TopicFactory, every_block, make_article, paragraph, quote
from tests.citations.factories import SourceFactory, marker
from tests.e2e.conftest import DESKTOP, PHONE
from tests.people.factories import AffiliationFactory
from tests.sites import build_news_site, publish
from wagtail_gulf_summit.pages.models import PersonPage, SummitPage, TopicPage

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)

AXE = Axe()
LANGUAGES = ["ar", "en"]


# Wagtail names neither its rich text editor nor the only field of a block, nor cells of a table.
WAGTAILS_OWN = [[".public-DraftEditor-content"], ["[name^=body-][name$=-value]"], ["[name*=-cell-]"]]


def faults(tab):
    """What axe calls serious or critical, each with the first element it was found on."""
    found = AXE.run(tab, context={"exclude": WAGTAILS_OWN}).response["violations"]
    return [
        (one["id"], one["nodes"][0]["html"][:200], one["nodes"][0].get("failureSummary", "")[:200])
        for one in found
        if one["impact"] in ("serious", "critical")
    ]


@pytest.fixture
def site():
    return build_news_site("localhost")


@pytest.fixture
def pages(site, image, embed):
    """A page of each type in one language, by name."""

    def pages(language):
        section = site.parent(language)
        front = site.front if language == "ar" else site.front_en
        locale = section.locale
        person = AffiliationFactory(person__locale=locale).person
        topic = TopicFactory(locale=locale)
        summit = publish(
            front,
            SummitPage(title="قمة", slug="summit", start_date=date(2014, 9, 17), timezone="Asia/Dubai", locale=locale),
        )
        other = make_article(section, people=[person], about=[topic], hero_image=image)
        story = make_article(
            section,
            paragraph(f"نص{marker(SourceFactory(locale=locale))}."),
            quote("نعم.", person),
            *every_block(image),
            ("related_article", other),
            standfirst="<p>مقدمة.</p>",
            kicker="دبي",
            hero_image=image,
            hero_credit="وام",
            hero_licence="CC BY",
            people=[person],
            about=[topic],
            covers=[summit],
            corrections=[("correction", {"date": "2014-09-18", "text": "<p>صُحّح.</p>"})],
        )
        return {
            "front": front,
            "section": section,
            "story": story,
            "person": publish(front, PersonPage(title=person.name, slug="person", person=person, locale=locale)),
            "topic": publish(front, TopicPage(title=topic.name, slug="topic", topic=topic, locale=locale)),
        }

    return pages


@pytest.mark.parametrize("language", LANGUAGES)
def test_public_pages(page, pages, screenshot, language):
    found = {}
    for name, shown in pages(language).items():
        for size, viewport in (("desktop", DESKTOP), ("phone", PHONE)):
            page.set_viewport_size(viewport)
            page.goto(shown.get_url())
            found[name, size] = faults(page)
            wide = page.evaluate("document.documentElement.scrollWidth")
            assert wide <= viewport["width"], (name, size)
            screenshot(f"{name}-{size}", full_page=True)
    said = {key: value for key, value in found.items() if value}
    assert said == {}, "\n".join(f"{key}: {fault}" for key, value in said.items() for fault in value)


@pytest.mark.parametrize("language", LANGUAGES)
def test_screens_of_the_admin(page, pages, log_in, screenshot, language):
    shown = pages("ar")
    log_in(language=language)
    person = shown["person"].person
    desk = type(person).snippet_viewset
    addresses = {
        "articles": reverse("gulf_summit_articles:index"),
        "section": reverse("wagtailadmin_explore", args=[shown["section"].pk]),
        "people": reverse(desk.get_url_name("list")),
        "person": reverse(desk.get_url_name("edit"), args=[person.pk]),
        "dossier": reverse(desk.get_url_name("dossier"), args=[person.pk]),
        "merge": reverse(desk.get_url_name("merge"), args=[person.pk]),
        "quotes": reverse("gulf_summit_quotes_report"),
        "article": reverse("wagtailadmin_pages:edit", args=[shown["story"].pk]),
    }
    found = {}
    for name, address in addresses.items():
        page.goto(address)
        page.wait_for_load_state("networkidle")
        screenshot(name)
        found[name] = faults(page)
    said = {key: value for key, value in found.items() if value}
    assert said == {}, "\n".join(f"{key}: {fault}" for key, value in said.items() for fault in value)
