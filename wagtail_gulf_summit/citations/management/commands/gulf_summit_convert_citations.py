from collections.abc import Iterator
from typing import Any

import swapper
from django.core.management.base import BaseCommand, CommandError, CommandParser

from wagtail_gulf_summit.citations.converting import Plan, apply_plan, plan_page
from wagtail_gulf_summit.citations.formatting import format_source_text
from wagtail_gulf_summit.citations.mixins import CitedPageMixin


class Command(BaseCommand):
    help = (
        "Convert markers typed as [1], with their list at the end of the text, and notes of wagtail-footnotes, "
        "into citations of sources. Only reports what it would do, unless --apply is given."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--page", type=int, action="append", metavar="ID", help="Only this page; may be repeated.")
        parser.add_argument("--apply", action="store_true", help="Do it; a page gets one new revision.")

    def handle(self, *args: Any, **options: Any) -> None:
        pages = markers = created = 0
        for page in cited_pages(options["page"]):
            plan = plan_page(page)
            if not (plan.sources or plan.unknown):
                continue
            pages, markers, created = pages + 1, markers + plan.markers, created + len(plan.created)
            self.report(plan)
            if options["apply"]:
                apply_plan(plan)
        self.stdout.write(f"{pages} pages, {markers} markers, {created} new sources")
        if not options["apply"]:
            self.stdout.write(self.style.WARNING("Nothing was changed. Run again with --apply to do it."))

    def report(self, plan: Plan) -> None:
        self.stdout.write(self.style.MIGRATE_HEADING(f"{plan.page.pk} {plan.page.title}: {plan.markers} markers"))
        for key, source in plan.sources.items():
            state = f"source {source.pk}" if source.pk else "new"
            line = format_source_text(source, source.locale.language_code)
            self.stdout.write(f"  [{key}] {state}, {source.get_kind_display()}: {line}")
        for key in plan.unknown:
            self.stdout.write(self.style.WARNING(f"  [{key}] has no reference; left as it is"))
        for key in plan.uncited:
            self.stdout.write(self.style.WARNING(f"  [{key}] is nowhere cited; left in the list"))


def cited_pages(ids: list[int] | None) -> Iterator[Any]:
    """Pages that can cite, one by one; aliases follow their originals."""
    page_model = swapper.load_model("wagtailcore", "Page")
    pages = page_model.objects.filter(alias_of__isnull=True).order_by("pk")
    if ids:
        pages = pages.filter(pk__in=ids)
        if missing := set(ids) - set(pages.values_list("pk", flat=True)):
            raise CommandError(f"No such page: {', '.join(map(str, sorted(missing)))}")
    for page in pages.iterator():
        specific = page.specific
        if isinstance(specific, CitedPageMixin):
            yield specific
