from time import monotonic
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from wagtail_gulf_summit.delivery.store.changes import everything_changed
from wagtail_gulf_summit.delivery.store.rebuild import drop_orphans, out_of_date, refresh_all, sow


class Command(BaseCommand):
    help = (
        "Computes the documents of the newsroom API that are missing or out of date. Safe to stop and to run again:"
        " it goes on where it was."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--all", action="store_true", help="Compute also those that are up to date.")

    def handle(self, *args: Any, **options: Any) -> None:
        new, gone = sow(), drop_orphans()
        if new or gone:
            self.stdout.write(f"{new} new, {gone} of what is gone")
        if options["all"]:
            everything_changed()
        total = out_of_date().count()
        failed = []
        told = monotonic()
        for done, (kind, object_id, succeeded) in enumerate(refresh_all(), 1):
            if not succeeded:
                failed.append(f"{kind} {object_id}")
            if monotonic() - told >= 2:
                told = monotonic()
                self.stdout.write(f"{done} of {max(total, done)} ({100 * done // max(total, done)}%)")
        self.stdout.write(f"{total - len(failed)} computed, {len(failed)} failed")
        if failed:
            raise CommandError(f"These could not be computed, the log says why: {', '.join(failed)}")
