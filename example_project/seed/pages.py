"""The pages of the newspaper, in both languages."""

import json
from datetime import date
from typing import Any

from wagtail.models import Locale, Page, Site

from wagtail_gulf_summit.citations.models import Source
from wagtail_gulf_summit.events.models import Session
from wagtail_gulf_summit.pages.models import (
    ArticlePage,
    FrontPage,
    PersonPage,
    SectionPage,
    SummitPage,
    SummitSeriesPage,
)
from wagtail_gulf_summit.people.models import Person

from .data import key, seed
from .ensure import Progress, ensure_page
from .stories import body

NAMES = {"ar": "قمة الخليج", "en": "Gulf Summit"}


def load_pages(locales: dict[str, Locale], port: int, progress: Progress) -> None:
    """The tree of each language; the site's root is the Arabic front page."""
    for language, locale in locales.items():
        load_tree(language, locale, port, progress)
    progress.say("pages")


def load_tree(language: str, locale: Locale, port: int, progress: Progress) -> None:
    data = seed(language)

    def ensure(model: Any, name: str, parent: Page, build: Any) -> Page:
        page, created = ensure_page(model, name, locale, parent, build)
        progress.note("pages", created)
        return page

    root = Page.objects.get(depth=1)
    front = ensure(FrontPage, "page:front", root, lambda: FrontPage(title=NAMES[language], slug=f"front-{language}"))
    if language == "ar":
        point_site_at(front, port)
    section = ensure(
        SectionPage, "page:section", front, lambda: SectionPage(title=data["section"], show_in_menus=True)
    )
    series = ensure(
        SummitSeriesPage,
        "page:series",
        front,
        lambda: SummitSeriesPage(title=data["event"]["series"], show_in_menus=True),
    )
    summit = ensure(SummitPage, "page:summit", series, lambda: summit_page(data["event"], locale))
    ensure(ArticlePage, "page:article", section, lambda: article_page(data, locale, summit))
    for speaker in data["speakers"]:
        name = f"person:{speaker['id']}"
        person = Person.objects.get(translation_key=key(name), locale=locale)
        ensure(PersonPage, f"page:{name}", front, lambda person=person: PersonPage(title=person.name, person=person))


def point_site_at(front: Page, port: int) -> None:
    """Make ``front`` the root of the default site, and take away the page that Wagtail starts with."""
    site = Site.objects.filter(is_default_site=True).first() or Site(is_default_site=True)
    wanted = {"root_page_id": front.pk, "hostname": "127.0.0.1", "port": port, "site_name": front.title}
    if any(getattr(site, name) != value for name, value in wanted.items()):
        for name, value in wanted.items():
            setattr(site, name, value)
        site.save()
    welcome = Page.objects.filter(depth=2, slug="home", content_type__model="page").first()
    if welcome:
        welcome.delete()


def article_page(data: dict[str, Any], locale: Locale, summit: SummitPage) -> ArticlePage:
    people = {speaker["id"]: primary_key(Person, f"person:{speaker['id']}", locale) for speaker in data["speakers"]}
    sources = {item["marker"]: primary_key(Source, f"source:{item['marker']}", locale) for item in data["citations"]}
    return ArticlePage(
        title=data["title"],
        dateline_place=data["dateline"]["place"],
        dateline_agency=data["dateline"]["agency"],
        dateline_text=data["dateline"]["raw"],
        body=body(data, people, sources),
        summits=json.dumps([{"type": "summit", "value": summit.pk, "id": str(key("covered:summit"))}]),
    )


def primary_key(model: Any, name: str, locale: Locale) -> int:
    return model.objects.values_list("pk", flat=True).get(translation_key=key(name), locale=locale)


def summit_page(event: dict[str, Any], locale: Locale) -> SummitPage:
    """The summit; what the article does not tell, such as its organisers and hours, stays empty."""
    page = SummitPage(
        title=event["name"],
        edition=event["edition"],
        theme=event["theme"],
        start_date=date.fromisoformat(event["start"]),
        end_date=date.fromisoformat(event["end"]),
        timezone=event["timezone"],
        date_text=event["date_text"],
        venue_name=event["venue"],
        city=event["city"],
        country_code=event["country_code"],
        attendance_min=event["expected_attendance"]["min"],
        attendance_text=event["expected_attendance"]["text"],
        audience=event["expected_attendance"]["audience"],
        announced=json.dumps(
            [
                {
                    "type": "sessions",
                    "value": {"kind": Session.Kind.WORKSHOP, "count": event["workshop_count"]},
                    "id": str(key("announced:workshops")),
                }
            ]
        ),
    )
    page.summit_sessions = [session(workshop, number, locale) for number, workshop in enumerate(event["workshops"])]
    return page


def session(workshop: dict[str, Any], number: int, locale: Locale) -> Session:
    return Session(
        kind=Session.Kind.WORKSHOP,
        title=workshop["name"] or "",
        abstract=workshop["summary"],
        invitation_only=workshop["invitation_only"],
        sort_order=number,
        locale=locale,
        translation_key=key(f"session:{workshop['id']}"),
    )
