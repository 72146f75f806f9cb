from django.core.management.base import BaseCommand, CommandError

from wagtail_gulf_summit.comments import purging
from wagtail_gulf_summit.comments.progress import progress


class Command(BaseCommand):
    help = (
        "Let go of what has been kept for long enough: hashed addresses, refused and unconfirmed comments, "
        "addresses of sent mails. Run it daily; may be stopped and run again."
    )

    def handle(self, *args, verbosity, **options):
        try:
            with progress(self, None, quiet=not verbosity) as advance:
                done = purging.purge(lambda _step, count: advance(count))
        except KeyboardInterrupt:
            raise CommandError("Stopped. Run the command again to go on.", returncode=130) from None
        if verbosity:
            self.stdout.write("; ".join(f"{step}: {count}" for step, count in done.items()))
