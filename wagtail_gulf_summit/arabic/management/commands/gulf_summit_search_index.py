from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.db import DEFAULT_DB_ALIAS, connections

from wagtail_gulf_summit.arabic.search.plan import create_index


class Command(BaseCommand):
    help = "Builds the index that PostgreSQL needs for fast search, without locking the table. Safe to run again."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--database", default=DEFAULT_DB_ALIAS, help="Alias of the database that holds the index.")

    def handle(self, *args: Any, database: str, **options: Any) -> None:
        built = create_index(connections[database])
        self.stdout.write("The index is built." if built else "Nothing to build.")
