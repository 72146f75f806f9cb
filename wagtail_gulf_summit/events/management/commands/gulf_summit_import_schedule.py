"""Bring a schedule into a summit."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.models import Page

from wagtail_gulf_summit.events.exchange.entries import Schedule, UnreadableScheduleError
from wagtail_gulf_summit.events.exchange.importing import Report, import_schedule, read_file
from wagtail_gulf_summit.events.exchange.new_summit import find_or_create
from wagtail_gulf_summit.events.kinds import summit_page


class Command(BaseCommand):
    help = (
        "Imports a schedule from schedule.json (frab, pretalx, C3VOC) or iCalendar into a summit. "
        "Importing the same file again changes nothing."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path, help="a schedule.json or an .ics file")
        target = parser.add_mutually_exclusive_group(required=True)
        target.add_argument("--summit", type=int, metavar="ID", help="the page of the summit")
        target.add_argument(
            "--parent",
            type=int,
            metavar="ID",
            help="the page under which to find or make the summit that the file names",
        )
        parser.add_argument("--dry-run", action="store_true", help="tell what would change, and change nothing")
        parser.add_argument(
            "--publish", action="store_true", help="publish the page; otherwise it is saved as a draft"
        )
        parser.add_argument(
            "--remove-missing", action="store_true", help="remove sessions of an earlier import that the file lacks"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            schedule = read_file(options["file"])
            with transaction.atomic():
                page = self.target(options, schedule)
                report = import_schedule(
                    page,
                    schedule,
                    publish=options["publish"],
                    remove_missing=options["remove_missing"],
                )
                if options["dry_run"]:
                    transaction.set_rollback(True)
        except OSError as error:
            raise CommandError(str(error)) from error
        except UnreadableScheduleError as error:
            raise CommandError("\n".join(error.problems)) from error
        self.tell(page, report, options)

    def target(self, options: dict[str, Any], schedule: Schedule) -> Any:
        if options["summit"]:
            try:
                return summit_page(options["summit"])
            except LookupError as error:
                raise CommandError(
                    _("There is no summit with the number %(id)s.") % {"id": options["summit"]}
                ) from error
        parent = Page.objects.filter(pk=options["parent"]).first()
        if parent is None:
            raise CommandError(_("There is no page with the number %(id)s.") % {"id": options["parent"]})
        return find_or_create(parent, schedule)

    def tell(self, page: Any, report: Report, options: dict[str, Any]) -> None:
        for name in report.people_created:
            self.stdout.write(f"+ {name}")
        if options["verbosity"] > 1:
            for title in report.merge.new:
                self.stdout.write(f"+ {title}")
        for title, fields in report.merge.changed:
            self.stdout.write(f"~ {title}: {', '.join(fields)}")
        for title in report.merge.removed:
            self.stdout.write(f"- {title}")
        for title in report.merge.missing:
            self.stdout.write(_("? %(title)s is no longer in the file") % {"title": title})
        for message in (*report.left_out, *report.doubts, *report.conflicts):
            self.stdout.write(self.style.WARNING(f"! {message}"))
        counts = {
            "new": len(report.merge.new),
            "changed": len(report.merge.changed),
            "unchanged": report.merge.unchanged,
            "removed": len(report.merge.removed),
            "people": len(report.people_created),
            "summit": page.title,
            "id": page.pk,
        }
        summary = _(
            "%(summit)s (%(id)s): %(new)s new, %(changed)s changed, %(unchanged)s unchanged, %(removed)s removed; "
            "%(people)s new people."
        )
        self.stdout.write(self.style.SUCCESS(summary % counts))
        if options["dry_run"]:
            self.stdout.write(_("A dry run: nothing was saved."))
