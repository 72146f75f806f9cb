"""Copies of one published summit, a day apart, half of them over: row by row in SQL."""

import uuid
from datetime import date
from typing import Any

from django.db import connection, transaction
from wagtail.models import Page, Site

from scripts.bench.newsroom.copies import _copy
from wagtail_gulf_summit.delivery.models import DocumentKey, StoredDocument
from wagtail_gulf_summit.delivery.store.clock import now_micros
from wagtail_gulf_summit.pages.models import SummitPage

DAY = 86_400_000_000


def make_summit() -> SummitPage:
    """The summit that is copied."""
    found = SummitPage.objects.filter(slug="summit").first()
    if found is not None:
        return found
    parent = Site.objects.get(is_default_site=True).root_page
    page = SummitPage(title="قمة الخليج", slug="summit", city="دبي", start_date=date(2014, 9, 17))
    parent.add_child(instance=page)
    page.save_revision().publish()
    return SummitPage.objects.get(pk=page.pk)


def have() -> int:
    return SummitPage.objects.count()


@transaction.atomic
def write(original: SummitPage, start: int, stop: int, total: int) -> None:
    """Summits number ``start`` to ``stop``, each starting a day after the one before; the middle one starts now."""
    parent = Page.objects.get(pk=original.get_parent().pk)
    free = Page.objects.order_by("-pk").values_list("pk", flat=True)[0] + 1
    now = now_micros()
    with connection.cursor() as cursor:
        cursor.execute(
            "CREATE TEMP TABLE copied (old int, new int, path text, slug text, url_path text, family uuid,"
            " begins bigint) ON COMMIT DROP"
        )
        for new, number in enumerate(range(start, stop), free):
            path = Page._get_path(parent.path, parent.depth + 1, parent.numchild + 1 + new - free)
            slug = f"summit-{number}"
            begins = now + (number - total // 2) * DAY - DAY // 2
            row = [original.pk, new, path, slug, f"{parent.url_path}{slug}/", uuid.uuid4(), begins]
            cursor.execute("INSERT INTO copied VALUES (%s, %s, %s, %s, %s, %s, %s)", row)
        _copy_rows(cursor)
        cursor.execute(
            "SELECT setval(pg_get_serial_sequence('wagtailcore_page', 'id'), max(id)) FROM wagtailcore_page"
        )
    Page.objects.filter(pk=parent.pk).update(numchild=parent.numchild + stop - start)


def _copy_rows(cursor: Any) -> None:
    values = {"id": "new", "path": "copied.path", "slug": "copied.slug", "url_path": "copied.url_path"}
    _copy(cursor, Page, {**values, "translation_key": "family"}, "t.id = old")
    _copy(cursor, SummitPage, {"page_ptr_id": "new"}, "t.page_ptr_id = old")
    document = {
        "object_id": "new",
        "page_id": "new",
        "slug": "copied.slug",
        "path_digest": "''",
        "starts": "begins",
        "ends": f"begins + {DAY}",
        "sort": "begins",
        "etag": "md5(t.etag || new)",
    }
    _copy(cursor, StoredDocument, document, "t.page_id = old")
    key = {"document_id": "d.id", "object_id": "new", "sort": "begins"}
    own = "t.kind = 'summit' AND t.object_id = old AND d.page_id = new"
    _copy(cursor, DocumentKey, key, own, f", {StoredDocument._meta.db_table} d")
