"""Copies of published articles, row by row in SQL: twenty thousand take a minute."""

import uuid
from collections.abc import Mapping
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import connection, transaction
from wagtail.models import Page, ReferenceIndex
from wagtail.search.models import IndexEntry

from wagtail_gulf_summit.delivery.models import DocumentKey, StoredDocument
from wagtail_gulf_summit.pages.models import ArticlePage, SectionPage

MICROSECONDS_A_ROUND = 200 * 3_600_000_000


@transaction.atomic
def copy_articles(round_number: int, count: int) -> None:
    """``count`` further articles: copies of the first, with ids, slugs and times that follow theirs."""
    originals = list(ArticlePage.objects.filter(slug__regex=r"^story-[0-9]+$").order_by("pk")[:count])
    free = Page.objects.order_by("-pk").values_list("pk", flat=True)[0] + 1
    sections = {page.path: page for page in SectionPage.objects.all()}
    with connection.cursor() as cursor:
        cursor.execute(
            "CREATE TEMP TABLE copied (old int, new int, path text, slug text, url_path text, family uuid, hours int)"
            " ON COMMIT DROP"
        )
        for new, original in enumerate(originals, free):
            section = sections[original.path[: -Page.steplen]]
            section.numchild += 1
            path = Page._get_path(section.path, section.depth + 1, section.numchild)
            slug = f"{original.slug}-{round_number}"
            row = [original.pk, new, path, slug, f"{section.url_path}{slug}/", uuid.uuid4()]
            cursor.execute("INSERT INTO copied VALUES (%s, %s, %s, %s, %s, %s, %s)", [*row, round_number * 200])
        _copy_pages(cursor)
        _copy_index(cursor)
        _copy_documents(cursor)
        cursor.execute(
            "SELECT setval(pg_get_serial_sequence('wagtailcore_page', 'id'), max(id)) FROM wagtailcore_page"
        )
    for section in sections.values():
        Page.objects.filter(pk=section.pk).update(numchild=section.numchild)


def _copy_pages(cursor: Any) -> None:
    later = "t.first_published_at + hours * interval '1 hour'"
    values = {"id": "new", "path": "copied.path", "slug": "copied.slug", "url_path": "copied.url_path"}
    times = {"first_published_at": later, "last_published_at": later, "latest_revision_created_at": later}
    _copy(cursor, Page, {**values, **times, "translation_key": "family"}, "t.id = old")
    _copy(cursor, ArticlePage, {"page_ptr_id": "new"}, "t.page_ptr_id = old")


def _copy_index(cursor: Any) -> None:
    article = ContentType.objects.get_for_model(ArticlePage).pk
    page = ContentType.objects.get_for_model(Page).pk
    mine = "t.object_id = old::text"
    _copy(cursor, ReferenceIndex, {"object_id": "new::text"}, f"{mine} AND t.base_content_type_id = {page}")
    _copy(cursor, IndexEntry, {"object_id": "new::text"}, f"{mine} AND t.content_type_id = {article}")


def _copy_documents(cursor: Any) -> None:
    moved = f"hours * {MICROSECONDS_A_ROUND // 200}::bigint"
    document, card = (_with_own_address(f"t.{name}") for name in ("document", "card"))
    values = {
        "object_id": "new",
        "page_id": "new",
        "slug": "copied.slug",
        "path_digest": "''",
        "published": f"t.published + {moved}",
        "sort": f"t.sort + {moved}",
        "etag": "md5(t.etag || new)",
        "card_etag": "md5(t.card_etag || new)",
        "document": document,
        "card": card,
    }
    own = "t.page_id = old AND old_slug.page_id = old"
    _copy(cursor, StoredDocument, values, own, f", {StoredDocument._meta.db_table} old_slug")
    values = {"document_id": "d.id", "object_id": "new", "sort": f"t.sort + {moved}"}
    own = "t.kind = 'article' AND t.object_id = old AND d.page_id = new"
    _copy(cursor, DocumentKey, values, own, f", {StoredDocument._meta.db_table} d")


def _with_own_address(text: str) -> str:
    for old, new in (
        ("old_slug.slug || '/'", "copied.slug || '/'"),
        ("'\"' || old_slug.slug || '\"'", "'\"' || copied.slug || '\"'"),
        ("'{\"id\":' || old || ','", "'{\"id\":' || new || ','"),
    ):
        text = f"replace({text}, {old}, {new})"
    return text


def _copy(cursor: Any, model: type[Any], values: Mapping[str, str], where: str, also: str = "") -> None:
    own = {field.column: f"t.{field.column}" for field in model._meta.local_concrete_fields}
    if "id" in own and "id" not in values:
        del own["id"]
    own.update(values)
    table = model._meta.db_table
    statement = f"INSERT INTO {table} ({', '.join(own)}) SELECT {', '.join(own.values())} FROM {table} t, copied{also}"
    cursor.execute(f"{statement} WHERE {where}")
