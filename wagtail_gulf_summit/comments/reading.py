"""A page and a stretch of its comments, with the policy in force, in one query.

Written by hand: it is what readers ask for most, and Django's building of the
six queries that it stands for takes longer than the database does.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from operator import attrgetter
from typing import Any, NamedTuple

from django.contrib.contenttypes.models import ContentType
from django.db import connection
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django_comments.models import Comment
from django_comments_xtd.models import XtdComment
from wagtail.models import Locale, Site

from wagtail_gulf_summit.conf import conf
from wagtail_gulf_summit.statements.planned import run
from wagtail_gulf_summit.statements.public import IS_OPEN, PAGES, SITE_ROOT, Place

from .models import ReaderComment
from .pages import page_model, takes_comments
from .policy import PagePolicy, policy_models, resolve

#: Places of each thread that are listed with its root.
REPLY_WINDOW = 20
PINNED_LIMIT = 5

_COMMENTS = ReaderComment._meta.db_table
_SITES = Site._meta.db_table
_KEY = "xtdcomment_ptr_id"
_LISTED = (
    _KEY, "page_id", "root_id", "reply_to_id", "position", "last_position", "state", "language", "created_at",
    "edited_at", "pinned",
)  # fmt: skip


class Row(NamedTuple):
    """What the list needs of one comment."""

    pk: int
    page_id: int
    root_id: int | None
    reply_to_id: int | None
    level: int
    position: int
    last_position: int
    state: str
    user_name: str
    comment: str
    language: str
    created_at: datetime
    edited_at: datetime | None
    pinned: bool


FIELDS = Row._fields
#: The types of the statement's columns on PostgreSQL.
COLUMNS = (
    "part text, pk integer, page_id integer, root_id integer, reply_to_id integer, level smallint, place integer,"
    " last_place integer, state varchar, user_name varchar, comment text, language varchar, created_at timestamptz,"
    " edited_at timestamptz, pinned boolean"
)


class _Asked(NamedTuple):
    """What tells the policy of the page; a page itself would take as long to make as ten comments to read."""

    path: str
    specific_class: type | None
    first_published_at: datetime | None


@dataclass(frozen=True)
class Read:
    """What was read: ``policy`` and ``language`` of the page, and rows of comments in their order.

    ``roots`` are one more than was asked for where there are more.
    """

    policy: PagePolicy
    language: str
    pinned: list[Row]
    roots: list[Row]
    replies: list[Row]


def read(
    page_id: int, place: Place, *, limit: int, oldest: bool = False, after: tuple[datetime, int] | None = None
) -> Read | None:
    """``limit`` threads of the page's conversation after a place in it; ``None`` if the public sees no such page."""
    adapt = connection.ops.adapt_datetimefield_value
    values = {"page": page_id, "host": place.host, "port": place.port, "now": adapt(timezone.now()), "most": limit + 1}
    if after:
        values |= {"after_time": adapt(after[0]), "after_id": after[1]}
    rows = run(_statement(oldest, after is not None, *_settings()), values)
    page = next((row for row in rows if row[0] == "page"), None)
    if page is None:
        return None
    policies = {row[9]: (row[8], row[6]) for row in rows if row[0] == "policy"}
    policy = _policy(page, policies)
    if policy is None:
        return None
    comments = _comments(row for row in rows if row[0] == "comment")
    roots = [row for row in comments if row.root_id is None]
    roots.sort(key=attrgetter("created_at", "pk"), reverse=not oldest)
    replies = [row for row in comments if row.root_id is not None]
    replies.sort(key=attrgetter("root_id", "position"))
    pinned, others = [row for row in roots if row.pinned], [row for row in roots if not row.pinned]
    return Read(policy, page[11], pinned, others, replies)


def statements() -> dict[str, str]:
    """The statements that most requests run, with the types of their columns on PostgreSQL."""
    return {_statement(False, has_cursor, *_settings()): COLUMNS for has_cursor in (False, True)}


def _settings() -> tuple[bool, bool]:
    return conf.GULF_SUMMIT_COMMENTS_JOIN_TRANSLATIONS, conf.WAGTAIL_I18N_ENABLED


def _policy(page: Any, filled: dict[str, tuple[str, int | None]]) -> PagePolicy | None:
    asked = _Asked(page[9], ContentType.objects.get_for_id(page[6]).model_class(), _moment(page[12]))
    return resolve(asked, filled) if takes_comments(asked.specific_class) else None


def _comments(rows: Iterable[Any]) -> list[Row]:
    comments = [Row._make(row[1:]) for row in rows]
    if connection.vendor == "postgresql":
        return comments
    return [
        row._replace(created_at=_moment(row.created_at), edited_at=_moment(row.edited_at), pinned=bool(row.pinned))
        for row in comments
    ]


def _moment(value: Any) -> Any:
    """A time as the database gave it; only PostgreSQL's knows its zone."""
    if isinstance(value, str):
        value = parse_datetime(value)
    if value is not None and timezone.is_naive(value):
        return timezone.make_aware(value, connection.timezone)
    return value


@lru_cache(maxsize=32)
def _statement(oldest: bool, has_cursor: bool, joined: bool, translated: bool) -> str:
    direction, reached, passed = ("ASC", ">=", "<=") if oldest else ("DESC", "<=", ">=")
    # An index serves the first comparison. The other parts equal times, and is written so that a planner does not take
    # it for a reason to expect next to nothing, and to sort what the index has in order.
    cursor = (
        f" AND c.listed_at {reached} %(after_time)s"
        f" AND NOT (c.listed_at = %(after_time)s AND c.{_KEY} {passed} %(after_id)s)"
        if has_cursor
        else ""
    )
    visible = f"{IS_OPEN} AND {_on_site(translated)}"
    here = _conversation(visible) if joined else "c.page_id = %(page)s"
    order = f"ORDER BY c.listed_at {direction}, c.{_KEY} {direction}"
    roots = f"SELECT c.{_KEY} AS id FROM {_COMMENTS} c WHERE {here} AND c.listed_at IS NOT NULL"
    columns = ", ".join(f"c.{name}" for name in _LISTED)
    # Read by subselect: a planner that joins the table too may read it from end to end.
    level = f"SELECT x.level FROM {XtdComment._meta.db_table} x WHERE x.comment_ptr_id = c.{_KEY}"
    parts = [
        f"SELECT 'comment' AS part, c.{_KEY}, c.page_id, c.root_id, c.reply_to_id, ({level}) AS level, c.position,"
        " c.last_position, c.state, b.user_name, b.comment, c.language, c.created_at, c.edited_at, c.pinned"
        f" FROM listed c JOIN {Comment._meta.db_table} b ON b.id = c.{_KEY}",
        "SELECT 'page', NULL, a.id, NULL, NULL, NULL, a.content_type_id, NULL, NULL, a.path, NULL,"
        f" (SELECT y.language_code FROM {Locale._meta.db_table} y WHERE y.id = a.locale_id),"
        " a.first_published_at, NULL, NULL FROM asked a",
        *map(_policies_of, policy_models()),
    ]
    pins = "" if has_cursor else f" pins AS ({roots} AND c.pinned = TRUE {order} LIMIT {PINNED_LIMIT}),"
    heads = "SELECT id FROM roots" if has_cursor else "SELECT id FROM roots UNION ALL SELECT id FROM pins"
    step = page_model().steplen
    return (
        "WITH RECURSIVE asked AS (SELECT o.id, o.path, o.content_type_id, o.locale_id, o.translation_key,"
        f" o.first_published_at FROM {PAGES} o WHERE o.id = %(page)s AND {visible}),"
        f" ends AS (SELECT LENGTH(path) AS n FROM asked UNION ALL SELECT n - {step} FROM ends WHERE n > {step}),"
        # By subselect for the same reason: it cannot know that there are few ends.
        f" chain AS (SELECT (SELECT p.id FROM {PAGES} p WHERE p.path = SUBSTR(a.path, 1, e.n)) AS id,"
        " SUBSTR(a.path, 1, e.n) AS path FROM asked a JOIN ends e ON 1 = 1),"
        f" roots AS ({roots} AND c.pinned = FALSE{cursor} {order} LIMIT %(most)s),{pins} heads AS ({heads}),"
        f" listed AS (SELECT {columns} FROM heads h JOIN {_COMMENTS} c ON c.{_KEY} = h.id"
        f" UNION ALL SELECT {columns} FROM heads h JOIN {_COMMENTS} c"
        f" ON c.root_id = h.id AND c.position <= {REPLY_WINDOW} WHERE c.shown{f' AND {here}' if joined else ''})"
        f" {' UNION ALL '.join(parts)}"
    )


def _on_site(translated: bool) -> str:
    """``o`` belongs to the site: of all roots above it, and translations of roots, the first is one of the site's.

    The first in the order of ``Site.get_site_root_paths``: an inner root before that round it.
    """
    key, translation = ("translation_key", f" JOIN {PAGES} t ON t.translation_key = st.translation_key")
    root = f"(SELECT r.translation_key FROM {PAGES} r WHERE r.id = ({SITE_ROOT}))"
    if not translated:
        key, translation, root = "id", f" JOIN {PAGES} t ON t.id = st.id", f"({SITE_ROOT})"
    return (
        f"(SELECT st.{key} FROM {_SITES} s JOIN {PAGES} st ON st.id = s.root_page_id{translation}"
        f" WHERE SUBSTR(o.path, 1, LENGTH(t.path)) = t.path ORDER BY st.url_path DESC LIMIT 1) = {root}"
    )


def _conversation(visible: str) -> str:
    """Comments of the asked page's conversation, on those of its translations that the public can read."""
    key = "(SELECT translation_key FROM asked)"
    translations = f"SELECT o.id FROM {PAGES} o WHERE o.translation_key = {key} AND {visible}"
    return f"c.conversation = {key} AND c.page_id IN ({translations})"


def _policies_of(model: Any) -> str:
    """What is filled on the page and its ancestors."""
    return (
        "SELECT 'policy', NULL, NULL, NULL, NULL, NULL, m.comments_close_after, NULL, m.comment_policy, p.path, NULL,"
        f" NULL, NULL, NULL, NULL FROM chain p JOIN {model._meta.db_table} m ON m.{model._meta.pk.column} = p.id"
    )
