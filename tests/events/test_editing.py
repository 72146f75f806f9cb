"""What an editor does to a schedule, and what is told of it."""

from datetime import date, datetime, timezone

import pytest
from django.contrib.messages import get_messages
from django.urls import reverse
from wagtail.models import Locale
from wagtail.users.models import UserProfile

from wagtail_gulf_summit.events.forms import SessionForm, VenueDateTimeField
from wagtail_gulf_summit.events.times import zone_of
from wagtail_gulf_summit.pages.models import SummitPage

from .factories import PersonFactory, dubai, session, summit

pytestmark = pytest.mark.django_db

UTC = timezone.utc


@pytest.fixture
def editor(admin_client, admin_user):
    profile = UserProfile.get_for_user(admin_user)
    profile.preferred_language = "en"
    profile.save()
    return admin_client


def rows(page, **changed):
    """The grid's form for all sessions of a page, with ``changed`` fields of the first."""
    data = {"revision": str(page.latest_revision_id)}
    for number, one in enumerate(page.summit_sessions.order_by("start")):
        fields = {
            "title": one.title,
            "kind": one.kind,
            "start": f"{one.start.astimezone(page.zone):%Y-%m-%dT%H:%M}",
            "end": f"{one.end.astimezone(page.zone):%Y-%m-%dT%H:%M}",
            "room": one.room,
            "track": one.track,
            "order": str(number),
            **(changed if number == 0 else {}),
        }
        data |= {f"session-{one.uid.hex}-{name}": value for name, value in fields.items()}
    return data


def drafted(page):
    return SummitPage.objects.get(pk=page.pk).get_latest_revision_as_object()


def test_a_clash_made_in_the_grid_is_told_by_name_and_saved_as_a_draft_all_the_same(editor):
    salem = PersonFactory(name="فادي سالم")
    page = summit(
        sessions=[
            session("Opening", dubai(17, 9), dubai(17, 10), room="A", speakers=[(salem, "speaker")]),
            session("Panel", dubai(17, 10), dubai(17, 11), room="A", speakers=[(salem, "moderator")]),
        ]
    )
    url = reverse("gulf_summit_schedule", args=[page.pk])
    response = editor.post(url, rows(page, end="2014-09-17T10:30"))
    assert [str(message) for message in get_messages(response.wsgi_request)] == ["The schedule was saved as a draft."]
    assert drafted(page).summit_sessions.all()[0].end == datetime(2014, 9, 17, 6, 30, tzinfo=UTC)
    assert page.summit_sessions.get(title="Opening").end == datetime(2014, 9, 17, 6, tzinfo=UTC)
    told = [conflict.message for conflict in editor.get(url).context["conflicts"]]
    both = "Opening (17 September 2014, 09:00) and Panel (17 September 2014, 10:00)."
    assert told == [
        f"The room A is booked twice at one time: {both}",
        f"فادي سالم is in two sessions at one time: {both}",
    ]


def test_a_clock_time_that_is_skipped_is_refused_where_it_was_entered(editor):
    page = summit(
        timezone="Europe/London",
        start_date=date(2026, 3, 28),
        end_date=date(2026, 3, 29),
        sessions=[session("Night", datetime(2026, 3, 29, 0, tzinfo=UTC), datetime(2026, 3, 29, 2, tzinfo=UTC))],
    )
    response = editor.post(reverse("gulf_summit_schedule", args=[page.pk]), rows(page, start="2026-03-29T01:30"))
    assert response.content.decode().count("The clocks in Europe/London skip this time on that day.") == 1
    assert drafted(page).latest_revision_id == page.latest_revision_id


def test_what_somebody_else_saved_meanwhile_is_not_overwritten(editor):
    page = summit(sessions=[session("Opening", dubai(17, 9), dubai(17, 10))])
    data = rows(page, title="Mine")
    SummitPage.objects.get(pk=page.pk).save_revision()
    editor.post(reverse("gulf_summit_schedule", args=[page.pk]), data)
    assert drafted(page).summit_sessions.get().title == "Opening"


def test_sessions_keep_their_clock_times_when_the_summit_moves_to_another_zone():
    field = VenueDateTimeField()
    field.zone, field.stored = zone_of("Europe/London"), dubai(17, 9)
    assert field.clean("2014-09-17 09:00") == datetime(2014, 9, 17, 8, tzinfo=UTC)
    assert field.has_changed(dubai(17, 9), "2014-09-17 09:00")
    assert set(SessionForm.declared_fields) == {"start", "end", "identity", "id"}


def moved(page, **fields):
    for name, value in fields.items():
        setattr(page, name, value)
    page.full_clean()
    page.save_revision().publish()
    return SummitPage.objects.get(pk=page.pk)


def test_a_summit_that_is_called_off_and_then_held_on_other_days_keeps_all_its_earlier_ones():
    page = summit(locale=Locale.objects.get(language_code="ar"))
    page = moved(page, status="cancelled")
    assert list(page.previous_dates) == []
    page = moved(page, status="rescheduled", start_date=date(2014, 11, 3), end_date=date(2014, 11, 4))
    page = moved(page, status="postponed", start_date=None, end_date=None)
    page = moved(page, status="rescheduled", start_date=date(2015, 2, 1), end_date=None)
    assert [(child.value["start_date"], child.value["end_date"]) for child in page.previous_dates] == [
        (date(2014, 9, 17), date(2014, 9, 18)),
        (date(2014, 11, 3), date(2014, 11, 4)),
    ]
