"""Summits, sessions and people for tests."""

from datetime import date, datetime, time
from types import SimpleNamespace
from typing import Any
from zoneinfo import ZoneInfo

import factory
import wagtail_factories
from wagtail.models import Locale, Page

from wagtail_gulf_summit.events.loading import Appearance, Slot
from wagtail_gulf_summit.events.models import Session
from wagtail_gulf_summit.pages.models import SummitPage, SummitSeriesPage
from wagtail_gulf_summit.people.models import Organisation, Person

DUBAI = ZoneInfo("Asia/Dubai")
LONDON = ZoneInfo("Europe/London")


class PersonFactory(factory.django.DjangoModelFactory):
    name = factory.Sequence(lambda number: f"Speaker {number}")
    locale = factory.LazyFunction(lambda: Locale.objects.get(language_code="ar"))
    live = True

    class Meta:
        model = Person


class OrganisationFactory(factory.django.DjangoModelFactory):
    name = factory.Sequence(lambda number: f"Organisation {number}")
    locale = factory.LazyFunction(lambda: Locale.objects.get(language_code="ar"))
    live = True

    class Meta:
        model = Organisation


class SummitPageFactory(wagtail_factories.PageFactory):
    title = factory.Sequence(lambda number: f"Summit {number}")
    slug = factory.Sequence(lambda number: f"summit-{number}")
    start_date = date(2014, 9, 17)
    end_date = date(2014, 9, 18)
    timezone = "Asia/Dubai"

    class Meta:
        model = SummitPage


class SummitSeriesPageFactory(wagtail_factories.PageFactory):
    title = factory.Sequence(lambda number: f"Series {number}")
    slug = factory.Sequence(lambda number: f"series-{number}")

    class Meta:
        model = SummitSeriesPage


def home() -> Page:
    """The page under which the test site's pages stand."""
    return Page.objects.get(depth=2)


def summit(**fields: Any) -> SummitPage:
    """A published summit of two days in Dubai, unless ``fields`` say otherwise."""
    sessions = fields.pop("sessions", [])
    page = SummitPageFactory(parent=fields.pop("parent", None) or home(), **fields)
    for number, session in enumerate(sessions):
        session.sort_order = number
    page.summit_sessions = sessions
    page.save_revision().publish()
    page.refresh_from_db()
    return SummitPage.objects.get(pk=page.pk)


def session(title: str = "", start: datetime | None = None, end: datetime | None = None, **fields: Any) -> Session:
    """A session that is not saved; ``speakers`` is a list of (person, role)."""
    speakers = [
        {"type": "speaker", "value": {"person": person.pk, "role": role}}
        for person, role in fields.pop("speakers", [])
    ]
    import json

    return Session(title=title, start=start, end=end, speakers=json.dumps(speakers), **fields)


def slot(title: str = "", start: datetime | None = None, end: datetime | None = None, **fields: Any) -> Slot:
    """A slot for pure functions; ``speakers`` is a list of names."""
    speakers = tuple(
        Appearance(SimpleNamespace(name=name, translation_key=name, pk=name), "speaker")
        for name in fields.pop("speakers", [])
    )
    return Slot(Session(title=title, start=start, end=end, **fields), speakers)


def dubai(day: int, hour: int, minute: int = 0) -> datetime:
    """A moment of September 2014 by the clocks of Dubai."""
    return datetime(2014, 9, day, hour, minute, tzinfo=DUBAI)


def london_summit():
    """A summit over the night in which the clocks of London go back."""
    return summit(
        title="London",
        start_date=date(2026, 10, 24),
        end_date=date(2026, 10, 25),
        start_time=time(9),
        end_time=time(17),
        timezone="Europe/London",
        sessions=[
            session(
                "Night",
                datetime(2026, 10, 24, 23, 30, tzinfo=LONDON),
                datetime(2026, 10, 25, 1, 30, tzinfo=LONDON, fold=1),
            ),
            session("Morning", datetime(2026, 10, 25, 9, tzinfo=LONDON), datetime(2026, 10, 25, 10, tzinfo=LONDON)),
        ],
    )
