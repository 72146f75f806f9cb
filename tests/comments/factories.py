"""Comments as stored, in any state."""

from datetime import timedelta
from typing import Any

from django.conf import settings
from django.db import connection, transaction
from django_comments.models import Comment
from django_comments_xtd.models import XtdComment

from wagtail_gulf_summit.comments import counts, visibility
from wagtail_gulf_summit.comments.candidates import content_digest, search_text
from wagtail_gulf_summit.comments.models import ReaderComment
from wagtail_gulf_summit.comments.placing import place_reply
from wagtail_gulf_summit.comments.readers import author_key
from wagtail_gulf_summit.comments.states import State, derived_flags


def make_comment(
    page: Any, body: str = "", *, state: str = State.APPROVED, reply_to: Any = None, **fields: Any
) -> Any:
    """One stored comment under ``page``; a guest's unless ``user`` is given."""
    number = ReaderComment.objects.count() + 1
    email = fields.pop("email", "reader@example.com")
    comment = ReaderComment(
        page=page,
        conversation=page.translation_key,
        content_type_id=page.content_type_id,
        object_pk=str(page.pk),
        site_id=settings.SITE_ID,
        user_name=fields.pop("name", "قارئ"),
        user_email=email,
        comment=body or f"تعليق رقم {number}",
        language=fields.pop("language", "ar"),
        author_key=author_key(email),
        state=state,
        **derived_flags(state),
        **fields,
    )
    comment.submit_date = comment.created_at
    comment.reply_to_id = reply_to.pk if reply_to else None
    comment.content_digest = content_digest(comment)
    comment.search_text = search_text(comment)
    with transaction.atomic():
        if reply_to:
            place_reply(comment, reply_to.pk)
        comment.save(force_insert=True)
        visibility.refresh(comment.pk)
        counts.move(page.pk, None, state)
    return ReaderComment.objects.get(pk=comment.pk)


def copy_root(root: Any, number: int) -> list[int]:
    """``number`` roots like ``root``, each a minute older than the one before; their ids in that order."""
    values = Comment.objects.values().get(pk=root.pk)
    copies = Comment.objects.bulk_create([Comment(**{**values, "id": None}) for _ in range(number)], batch_size=500)
    for model in (XtdComment, ReaderComment):
        columns = [field.column for field in model._meta.local_fields]
        quoted, table = ", ".join(map(connection.ops.quote_name, columns)), model._meta.db_table
        with connection.cursor() as cursor:
            cursor.execute(f"SELECT {quoted} FROM {table} WHERE {model._meta.pk.column} = %s", [root.pk])
            row = dict(zip(columns, cursor.fetchone(), strict=True))
            rows = []
            for place, copy in enumerate(copies, start=1):
                time = connection.ops.adapt_datetimefield_value(root.created_at - timedelta(minutes=place))
                changed = {
                    **dict.fromkeys(("created_at", "listed_at"), time),
                    **dict.fromkeys(("thread_id", "parent_id", model._meta.pk.column), copy.pk),
                    "content_digest": None,
                    "signals": "[]",
                }
                rows.append([changed.get(column, row[column]) for column in columns])
            marks = ", ".join(["%s"] * len(columns))
            cursor.executemany(f"INSERT INTO {table} ({quoted}) VALUES ({marks})", rows)
    return [copy.pk for copy in copies]
