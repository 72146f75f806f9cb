"""The newest articles as RSS, Atom and JSON Feed, from the same documents as the API."""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from urllib.parse import urljoin, urlsplit

from django.utils.feedgenerator import Atom1Feed, Rss201rev2Feed
from django.utils.html import format_html
from django.utils.safestring import mark_safe

from wagtail_gulf_summit.arabic.bidi import direction

#: Characters that XML cannot hold, whatever the escape.
_NOT_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_MARKER = re.compile(r'<sup class="citation">.*?</sup>', re.DOTALL)
_LOCAL = re.compile(r'((?:href|src)=")(/[^"]*)')


@dataclass(frozen=True)
class Channel:
    """What a feed says of itself; addresses are whole. ``changed_at`` is told where no item has a time."""

    title: str
    lang: str
    html_url: str
    feed_url: str
    publisher: str
    changed_at: datetime


class _Steady:
    """Says the same of an empty feed whenever it is asked; Django would say that it changed now."""

    items: list[dict[str, Any]]
    feed: dict[str, Any]

    def latest_post_date(self) -> datetime:
        moments = [item[name] for item in self.items for name in ("pubdate", "updateddate") if item[name]]
        return max(moments, default=self.feed["changed_at"])


class _Rss(_Steady, Rss201rev2Feed):
    pass


class _Atom(_Steady, Atom1Feed):
    pass


def rss(channel: Channel, documents: Sequence[Mapping[str, Any]]) -> bytes:
    """RSS 2.0."""
    return _xml(_Rss, channel, documents)


def atom(channel: Channel, documents: Sequence[Mapping[str, Any]]) -> bytes:
    """Atom 1.0."""
    return _xml(_Atom, channel, documents)


def json_feed(channel: Channel, documents: Sequence[Mapping[str, Any]]) -> bytes:
    """JSON Feed 1.1."""
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": channel.title,
        "home_page_url": channel.html_url,
        "feed_url": channel.feed_url,
        "language": channel.lang,
        "authors": [{"name": channel.publisher}],
        "items": [_json_item(document) for document in documents],
    }
    return json.dumps(feed, ensure_ascii=False).encode()


FORMS = {"rss": rss, "atom": atom, "json": json_feed}


def _xml(form: Any, channel: Channel, documents: Sequence[Mapping[str, Any]]) -> bytes:
    feed = form(
        title=_clean(channel.title),
        link=channel.html_url,
        description=_clean(channel.title),
        language=channel.lang,
        feed_url=channel.feed_url,
        feed_guid=channel.feed_url,
        author_name=_clean(channel.publisher),
        changed_at=channel.changed_at,
    )
    for document in documents:
        feed.add_item(
            title=_clean(document["title"]),
            link=document["html_url"],
            description=_clean(summary(document)),
            unique_id=permanent_id(document),
            unique_id_is_permalink=False,
            pubdate=_moment(document["first_published_at"]),
            updateddate=_moment(document["last_published_at"]),
            author_name=_clean(", ".join(_authors(document))) or None,
            categories=[_clean(topic["name"]) for topic in document["topics"]],
        )
    return bytes(feed.writeString("utf-8"), "utf-8")


def summary(document: Mapping[str, Any]) -> str:
    """The picture and the words that open an article, as HTML that keeps its direction wherever it is put."""
    hero, text = document["hero"], document["standfirst"] or _first_paragraph(document)
    text = _LOCAL.sub(lambda found: found[1] + urljoin(document["html_url"], found[2]), _MARKER.sub("", text))
    picture = format_html('<p><img src="{}" alt="{}"></p>', hero["image"]["src"], hero["alt"]) if hero else ""
    lang = document["lang"]
    return format_html('<div lang="{}" dir="{}">{}{}</div>', lang, direction(lang), picture, mark_safe(text))  # noqa: S308


def permanent_id(document: Mapping[str, Any]) -> str:
    """A name of the article that no change of its address takes away (RFC 4151)."""
    year = (document["first_published_at"] or "1970")[:4]
    return f"tag:{urlsplit(document['html_url']).hostname},{year}:article:{document['id']}"


def _json_item(document: Mapping[str, Any]) -> dict[str, Any]:
    item = {
        "id": permanent_id(document),
        "url": document["html_url"],
        "title": document["title"],
        "content_html": summary(document),
        "language": document["lang"],
        "date_published": document["first_published_at"],
        "date_modified": document["last_published_at"],
        "authors": [{"name": name} for name in _authors(document)],
        "tags": [topic["name"] for topic in document["topics"]],
        "image": document["hero"]["image"]["src"] if document["hero"] else None,
    }
    return {name: value for name, value in item.items() if value}


def _authors(document: Mapping[str, Any]) -> list[str]:
    return [byline["person"]["name"] for byline in document["bylines"]]


def _first_paragraph(document: Mapping[str, Any]) -> str:
    return next((block["value"] for block in document["body"] if block["type"] == "paragraph"), "")


def _moment(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None


def _clean(text: str) -> str:
    return _NOT_XML.sub("", text)
