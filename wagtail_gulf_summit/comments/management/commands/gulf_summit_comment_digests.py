from django.core.management.base import BaseCommand

from wagtail_gulf_summit.comments.desk.digests import queue_digests


class Command(BaseCommand):
    help = (
        "Tell each moderator by mail how many reader comments wait in their sections. Run it once a day: "
        "a moderator gets one such mail a day at most, and none when nothing waits."
    )

    def handle(self, *args, verbosity, **options):
        queued = queue_digests()
        if verbosity:
            self.stdout.write(f"Digests put in the outbox: {queued}.")
