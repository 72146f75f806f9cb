"""schedule.json in and out."""

import json

import pytest
from django.core.management import call_command

from tests.events.factories import home
from wagtail_gulf_summit.events.exchange.schedule_json_writer import write
from wagtail_gulf_summit.events.loading import slots_of
from wagtail_gulf_summit.events.models import Session
from wagtail_gulf_summit.pages.models import SummitPage
from wagtail_gulf_summit.people.models import Person

from .c3voc import violations
from .files import schedule

pytestmark = pytest.mark.django_db


@pytest.fixture
def written(tmp_path):
    def write_file(data, name="schedule.json"):
        path = tmp_path / name
        path.write_text(json.dumps(data), encoding="utf-8")
        return str(path)

    return write_file


def state():
    """All that an import can change, in the order of the programme."""
    return list(
        Session.objects.order_by("start", "room").values_list(
            "pk",
            "translation_key",
            "external_id",
            "title",
            "abstract",
            "kind",
            "start",
            "end",
            "room",
            "track",
            "speakers",
        )
    )


def test_the_generated_file_is_one_that_the_schema_allows():
    assert violations(schedule(200)) == []


def test_two_hundred_talks_come_in_with_one_command_and_again_with_the_same_result(written, capsys):
    path = written(schedule(200))
    call_command("gulf_summit_import_schedule", path, parent=home().pk, publish=True)
    page = SummitPage.objects.get(title="قمة الخليج 2026")
    before, revisions = state(), page.revisions.count()
    call_command("gulf_summit_import_schedule", path, parent=home().pk, publish=True)
    assert len(before) == 200
    assert state() == before
    assert SummitPage.objects.count() == 1
    assert page.revisions.count() == revisions
    assert Person.objects.count() == 60
    assert "0 new, 0 changed, 200 unchanged" in capsys.readouterr().out


def test_what_is_written_is_valid_and_comes_back_the_same(written):
    call_command("gulf_summit_import_schedule", written(schedule(50)), parent=home().pk, publish=True)
    page = SummitPage.objects.get()
    data = write(page, slots_of(page))
    before = state()
    call_command("gulf_summit_import_schedule", written(data), summit=page.pk, publish=True)
    assert violations(data) == []
    assert state() == before
