import time

from django.core.management.base import BaseCommand, CommandError

from wagtail_gulf_summit.comments import sending
from wagtail_gulf_summit.comments.models import OutboxMail
from wagtail_gulf_summit.comments.progress import progress


class Command(BaseCommand):
    help = (
        "Send the mails about reader comments that are due. Run it every minute, or leave it running with --every. "
        "Several may run at once; may be stopped at any time."
    )

    def add_arguments(self, parser):
        parser.add_argument("--every", type=int, metavar="SECONDS", help="go on, with a pause of so many seconds")
        parser.add_argument("--limit", type=int, help="send at most so many mails")

    def handle(self, *args, every, limit, verbosity, **options):
        try:
            while True:
                self.send(limit, verbosity)
                if not every:
                    return
                time.sleep(every)
        except KeyboardInterrupt:
            raise CommandError("Stopped. Mails that were not sent are kept.", returncode=130) from None

    def send(self, limit, verbosity):
        due = OutboxMail.objects.filter(status=OutboxMail.Status.QUEUED).count()
        with progress(self, due, quiet=not verbosity) as advance:
            tally = sending.send_due(limit, on_each=advance)
        if verbosity:
            self.stdout.write(
                f"Sent {tally.sent}; to be tried again {tally.postponed}; given up {tally.given_up}; "
                f"not needed any more {tally.moot}."
            )
