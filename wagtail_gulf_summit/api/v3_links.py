"""Links of shown rich text, taken back to the pages and files of the site that they lead to."""

import re
from html import unescape
from typing import Any
from urllib.parse import unquote, urlsplit

from django.urls import Resolver404, resolve
from django.utils.html import format_html
from wagtail import blocks
from wagtail.models import Site

from wagtail_gulf_summit.delivery.models import StoredDocument
from wagtail_gulf_summit.delivery.roots import all_sites
from wagtail_gulf_summit.delivery.store.write import path_digest

_LINK = re.compile(r'<a href="([^"]*)">')


def restore_links(html: str) -> str:
    """``html`` with links to our own pages and documents as rich text stores them; other links stay as they are."""
    return _LINK.sub(_restored, html)


def restore_links_in(block: Any, value: Any) -> Any:
    """The API form of a block's value, with the links of its rich text restored."""
    if isinstance(block, blocks.RichTextBlock):
        return _restored_text(value)
    if isinstance(block, blocks.BaseStreamBlock) and isinstance(value, list):
        return [_restored_child(block, item) for item in value]
    if isinstance(block, blocks.ListBlock) and isinstance(value, list):
        return [restore_links_in(block.child_block, item) for item in value]
    if isinstance(block, blocks.BaseStructBlock) and isinstance(value, dict):
        known = {name: value[name] for name in block.child_blocks if name in value}
        return {**value, **{name: restore_links_in(block.child_blocks[name], child) for name, child in known.items()}}
    return value


def _restored_text(value: Any) -> Any:
    """Rich text as a string, or as ``{"format": …, "content": …}``."""
    if isinstance(value, str):
        return restore_links(value)
    if isinstance(value, dict) and isinstance(value.get("content"), str):
        return {**value, "content": restore_links(value["content"])}
    return value


def _restored_child(block: Any, item: Any) -> Any:
    if not isinstance(item, dict) or item.get("type") not in block.child_blocks:
        return item
    return {**item, "value": restore_links_in(block.child_blocks[item["type"]], item.get("value"))}


def _restored(match: re.Match[str]) -> str:
    parts = urlsplit(unescape(match[1]))
    if parts.scheme not in ("", "http", "https") or not parts.path or parts.query or parts.fragment:
        return match[0]
    page_id = _page_at(parts.hostname, unquote(parts.path))
    if page_id is not None:
        return format_html('<a linktype="page" id="{}">', page_id)
    document_id = _document_at(parts.path) if _is_ours(parts.hostname) else None
    return match[0] if document_id is None else format_html('<a linktype="document" id="{}">', document_id)


def _page_at(host: str | None, path: str) -> int | None:
    roots = [
        site.shared_root_id
        for site in all_sites().values()
        if (site.hostname == host if host else site.is_default_site)
    ]
    found = StoredDocument.objects.filter(path_digest=path_digest(path), root_id__in=roots)
    return found.values_list("page_id", flat=True).first()


def _is_ours(host: str | None) -> bool:
    return host is None or Site.objects.filter(hostname=host).exists()


def _document_at(path: str) -> int | None:
    try:
        match = resolve(path)
    except Resolver404:
        return None
    return int(match.kwargs["document_id"]) if match.url_name == "wagtaildocs_serve" else None
