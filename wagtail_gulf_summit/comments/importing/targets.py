"""Which of our pages the comments of another system belong to."""

import csv
from collections.abc import Iterable
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from wagtail_gulf_summit.comments.pages import page_model, takes_comments


class BadMap(ValueError):
    """The file of pages cannot be used; the message says which line is wrong, and how."""


def read_map(path: Path) -> dict[str, int]:
    """A CSV file of two columns, the foreign page and the id of ours, with or without a heading."""
    found: dict[str, int] = {}
    with path.open(encoding="utf-8-sig", newline="") as file:
        for number, row in enumerate(csv.reader(file), start=1):
            if not row or (number == 1 and len(row) == 2 and not row[1].strip().isdecimal()):
                continue
            if len(row) != 2 or not row[1].strip().isdecimal():
                raise BadMap(f"{path}, line {number}: expected a foreign page and the id of one of ours, got {row}.")
            found[row[0].strip()] = int(row[1])
    unknown = sorted(set(found.values()) - set(commentable(found.values())))
    if unknown:
        raise BadMap(f"{path}: there is no page that takes comments with the id {', '.join(map(str, unknown))}.")
    return found


def commentable(page_ids: Iterable[int]) -> dict[int, Any]:
    """The pages among these that take comments by their type, by id, their locale loaded."""
    pages = page_model().objects.filter(pk__in=list(page_ids)).select_related("locale", "content_type")
    return {page.pk: page for page in pages if takes_comments(page.specific_class)}


def page_at(link: str, slug: str) -> Any:
    """The page that an address of another system leads to here: by its path, else by its slug where that is unique."""
    path = unquote(urlsplit(link).path).strip("/")
    pages = page_model().objects.select_related("locale", "content_type")
    if path:
        by_path = [
            page for page in pages.filter(url_path__endswith=f"/{path}/")[:2] if takes_comments(page.specific_class)
        ]
        if len(by_path) == 1:
            return by_path[0]
    slug = unquote(slug) or path.rpartition("/")[2]
    if slug:
        by_slug = [page for page in pages.filter(slug=slug)[:10] if takes_comments(page.specific_class)]
        if len(by_slug) == 1:
            return by_slug[0]
    return None
