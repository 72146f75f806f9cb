"""A million comments, written by the database itself: threads of five, one page in front of three hundred others."""

from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import connection, transaction
from wagtail.models import Locale, Page, Site

from wagtail_gulf_summit.comments import counts
from wagtail_gulf_summit.comments.models import PageCounts, ReaderComment
from wagtail_gulf_summit.pages.models import ArticlePage, FrontPage, SectionPage

#: Pages that share what the one page does not have.
OTHERS = 300
#: Comments of a thread, its root among them.
THREAD = 5
SECTIONS = 10
BODY = "مقال مفيد يستحق القراءة، وفيه ما يحتاج إلى نقاش طويل حول القمة وما خرجت به من توصيات. "


@transaction.atomic
def make_site() -> list[ArticlePage]:
    """The pages to comment on, the one with a tenth of all comments first."""
    if not ArticlePage.objects.exists():
        locale = Locale.objects.get_or_create(language_code="ar")[0]
        front = Page.get_first_root_node().add_child(instance=FrontPage(title="أخبار", slug="news", locale=locale))
        Site.objects.update(root_page=front, hostname="127.0.0.1", port=80)
        Site.clear_site_root_paths_cache()
        for number in range(SECTIONS):
            instance = SectionPage(title=f"قسم {number}", slug=f"section-{number}", locale=locale)
            section = Page.objects.get(pk=front.pk).add_child(instance=instance)
            for article in range(number, OTHERS + 1, SECTIONS):
                instance = ArticlePage(title=f"خبر {article}", slug=f"story-{article}", locale=locale)
                Page.objects.get(pk=section.pk).add_child(instance=instance)
    return list(ArticlePage.objects.order_by("pk"))


def have() -> int:
    return ReaderComment.objects.count()


def write(pages: list[ArticlePage], start: int, stop: int, total: int) -> None:
    """Comments numbered from ``start`` up to ``stop`` of ``total``; each number is also the place in time."""
    values: dict[str, Any] = {
        "start": start,
        "stop": stop - 1,
        "big": total // 10,
        "pages": [page.pk for page in pages],
        "keys": [page.translation_key for page in pages],
        "kind": ContentType.objects.get_for_model(ArticlePage).pk,
        "site": 1,
        "body": BODY,
        "thread": THREAD,
    }
    with transaction.atomic(), connection.cursor() as cursor:
        for statement in (_BASE, _XTD, _OURS):
            cursor.execute(_NUMBERED + statement, values)


def finish() -> None:
    """The counts, and the statistics that the planner goes by."""
    if PageCounts.objects.exists():
        return
    counts.recount(counts.counted_pages())
    with connection.cursor() as cursor:
        cursor.execute("SELECT setval(pg_get_serial_sequence('django_comments', 'id'), max(id)) FROM django_comments")
        cursor.execute("VACUUM ANALYZE")


_NUMBERED = """
WITH numbered AS (
  SELECT n + 1 AS id,
    n - n %% %(thread)s + 1 AS root,
    n %% %(thread)s AS place,
    CASE WHEN n %% 20 < 15 OR n %% %(thread)s = 0 THEN 'approved' WHEN n %% 20 < 17 THEN 'pending'
         WHEN n %% 20 = 17 THEN 'rejected' ELSE 'spam' END AS state,
    CASE WHEN n < %(big)s THEN 1 ELSE 2 + (n / %(thread)s) %% (cardinality(%(pages)s::int[]) - 1) END AS at,
    timestamptz '2020-01-01' + n * interval '1 minute' AS time
  FROM generate_series(%(start)s, %(stop)s) AS n
)
"""
_BASE = """
INSERT INTO django_comments (id, content_type_id, object_pk, site_id, user_name, user_email, user_url, comment,
  submit_date, is_public, is_removed)
SELECT id, %(kind)s, (%(pages)s::int[])[at]::text, %(site)s, 'قارئ ' || id, 'reader' || id %% 5000 || '@example.com',
  '', %(body)s || id, time, state = 'approved', false FROM numbered
"""
_XTD = """
INSERT INTO django_comments_xtd_xtdcomment (comment_ptr_id, thread_id, parent_id, level, "order", followup,
  nested_count)
SELECT id, root, root, CASE WHEN place = 0 THEN 0 ELSE 1 END, 1, false, 0 FROM numbered
"""
_OURS = """
INSERT INTO gulf_summit_comments_readercomment (xtdcomment_ptr_id, page_id, conversation, root_id, reply_to_id,
  position, last_position, state, shown, listed_at, pinned, created_at, language, reason, held_by, signals, score,
  report_count, search_text, author_key, ip_key, confirmed_at)
SELECT id, (%(pages)s::int[])[at], (%(keys)s::uuid[])[at], CASE WHEN place > 0 THEN root END,
  CASE WHEN place > 0 THEN root END, place, CASE WHEN place = 0 THEN %(thread)s - 1 ELSE 0 END, state,
  state = 'approved', CASE WHEN place = 0 THEN time END, false, time, 'ar', '', '', '[]', 0, 0, %(body)s || id,
  md5((id %% 5000)::text), '', time FROM numbered
"""
