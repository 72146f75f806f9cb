from typing import Any

from django.core.management.base import BaseCommand, CommandError

from wagtail_gulf_summit.delivery.store.compare import compare_all


class Command(BaseCommand):
    help = "Compares every stored document with one computed now, and fails if one of them differs."

    def handle(self, *args: Any, **options: Any) -> None:
        total, different = 0, []
        for kind, object_id, found in compare_all():
            total += 1
            if found:
                different.append(f"{kind} {object_id}")
                self.stdout.write(f"{kind} {object_id}: {', '.join(found)}")
        self.stdout.write(f"{total} compared, {len(different)} different")
        if different:
            raise CommandError(
                "Some stored documents are not what they should be; gulf_summit_rebuild_documents --all mends them."
            )
