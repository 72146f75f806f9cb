"""Fill the example newspaper with its article, in Arabic and in English."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandParser
from django.utils import translation

from example_project.seed.load import load


class Command(BaseCommand):
    help = "Fill the example newspaper. Safe to run again: what is there already is left as it is."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--port", type=int, default=settings.PORT, help="The port the site is served on.")

    def handle(self, *args: Any, port: int, **options: Any) -> None:
        with translation.override(settings.LANGUAGE_CODE):
            passwords = load(port, self.stdout.write)
        base = f"http://127.0.0.1:{port}"
        self.stdout.write("")
        self.stdout.write(f"Arabic           {base}/")
        self.stdout.write(f"English          {base}/en/")
        self.stdout.write(f"Admin            {base}/admin/")
        self.stdout.write(f"Newsroom API     {base}/api/newsroom/docs/")
        self.stdout.write("")
        for name, password in passwords.items():
            self.stdout.write(f"Log in as        {name:<10} {password}")
