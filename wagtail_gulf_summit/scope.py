"""Which page is being shown, for blocks that need to know it.

A citation's number and a speaker's role depend on the page around them, and
neither Wagtail's rich-text rewriters nor ``get_api_representation`` are told
which page that is.
"""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.utils import timezone

#: Set in a scope's ``cache`` where a page is shown to those who edit it: what is not published is shown as well.
FOR_EDITORS = "gulf_summit_for_editors"


@dataclass
class PageScope:
    """The page being shown, and what has been computed for it so far."""

    page: Any
    cache: dict[Any, Any] = field(default_factory=dict)


_KEPT = "_gulf_summit_scope"

_current: ContextVar[PageScope | None] = ContextVar("gulf_summit_page_scope", default=None)


def current_scope() -> PageScope | None:
    """The innermost scope, or ``None`` outside any."""
    return _current.get()


def is_for_editors() -> bool:
    """Whether the page is being shown to those who edit it, who must not lose what readers do not see."""
    scope = current_scope()
    return scope is not None and bool(scope.cache.get(FOR_EDITORS))


def note_change(when: datetime | None) -> None:
    """Remember that what is being built will be out of date at ``when``."""
    scope = current_scope()
    if scope is not None and when is not None and when > timezone.now():
        scope.cache.setdefault("changes_at", []).append(when)


def read_once(name: str, read: Callable[[], Iterable[Any]]) -> Any:
    """What ``read`` gives, kept while one page is being shown."""
    scope = current_scope()
    if scope is None:
        return read()
    if name not in scope.cache:
        scope.cache[name] = list(read())
    return scope.cache[name]


@contextmanager
def page_scope(page: Any, kept: PageScope | None = None) -> Iterator[PageScope]:
    """Show ``page`` (a specific page instance, saved or not) inside the ``with`` body.

    ``kept`` is a scope of the same page to go on with.

    Entering a scope of the page that is already shown joins it, so nested
    renderers share one count of citations.
    """
    existing = _current.get()
    if existing is not None and existing.page is page:
        yield existing
        return
    token = _current.set(kept or PageScope(page))
    try:
        yield _current.get()  # type: ignore[misc]
    finally:
        _current.reset(token)


def keep_scope(page: Any) -> None:
    """From here on ``kept_scope`` gives what was read for ``page``, and keeps what is read there for the next."""
    vars(page)[_KEPT] = {}


def kept_scope(page: Any) -> PageScope | None:
    """A scope of ``page`` that has what was read for it since ``keep_scope``; ``None`` where nothing is kept."""
    kept = vars(page).get(_KEPT)
    return None if kept is None else PageScope(page, kept)


def take_kept(page: Any) -> dict[Any, Any]:
    """What was read for ``page`` since ``keep_scope``, as the ``cache`` of a scope; nothing is kept any longer."""
    kept: dict[Any, Any] = vars(page).pop(_KEPT, {})
    return kept


@contextmanager
def answer_scope(page: Any, request: Any) -> Iterator[PageScope]:
    """``page_scope`` that lasts for the whole answer to ``request``: an API asks for a page field by field."""
    scopes = vars(request).setdefault("_gulf_summit_scopes", {}) if request is not None else {}
    with page_scope(page, scopes.get(id(page))) as scope:
        scopes[id(page)] = scope
        yield scope
