"""Links of shown rich text, taken back to the pages and files of the site that they lead to; and what is none."""

import re
from collections.abc import Iterator
from html import unescape
from typing import Any
from urllib.parse import unquote, urlsplit

from bs4 import BeautifulSoup
from django.core.exceptions import ValidationError
from django.urls import Resolver404, resolve
from django.utils.html import format_html
from wagtail.models import Site
from wagtail.rich_text import features

from wagtail_gulf_summit.citations.marks import LINK_TYPE
from wagtail_gulf_summit.delivery.builders.pages import Page
from wagtail_gulf_summit.delivery.models import StoredDocument
from wagtail_gulf_summit.delivery.roots import all_sites
from wagtail_gulf_summit.delivery.store.write import path_digest

_LINK = re.compile(r'<a href="([^"]*)">')


def restore_links(html: str, allowed: list[str] | None) -> str:
    """``html`` with links to our own pages and documents as rich text stores them; other links stay as they are.

    ``allowed`` are the features of the text, Wagtail's defaults if ``None``: a link to
    a document stays an address where it would be struck out as a document.
    """
    documents = "document-link" in (features.get_default_features() if allowed is None else allowed)
    return _LINK.sub(lambda match: _restored(match, documents), html)


def restore_links_in(value: Any, allowed: list[str] | None) -> Any:
    """Rich text sent as a string, or as ``{"format": …, "content": …}``, with its links restored."""
    if isinstance(value, str):
        return restore_links(value, allowed)
    if isinstance(value, dict) and isinstance(value.get("content"), str):
        return {**value, "content": restore_links(value["content"], allowed)}
    return value


def unknown_reference(html: str) -> str:
    """The first tag of ``html`` that names a page, a file, an image or a source that there is not; empty for none."""
    for tag, model, key in _references(html):
        if stored_key(model, key) is None:
            return f"<{tag.name} {' '.join(f'{name}={value!r}' for name, value in tag.attrs.items())}>"
    return ""


def stored_key(model: type[Any], key: Any) -> Any:
    """``key`` as the primary key of an instance of ``model`` that there is; else ``None``."""
    if isinstance(key, bool) or not isinstance(key, int | str):
        return None
    try:
        pk = model._meta.pk.to_python(key)
        return pk if model._default_manager.filter(pk=pk).exists() else None
    except (ValidationError, ValueError, OverflowError):
        return None


def _references(html: str) -> Iterator[tuple[Any, type[Any], Any]]:
    if not re.search("linktype|embedtype|data-source", html):
        return
    links, embeds = features.get_link_types(), features.get_embed_types()
    soup = BeautifulSoup(html, "html.parser")
    for tag in soup.find_all("a", linktype=True):
        if tag["linktype"] in links:
            yield tag, links[tag["linktype"]].get_model(), tag.get("id")
    for tag in soup.find_all("embed", embedtype=True, id=True):
        if tag["embedtype"] in embeds:
            yield tag, embeds[tag["embedtype"]].get_model(), tag["id"]
    for tag in soup.find_all("sup", {"data-source": True}):
        # A marker whose source was deleted is read without a number, and may come back like that.
        if tag.get_text() and LINK_TYPE in links:
            yield tag, links[LINK_TYPE].get_model(), tag["data-source"]


def _restored(match: re.Match[str], documents: bool) -> str:
    parts = urlsplit(unescape(match[1]))
    if parts.scheme not in ("", "http", "https") or not parts.path or parts.query or parts.fragment:
        return match[0]
    page_id = _page_at(parts.hostname, unquote(parts.path))
    if page_id is not None:
        return format_html('<a linktype="page" id="{}">', page_id)
    document_id = _document_at(parts.path) if documents and _is_ours(parts.hostname) else None
    return match[0] if document_id is None else format_html('<a linktype="document" id="{}">', document_id)


def _page_at(host: str | None, path: str) -> int | None:
    sites = [site for site in all_sites().values() if (site.hostname == host if host else site.is_default_site)]
    roots = [site.shared_root_id for site in sites]
    found = StoredDocument.objects.filter(path_digest=path_digest(path), root_id__in=roots)
    page_id = found.values_list("page_id", flat=True).first()
    return _draft_at(sites, path) if page_id is None else page_id


def _draft_at(sites: list[Any], path: str) -> int | None:
    """A page without a stored document, such as one that was never published, by the address it is to have."""
    site_ids = {site.pk for site in sites}
    for page in Page.objects.filter(slug=path.rstrip("/").rpartition("/")[2]):
        parts = page.get_url_parts()
        if parts is not None and parts[0] in site_ids and unquote(parts[2] or "") == path:
            return int(page.pk)
    return None


def _is_ours(host: str | None) -> bool:
    return host is None or Site.objects.filter(hostname=host).exists()


def _document_at(path: str) -> int | None:
    try:
        match = resolve(path)
    except Resolver404:
        return None
    if match.url_name != "wagtaildocs_serve":
        return None
    # Wagtail's own pattern has no names for its parts.
    return int(match.kwargs["document_id"] if match.kwargs else match.args[0])
