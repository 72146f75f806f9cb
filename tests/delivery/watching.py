"""What happens while a page is being published, and whether readers are served what became of it."""

from contextlib import contextmanager

from django.db.models.signals import post_save

from wagtail_gulf_summit.delivery.store.compare import compare_all


def all_is_fresh():
    return [found for found in compare_all() if found[2]] == []


@contextmanager
def whenever_saved(model, happens):
    """``happens(instance)`` each time that a page of ``model`` was saved: before Wagtail says that it is published."""

    def on_save(instance, **kwargs):
        happens(instance)

    post_save.connect(on_save, sender=model)
    try:
        yield
    finally:
        post_save.disconnect(on_save, sender=model)
