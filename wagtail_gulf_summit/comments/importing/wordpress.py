"""Reads the comments of a WordPress export (WXR), one post at a time."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timezone
from typing import Any, BinaryIO
from zoneinfo import ZoneInfo

from wagtail_gulf_summit.comments.states import State
from wagtail_gulf_summit.conf import conf

from .source import ForeignComment, kept_body, kept_email, kept_name, kept_url, plain_text

_STATES = {
    "1": State.APPROVED,
    "approve": State.APPROVED,
    "0": State.PENDING,
    "hold": State.PENDING,
    "spam": State.SPAM,
    "trash": State.REMOVED,
    "post-trashed": State.REMOVED,
}
#: Pingbacks and trackbacks are no comments of readers.
_TYPES = {"", "comment"}


@dataclass(frozen=True)
class WordPressPost:
    """One post with its comments; ``number`` is its id in WordPress."""

    number: str
    title: str
    link: str
    slug: str
    comments: list[ForeignComment]
    left_out: int


def read_posts(file: BinaryIO) -> Iterator[WordPressPost]:
    """The posts that have comments. Memory holds one post at a time; raises ``ParseError`` where the XML is broken."""
    from defusedxml.ElementTree import iterparse

    blog = ""
    channel: Any = None
    for event, element in iterparse(file, events=("start", "end")):
        name = _local(element.tag)
        if event == "start":
            if name == "channel":
                channel = element
        elif name in ("base_blog_url", "base_site_url"):
            blog = blog or (element.text or "").strip()
        elif name == "item":
            post = _post(element, blog)
            if post.comments or post.left_out:
                yield post
            element.clear()
            if channel is not None:
                channel.remove(element)


def _post(item: Any, blog: str) -> WordPressPost:
    fields = _fields(item)
    number = fields.get("post_id", "")
    comments, left_out = [], 0
    for element in item:
        if _local(element.tag) != "comment":
            continue
        comment = _comment(_fields(element), blog)
        if comment is None:
            left_out += 1
        else:
            comments.append(comment)
    return WordPressPost(
        number=number,
        title=fields.get("title", ""),
        link=fields.get("link", ""),
        slug=fields.get("post_name", ""),
        comments=comments,
        left_out=left_out,
    )


def _comment(fields: dict[str, str], blog: str) -> ForeignComment | None:
    """``None`` for what is no reader's comment, or in a state that we do not know."""
    state = _STATES.get(fields.get("comment_approved", ""))
    created_at = _time(fields.get("comment_date_gmt", ""), fields.get("comment_date", ""))
    number = fields.get("comment_id", "")
    if fields.get("comment_type", "") not in _TYPES or state is None or created_at is None or not number:
        return None
    parent = fields.get("comment_parent", "0")
    return ForeignComment(
        key=_key(blog, number),
        parent_key=_key(blog, parent) if parent not in ("", "0") else None,
        name=kept_name(fields.get("comment_author", "")),
        email=kept_email(fields.get("comment_author_email", "")),
        url=kept_url(fields.get("comment_author_url", "")),
        body=kept_body(plain_text(fields.get("comment_content", ""))),
        created_at=created_at,
        state=state,
    )


def _key(blog: str, number: str) -> str:
    return f"wordpress:{blog}:{number}"


def _time(utc: str, local: str) -> datetime | None:
    """WordPress writes ``0000-00-00 00:00:00`` where it does not know."""
    for text, zone in ((utc, timezone.utc), (local, ZoneInfo(conf.TIME_ZONE))):
        try:
            return datetime.strptime(text, "%Y-%m-%d %H:%M:%S").replace(tzinfo=zone)
        except ValueError:
            continue
    return None


def _fields(element: Any) -> dict[str, str]:
    return {_local(child.tag): (child.text or "").strip() for child in element}


def _local(tag: str) -> str:
    return tag.rpartition("}")[2]
