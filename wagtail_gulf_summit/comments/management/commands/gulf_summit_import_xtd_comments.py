from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from wagtail_gulf_summit.comments.importing import targets, xtd
from wagtail_gulf_summit.comments.progress import progress


class Command(BaseCommand):
    help = (
        "Make reader comments of those that django-comments-xtd kept by itself, in place: ids and threads stay. "
        "May be stopped and run again."
    )

    def add_arguments(self, parser):
        parser.add_argument(
            "--pages",
            type=Path,
            help='a CSV file with two columns: "app.model:id" of what was commented on, and the id of a page here',
        )

    def handle(self, *args, pages, verbosity, **options):
        try:
            mapped = targets.read_map(pages) if pages else {}
        except (OSError, targets.BadMap) as error:
            raise CommandError(str(error)) from None
        total = xtd.foreign_comments().count()
        try:
            with progress(self, total, quiet=not verbosity) as advance:
                outcome, homeless = xtd.adopt(mapped, on_each=advance)
        except KeyboardInterrupt:
            left = xtd.foreign_comments().count()
            raise CommandError(f"Stopped with {left} to go. Run the command again to go on.", returncode=130) from None
        for (label, object_pk), count in sorted(homeless.items()):
            self.stderr.write(f"No page here for {label}:{object_pk}, which has {count} comments.")
        if homeless:
            self.stderr.write("Name their pages in a file, and run the command again with --pages.")
        if verbosity:
            self.stdout.write(f"Made {outcome[xtd.STORED]} reader comments; without a page {outcome[xtd.NO_PAGE]}.")
