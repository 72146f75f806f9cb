"""Write the schedule of a summit to a file."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils.translation import gettext as _

from wagtail_gulf_summit.events.calendar import summit_ics
from wagtail_gulf_summit.events.exchange.schedule_json_writer import write
from wagtail_gulf_summit.events.kinds import summit_page
from wagtail_gulf_summit.events.loading import slots_of


class Command(BaseCommand):
    help = "Exports the published schedule of a summit as schedule.json (C3VOC) or as iCalendar."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("summit", type=int, help="the page of the summit")
        parser.add_argument("file", type=Path, help="where to write; its ending, .json or .ics, decides the format")

    def handle(self, *args: Any, **options: Any) -> None:
        path: Path = options["file"]
        if path.suffix not in (".json", ".ics"):
            raise CommandError(_("Give a file that ends in .json or .ics."))
        try:
            page = summit_page(options["summit"])
        except LookupError as error:
            raise CommandError(_("There is no summit with the number %(id)s.") % {"id": options["summit"]}) from error
        slots = slots_of(page)
        if path.suffix == ".ics":
            path.write_bytes(summit_ics(page, slots))
        else:
            path.write_text(json.dumps(write(page, slots), ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
        self.stdout.write(
            self.style.SUCCESS(_("%(count)s sessions written to %(file)s.") % {"count": len(slots), "file": path})
        )
