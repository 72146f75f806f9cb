"""Saving what a machine has changed on many pages, as an editor would have: one revision each."""

from collections.abc import Callable
from typing import Any


def save_changed(instance: Any, change: Callable[[Any], bool], *, user: Any = None, action: str) -> bool:
    """Apply ``change`` (whether it changed anything) to a page or snippet, and save it; whether anything changed.

    What is published stays published, and unpublished changes stay a draft:
    both are changed, and the draft, or what is published when there is none,
    gets one new revision, logged as ``action``. An alias follows its original.
    """
    if getattr(instance, "alias_of_id", None):
        return False
    if not hasattr(instance, "save_revision"):
        changed = change(instance)
        instance.save()
        return changed
    live = getattr(instance, "live", True)
    has_draft = getattr(instance, "has_unpublished_changes", False)
    changed = False
    if live and has_draft and change(instance):
        instance.save()
        changed = True
    latest = instance.get_latest_revision_as_object()
    if not change(latest):
        return changed
    revision = latest.save_revision(user=user, log_action=action)
    if live and not has_draft:
        revision.publish(user=user)
    return True
