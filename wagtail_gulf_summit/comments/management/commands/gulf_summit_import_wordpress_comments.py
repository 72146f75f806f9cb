from collections import Counter
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from wagtail_gulf_summit.comments.importing import targets
from wagtail_gulf_summit.comments.importing.store import EMPTY, STORED, THERE, store
from wagtail_gulf_summit.comments.importing.wordpress import read_posts
from wagtail_gulf_summit.comments.progress import progress

HOMELESS = "homeless"


class Command(BaseCommand):
    help = (
        "Import the comments of a WordPress export (WXR), each thread kept. "
        "May be stopped and run again: what is there already is left as it is."
    )

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path, help="the export, an .xml file")
        parser.add_argument(
            "--pages",
            type=Path,
            help="a CSV file with two columns: id or address of a post in WordPress, and the id of a page here",
        )
        parser.add_argument("--dry-run", action="store_true", help="tell where comments would go, and change nothing")

    def handle(self, *args, file, pages, dry_run, verbosity, **options):
        self.dry_run, self.verbosity = dry_run, verbosity
        self.outcome = Counter()
        try:
            mapped = targets.read_map(pages) if pages else {}
            with file.open("rb") as export, progress(self, None, quiet=not verbosity) as advance:
                self.read(export, mapped, advance)
        except (OSError, targets.BadMap) as error:
            raise CommandError(str(error)) from None
        except KeyboardInterrupt:
            self.report()
            raise CommandError("Stopped. Run the command again to go on.", returncode=130) from None
        self.report()

    def read(self, export, mapped, advance):
        try:
            from defusedxml.common import DefusedXmlException
            from defusedxml.ElementTree import ParseError
        except ImportError:
            raise CommandError('Install "wagtail-gulf-summit[wordpress]" to read exports of WordPress.') from None
        try:
            for post in read_posts(export):
                self.store_post(post, mapped, advance)
        except ParseError as error:
            raise CommandError(f"The file is no complete XML: {error}. What came before is imported.") from None
        except DefusedXmlException as error:
            raise CommandError(f"The file declares entities, which an export never does: {error}") from None

    def store_post(self, post, mapped, advance):
        self.outcome["left out"] += post.left_out
        page_id = mapped.get(post.number) or mapped.get(post.link)
        page = targets.commentable([page_id]).get(page_id) if page_id else targets.page_at(post.link, post.slug)
        if page is None:
            self.outcome[HOMELESS] += len(post.comments)
            self.stderr.write(
                f"No page for post {post.number} “{post.title}” ({post.link}), with {len(post.comments)} comments."
            )
        elif self.dry_run:
            self.outcome[STORED] += len(post.comments)
            self.stdout.write(f"{len(post.comments)} comments of “{post.title}” go to page {page.pk} “{page.title}”.")
        else:
            self.outcome += store(page, post.comments, on_each=advance)

    def report(self):
        outcome = self.outcome
        if self.verbosity:
            self.stdout.write(
                f"Imported {outcome[STORED]}; there already {outcome[THERE]}; without words {outcome[EMPTY]}; "
                f"pingbacks and others left out {outcome['left out']}; without a page {outcome[HOMELESS]}."
            )
        if outcome[HOMELESS]:
            self.stderr.write("Name the pages of the others in a file, and run the command again with --pages.")
