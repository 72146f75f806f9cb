from django.core.management.base import BaseCommand, CommandError

from wagtail_gulf_summit.comments import privacy
from wagtail_gulf_summit.comments.progress import progress


class Command(BaseCommand):
    help = (
        "Erase all comments of one person, by their e-mail address, for good; replies of others stay. "
        "May be stopped and run again."
    )

    def add_arguments(self, parser):
        parser.add_argument("email")
        parser.add_argument("--yes", action="store_true", help="do not ask first")

    def handle(self, *args, email, yes, verbosity, **options):
        comments = privacy.of_email(email)
        total = comments.count()
        if total and not yes:
            self.stdout.write(f"{total} comments will be erased for good.")
            if input("Type “erase” to go on: ").strip() != "erase":
                raise CommandError("Nothing was erased.")
        try:
            with progress(self, total, quiet=not verbosity) as advance:
                erased = privacy.erase(comments, email, on_each=advance)
        except KeyboardInterrupt:
            left = privacy.of_email(email).count()
            raise CommandError(f"Stopped with {left} to go. Run the command again to go on.", returncode=130) from None
        if verbosity:
            self.stdout.write(f"Erased {erased} comments.")
