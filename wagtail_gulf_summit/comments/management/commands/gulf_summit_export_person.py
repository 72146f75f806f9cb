import json
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.core.serializers.json import DjangoJSONEncoder

from wagtail_gulf_summit.comments import privacy


class Command(BaseCommand):
    help = "Write all comments of one person, by their e-mail address, as JSON."

    def add_arguments(self, parser):
        parser.add_argument("email")
        parser.add_argument("--output", type=Path, help="the file to write; by default the terminal")

    def handle(self, *args, email, output, **options):
        document = privacy.export(privacy.of_email(email))
        text = json.dumps(document, cls=DjangoJSONEncoder, ensure_ascii=False, indent=2)
        if output is None:
            self.stdout.write(text)
            return
        try:
            output.write_text(text + "\n", encoding="utf-8")
        except OSError as error:
            raise CommandError(str(error)) from None
        self.stderr.write(f"{len(document['comments'])} comments written to {output}.")
