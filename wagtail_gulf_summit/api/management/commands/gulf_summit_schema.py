"""Write the contract of the newsroom API."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.urls import NoReverseMatch
from django.utils.translation import gettext as _

from wagtail_gulf_summit.api.newsroom import newsroom


class Command(BaseCommand):
    help = "Writes the OpenAPI 3.1 document of the newsroom API of this site, from which clients are generated."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path, nargs="?", help="where to write; without it, to standard output")
        parser.add_argument("--check", action="store_true", help="write nothing; fail if the file says anything else")

    def handle(self, *args: Any, **options: Any) -> None:
        path: Path | None = options["file"]
        text = schema_text()
        if path is None:
            self.stdout.write(text, ending="")
        elif not options["check"]:
            path.write_text(text, encoding="utf-8")
        elif not path.exists() or path.read_text(encoding="utf-8") != text:
            raise CommandError(_("%(file)s is not what the API says now. Write it again.") % {"file": path})


def schema_text() -> str:
    """The document as JSON that is kind to reading and comparing."""
    try:
        document = newsroom.get_openapi_schema()
    except NoReverseMatch:
        hint = _('The newsroom API is in no URLconf. Add path("api/newsroom/", newsroom.urls) to your urlpatterns.')
        raise CommandError(hint) from None
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"
