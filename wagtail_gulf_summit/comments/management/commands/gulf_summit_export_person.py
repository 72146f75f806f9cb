import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.core.serializers.json import DjangoJSONEncoder

from wagtail_gulf_summit.comments import privacy


class Command(BaseCommand):
    help = "Write all comments of one person, by their e-mail address, as JSON."

    def add_arguments(self, parser):
        parser.add_argument("email")
        parser.add_argument("--output", type=Path, help="the file to write; by default the terminal")

    def handle(self, *args, email, output, **options):
        comments = privacy.export(privacy.of_email(email))
        if output is None:
            _write(comments, self.stdout)
            return
        try:
            with output.open("w", encoding="utf-8") as file:
                written = _write(comments, file)
        except OSError as error:
            raise CommandError(str(error)) from None
        self.stderr.write(f"{written} comments written to {output}.")


def _write(comments: Iterable[Any], file: Any) -> int:
    """One comment at a time, so that no number of them fills the memory; returns how many."""
    number = 0
    file.write('{"comments": [')
    for number, comment in enumerate(comments, start=1):
        text = json.dumps(comment, cls=DjangoJSONEncoder, ensure_ascii=False, indent=2)
        file.write(("," if number > 1 else "") + "\n" + text)
    file.write("\n]}\n")
    return number
