"""What editors do in the admin with many pages at once, and with who may see them."""

import random

from django.test import Client
from django.urls import reverse
from wagtail.models import Page

from wagtail_gulf_summit.pages.models import ArticlePage

from .chosen import any_page, chief, section, some


def client() -> Client:
    browser = Client(headers={"host": "testserver"})
    browser.force_login(chief())
    return browser


def _bulk(dice: random.Random, action: str, pages: list[Page], **form: object) -> bool | None:
    if not pages:
        return False
    query = "&".join(f"id={page.pk}" for page in pages)
    response = client().post(f"{reverse('wagtail_bulk_action', args=['wagtailcore', 'page', action])}?{query}", form)
    if action == "move" and response.status_code == 200:
        return False  # Wagtail shows the form again for pages that it does not move there: nothing has changed
    assert response.status_code == 302, response.content.decode()[-2000:]
    return None


def _several(dice: random.Random, **conditions: object) -> list[Page]:
    pages = list(Page.objects.filter(pk__in=ArticlePage.objects.filter(**conditions).values("pk")).order_by("pk"))
    return dice.sample(pages, min(len(pages), 3))


def bulk_publish(dice: random.Random) -> bool | None:
    return _bulk(dice, "publish", _several(dice, live=False, alias_of=None))


def bulk_unpublish(dice: random.Random) -> bool | None:
    return _bulk(dice, "unpublish", _several(dice, live=True))


def bulk_move(dice: random.Random) -> bool | None:
    target = section(dice)
    if target is None:
        return False
    pages = [page for page in _several(dice) if not target.get_children().filter(slug=page.slug).exists()]
    if len({page.slug for page in pages}) != len(pages):
        return False
    return _bulk(dice, "move", pages, chooser=target.pk)


def bulk_delete(dice: random.Random) -> bool | None:
    pages = _several(dice)[:1]
    return False if Page.objects.count() < 9 else _bulk(dice, "delete", pages)


def make_private(dice: random.Random) -> bool | None:
    page = any_page(dice)
    if page is None:
        return False
    kind = dice.choice(["login", "password", "none"])
    url = reverse("wagtailadmin_pages:set_privacy", args=[page.pk])
    response = client().post(url, {"restriction_type": kind, "password": "open sesame", "groups": []})
    assert response.status_code == 200
    return None


def order_of_children(dice: random.Random) -> bool | None:
    parent = section(dice)
    child = parent and some(dice, parent.get_children())
    if not child:
        return False
    url = reverse("wagtailadmin_pages:set_page_position", args=[child.pk])
    assert client().post(f"{url}?position=0", {}).status_code == 200
    return None


EDITS = [bulk_publish, bulk_unpublish, bulk_move, bulk_delete, make_private, make_private, order_of_children]
