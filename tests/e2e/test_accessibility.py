"""axe finds nothing serious on the public pages, nor on the screens of the admin that are ours, in both directions."""

from datetime import date

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.urls import reverse

from tests.articles.factories import TopicFactory, every_block, make_article, paragraph, quote
from tests.citations.factories import SourceFactory, marker
from tests.comments.factories import make_comment
from tests.e2e.conftest import DESKTOP, PHONE
from tests.events.factories import dubai, session
from tests.people.factories import AffiliationFactory
from tests.sites import build_news_site, publish
from wagtail_gulf_summit.citations.desk.reports import merge_url
from wagtail_gulf_summit.comments.states import State
from wagtail_gulf_summit.pages.models import PersonPage, SummitPage, SummitSeriesPage, TopicPage

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)

AXE = Axe()
LANGUAGES = ["ar", "en"]

# Wagtail names neither its rich text editor nor the only field of a block, nor cells of a table.
WAGTAILS_OWN = [[".public-DraftEditor-content"], ["[name^=body-][name$=-value]"], ["[name*=-cell-]"]]


def faults(tab):
    """What axe calls serious or critical, each with the first element it was found on."""
    options = {"resultTypes": ["violations"]}
    found = AXE.run(tab, context={"exclude": WAGTAILS_OWN}, options=options).response["violations"]
    return [
        f"{one['id']}: {one['nodes'][0]['html'][:200]} {one['nodes'][0].get('failureSummary', '')[:200]}"
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
        series = publish(front, SummitSeriesPage(title="قمة", slug="series", locale=locale))
        summit = publish(
            series,
            SummitPage(
                title="القمة الثالثة",
                slug="summit",
                start_date=date(2014, 9, 17),
                end_date=date(2014, 9, 18),
                timezone="Asia/Dubai",
                venue_name="فندق",
                city="دبي",
                hero_image=image,
                locale=locale,
                summit_sessions=[
                    session(
                        "كلمة", dubai(17, 9), dubai(17, 10), room="أ", track="عام", speakers=[(person, "speaker")]
                    ),
                    session("ورشة", dubai(18, 9), dubai(18, 11), room="ب", kind="workshop", invitation_only=True),
                    session("بلا موعد"),
                ],
            ),
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
        make_comment(story, reply_to=make_comment(story, "سؤال"), body="جواب")
        return {
            "front": front,
            "section": section,
            "story": story,
            "series": series,
            "summit": summit,
            "person": publish(front, PersonPage(title=person.name, slug="person", person=person, locale=locale)),
            "topic": publish(front, TopicPage(title=topic.name, slug="topic", topic=topic, locale=locale)),
        }

    return pages


@pytest.mark.parametrize("language", LANGUAGES)
def test_public_pages(page, pages, language):
    addresses = {name: shown.get_url() for name, shown in pages(language).items()}
    summit = addresses["summit"]
    addresses |= {"by track": f"{summit}?by=track", "by room": f"{summit}?by=room", "speakers": f"{summit}speakers/"}
    found = []
    for name, address in addresses.items():
        for size, viewport in (("desktop", DESKTOP), ("phone", PHONE)):
            page.set_viewport_size(viewport)
            assert page.goto(address).status == 200, name
            found += [f"{name} on a {size}: {fault}" for fault in faults(page)]
            wide = page.evaluate("document.documentElement.scrollWidth")
            assert wide <= viewport["width"], (name, size)
    assert found == [], "\n".join(found)


def screens(shown):
    """The addresses of the admin's screens that are ours, by name."""
    person, topic, summit = shown["person"].person, shown["topic"].topic, shown["summit"]
    organisation = person.affiliations.first().organisation
    same = [SourceFactory(title="تقرير", url="https://example.com/") for _twice in range(2)]
    waiting = make_comment(shown["story"], "ينتظر", state=State.PENDING)
    addresses = {
        name: reverse(name)
        for name in (
            "gulf_summit_articles:index",
            "gulf_summit_quotes_report",
            "gulf_summit_translations_report",
            "gulf_summit_citations:import",
            "gulf_summit_citations:duplicates",
            "gulf_summit_citations:dead_links",
            "reader_comments:index",
            "reader_comments:metrics",
            "reader_comments:standings",
        )
    }
    addresses |= {
        "home": reverse("wagtailadmin_home"),
        "section": reverse("wagtailadmin_explore", args=[shown["section"].pk]),
        "comment": reverse("reader_comments:comment", args=[waiting.pk]),
        "merge sources": merge_url(same),
        "schedule": reverse("gulf_summit_schedule", args=[summit.pk]),
    }
    for name in ("story", "summit", "series", "person"):
        addresses[f"edit {name}"] = reverse("wagtailadmin_pages:edit", args=[shown[name].pk])
    for snippet in (person, organisation, topic, same[0]):
        desk = type(snippet).snippet_viewset
        addresses[f"edit {desk.model_name}"] = reverse(desk.get_url_name("edit"), args=[snippet.pk])
    people = type(person).snippet_viewset
    for view in ("dossier", "merge"):
        addresses[view] = reverse(people.get_url_name(view), args=[person.pk])
    for desk in (people, type(same[0]).snippet_viewset):
        addresses[f"list {desk.model_name}"] = reverse(desk.get_url_name("list"))
    return addresses


@pytest.mark.parametrize("language", LANGUAGES)
def test_screens_of_the_admin(page, pages, log_in, language):
    addresses = screens(pages("ar"))
    log_in(language=language)
    found = []
    for name, address in addresses.items():
        assert page.goto(address).status == 200, name
        found += [f"{name}: {fault}" for fault in faults(page)]
    assert found == [], "\n".join(found)
