"""Keeping Wagtail's reference index fast for a page with many sessions."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any


@contextmanager
def indexed_once(page: Any) -> Iterator[None]:
    """Index what ``page`` refers to once, after the body has saved it with all its sessions.

    Wagtail indexes the whole page again for each child it saves: to publish 200
    sessions it would read 40,000 of them.
    """
    # Loads the Page model, which need not be there yet while models are imported.
    from wagtail.signal_handlers import (
        disable_reference_index_auto_update,
        reference_index_auto_update_disabled,
        update_reference_index_on_save,
    )

    if getattr(reference_index_auto_update_disabled, "value", False):
        yield
        return
    with disable_reference_index_auto_update():
        yield
    update_reference_index_on_save(page)
