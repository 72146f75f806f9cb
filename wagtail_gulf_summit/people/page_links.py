"""Links of rich text: to pages that readers may see, in the language of the page that is shown, and to documents.

Wagtail's own go to any page there is, and so tell the address of one that is
private or was never published; and they follow the language that is active,
which below an API's address is nobody's.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

import swapper
from django.utils.html import format_html
from wagtail.documents import get_document_model
from wagtail.models import Locale
from wagtail.rich_text.rewriters import extract_attrs

from wagtail_gulf_summit.scope import current_scope, is_for_editors
from wagtail_gulf_summit.sites import url_parts_of

from .public import may_be_read, restricted_paths

_PAGES, _DOCUMENTS = "gulf_summit_linked_pages", "gulf_summit_linked_documents"
_LINK = {kind: re.compile(rf'<a(\b[^>]*\blinktype="{kind}"[^>]*)>') for kind in ("page", "document")}


def expand_page_links(html: str) -> str:
    """Stored rich text with its links to pages as readers follow them; what they may not see is no link."""
    if 'linktype="page"' not in html:
        return html
    families = _families(set(_linked([html])))
    return _LINK["page"].sub(lambda match: _opened(families.get(_linked_id(match[1]), ())), html)


def expand_document_links(html: str) -> str:
    """Stored rich text with its links to documents, as far as they were read before; Wagtail reads the others."""
    scope = current_scope()
    known = scope.cache.get(_DOCUMENTS) if scope else None
    if not known or 'linktype="document"' not in html:
        return html

    def opened(match: re.Match[str]) -> str:
        found = known.get(_linked_id(match[1]))
        return format_html('<a href="{}">', found.url) if found else match[0]

    return _LINK["document"].sub(opened, html)


def links_of_many(values: Iterable[Any]) -> dict[str, Any]:
    """What the scopes of many pages keep in their ``cache``, so that what they link to is read at once.

    ``values`` are stored rich text and raw data of streams.
    """
    values = list(values)
    pages, documents = set(_linked(values)), set(_linked(values, "document"))
    kept: dict[str, Any] = {}
    if pages:
        kept |= {_PAGES: _read(pages), "restricted_paths": restricted_paths()}
    if documents:
        kept[_DOCUMENTS] = get_document_model().objects.in_bulk(documents)
    return kept


def _linked(values: Iterable[Any], kind: str = "page") -> Iterator[int]:
    for value in values:
        if isinstance(value, str):
            yield from (_linked_id(attributes) for attributes in _LINK[kind].findall(value))
        elif isinstance(value, dict):
            yield from _linked(value.values(), kind)
        elif isinstance(value, list | tuple):
            yield from _linked(value, kind)


def _linked_id(attributes: str) -> int:
    value = extract_attrs(attributes).get("id", "")
    return int(value) if value.isascii() and value.isdecimal() and len(value) < 10 else 0


def _families(pks: set[int]) -> dict[int, list[Any]]:
    """Each page with its translations, the page first; all that the page being shown links to are read at once."""
    scope = current_scope()
    if scope is None:
        return _read(pks)
    kept: dict[int, list[Any]] = scope.cache.setdefault(_PAGES, {})
    if missing := pks - kept.keys():
        texts = scope.page.cited_rich_text() if hasattr(scope.page, "cited_rich_text") else ()
        kept.update(_read((missing | set(_linked(texts))) - kept.keys()))
    return kept


def _read(pks: set[int]) -> dict[int, list[Any]]:
    page_model = swapper.load_model("wagtailcore", "Page")
    keys = page_model.objects.filter(pk__in=pks).values("translation_key")
    pages = list(page_model.objects.filter(translation_key__in=keys).specific(defer=True)) if pks else []
    families = defaultdict(list)
    for page in pages:
        families[page.translation_key].append(page)
    found = {page.pk: [page, *families[page.translation_key]] for page in pages}
    return {pk: found.get(pk, []) for pk in pks}


def _opened(family: Iterable[Any]) -> str:
    """The opening tag of a link to the first of ``family``, or to its translation for the page that is shown."""
    scope = current_scope()
    locale_id = getattr(scope.page, "locale_id", None) if scope else None
    if locale_id is None:
        locale_id = Locale.get_active().pk
    pages = [page for page in family if is_for_editors() or may_be_read(page)]
    page = next((page for page in pages if page.locale_id == locale_id), pages[0] if pages else None)
    parts = url_parts_of(page) if page else None
    if page is None or parts is None:
        return "<a>"
    return format_html('<a href="{}">', page.url or "".join(parts[1:]))
