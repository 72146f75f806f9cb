"""Calendars in, and what is written out comes back the same."""

import pytest
from django.core.management import CommandError, call_command

from tests.events.factories import PersonFactory, dubai, session, summit
from wagtail_gulf_summit.events.models import Session
from wagtail_gulf_summit.pages.models import SummitPage

from .test_schedule_json import state

pytestmark = pytest.mark.django_db


@pytest.fixture
def page(db):
    salem, linder = PersonFactory(name="فادي سالم"), PersonFactory(name="إليزابيث ليندر")
    return summit(
        sessions=[
            session(
                "الأولى; مع, فواصل",
                dubai(17, 9),
                dubai(17, 10),
                abstract="سطر\nوسطر",
                room="القاعة أ",
                track="الصحة",
                kind="panel",
                speakers=[(salem, "moderator"), (linder, "speaker")],
            ),
            session("", dubai(17, 23), dubai(18, 1), kind="workshop"),
        ]
    )


@pytest.mark.parametrize("ending", ["ics", "json"])
def test_a_schedule_written_to_a_file_and_read_again_changes_nothing(page, tmp_path, capsys, ending):
    path, before = str(tmp_path / f"schedule.{ending}"), state()
    call_command("gulf_summit_export_schedule", page.pk, path)
    call_command("gulf_summit_import_schedule", path, summit=page.pk, publish=True)
    assert "0 new, 0 changed, 2 unchanged, 0 removed; 0 new people." in capsys.readouterr().out
    assert state() == before


@pytest.mark.parametrize("ending", ["ics", "json"])
def test_a_schedule_can_be_carried_to_another_summit(page, tmp_path, ending):
    path = str(tmp_path / f"schedule.{ending}")
    call_command("gulf_summit_export_schedule", page.pk, path)
    other = summit(title="Another")
    call_command("gulf_summit_import_schedule", path, summit=other.pk, publish=True)
    fields = ("abstract", "kind", "start", "end", "room", "track")
    copied = SummitPage.objects.get(pk=other.pk).summit_sessions.order_by("start")
    assert list(copied.values(*fields)) == list(page.summit_sessions.order_by("start").values(*fields))
    assert copied[0].title == "الأولى; مع, فواصل"
    assert Session.objects.values("translation_key").distinct().count() == 4


def test_sessions_of_an_earlier_file_go_only_when_asked(page, tmp_path, capsys):
    path = tmp_path / "a.ics"
    event = "BEGIN:VEVENT\r\nUID:{0}\r\nSUMMARY:Talk {0}\r\nDTSTART:20140917T0{0}0000Z\r\nEND:VEVENT\r\n"

    def write(*numbers):
        path.write_text("BEGIN:VCALENDAR\r\n" + "".join(map(event.format, numbers)) + "END:VCALENDAR\r\n")

    def titles(**options):
        call_command("gulf_summit_import_schedule", str(path), summit=page.pk, publish=True, **options)
        return sorted(Session.objects.values_list("title", flat=True))

    write(6, 7)
    assert titles() == ["", "Talk 6", "Talk 7", "الأولى; مع, فواصل"]
    write(6)
    assert titles() == ["", "Talk 6", "Talk 7", "الأولى; مع, فواصل"]
    assert titles(remove_missing=True) == ["", "Talk 6", "الأولى; مع, فواصل"]


def test_a_file_must_be_json_or_ics_and_the_summit_must_be_there(page, tmp_path):
    with pytest.raises(CommandError):
        call_command("gulf_summit_export_schedule", page.pk, str(tmp_path / "schedule.xml"))
    with pytest.raises(CommandError):
        call_command("gulf_summit_export_schedule", 999_999, str(tmp_path / "schedule.json"))
    with pytest.raises(CommandError):
        call_command("gulf_summit_import_schedule", str(tmp_path / "absent.json"), summit=page.pk)
