from django.core.management.base import BaseCommand, CommandError

from wagtail_gulf_summit.comments import counts
from wagtail_gulf_summit.comments.progress import progress

PORTION = 200


class Command(BaseCommand):
    help = "Count the comments of every page anew, and mend the numbers that are wrong. May be stopped and run again."

    def add_arguments(self, parser):
        parser.add_argument("--page", type=int, action="append", default=[], help="only this page; may be repeated")

    def handle(self, *args, page, verbosity, **options):
        pages = page or counts.counted_pages()
        wrong = 0
        try:
            with progress(self, len(pages), quiet=not verbosity) as advance:
                for start in range(0, len(pages), PORTION):
                    portion = pages[start : start + PORTION]
                    wrong += counts.recount(portion)
                    advance(len(portion))
        except KeyboardInterrupt:
            raise CommandError(
                f"Stopped; {wrong} pages mended. Run the command again to go on.", returncode=130
            ) from None
        if verbosity:
            self.stdout.write(f"Counted {len(pages)} pages; mended {wrong}.")
