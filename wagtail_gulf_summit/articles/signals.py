"""What follows the publication of an article."""

from typing import Any

from wagtail.signals import page_published


def connect() -> None:
    page_published.connect(forget_update_mark, dispatch_uid="gulf_summit_update_mark")


def forget_update_mark(sender: type[Any], instance: Any, revision: Any = None, **kwargs: Any) -> None:
    """Take the mark off the revision that was published, or the next publication would tell readers again."""
    if getattr(instance, "page_kind", None) != "article" or revision is None:
        return
    if revision.content.get("substantive_update"):
        revision.content["substantive_update"] = False
        revision.save(update_fields=["content"])
