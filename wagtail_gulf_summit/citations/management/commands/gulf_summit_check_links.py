from datetime import timedelta
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from wagtail_gulf_summit.citations.linkcheck import check_links
from wagtail_gulf_summit.citations.probing import Offline


class Command(BaseCommand):
    help = "Ask whether the web addresses of sources still answer. Nothing is asked unless this is run."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--limit", type=int, default=200, help="Addresses to check at most (200).")
        parser.add_argument(
            "--older-than", type=int, default=30, metavar="DAYS", help="Skip what was checked since (30)."
        )
        parser.add_argument(
            "--delay", type=float, default=1.0, metavar="SECONDS", help="Pause between requests to a host (1)."
        )
        parser.add_argument("--timeout", type=float, default=10.0, metavar="SECONDS", help="For each request (10).")
        parser.add_argument(
            "--allow-private",
            action="store_true",
            help="Also ask hosts in private networks, for sources on an intranet.",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        checked = dead = 0
        asking = check_links(
            limit=options["limit"],
            older_than=timedelta(days=options["older_than"]),
            delay=options["delay"],
            timeout=options["timeout"],
            allow_private=options["allow_private"],
        )
        try:
            for source, answer in asking:
                checked += 1
                dead += source.link_check.is_dead
                outcome = answer.status or answer.error
                style = self.style.ERROR if source.link_check.is_dead else self.style.SUCCESS
                self.stdout.write(style(f"{outcome}  {source.url}"))
        except Offline as error:
            raise CommandError(
                f"{checked} checked, then no name could be resolved ({error}). Is this machine on the network? "
                "No source was marked for it; run the command again."
            ) from error
        self.stdout.write(f"{checked} checked, {dead} dead")
