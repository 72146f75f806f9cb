"""Where pages are, what they are called, and who may see them."""

import random
from datetime import timedelta

from django.contrib.auth.models import Group
from wagtail.actions.move_page import MovePageAction
from wagtail.models import Page, PageViewRestriction

from wagtail_gulf_summit.pages.models import FrontPage, SectionPage, SummitPage

from .chosen import any_page, latest, section, some, word


def move(dice: random.Random) -> bool | None:
    page, target = any_page(dice), section(dice)
    if page is None or target is None or target.path.startswith(page.path) or page.depth < 3:
        return False
    if target.get_children().filter(slug=page.slug).exists():
        return False
    MovePageAction(page, target, pos="last-child").execute(skip_permission_checks=True)
    return None


def reorder(dice: random.Random) -> bool | None:
    page = any_page(dice, depth__gt=2)
    sibling = page and some(dice, page.get_siblings(inclusive=False))
    if not sibling:
        return False
    MovePageAction(page, sibling, pos=dice.choice(["left", "right"])).execute(skip_permission_checks=True)
    return None


def restrict(dice: random.Random) -> bool | None:
    page = any_page(dice)
    if page is None:
        return False
    kind = dice.choice(["login", "password", "groups"])
    restriction = PageViewRestriction.objects.create(page=page.page_ptr, restriction_type=kind, password="open sesame")
    if kind == "groups":
        restriction.groups.set(Group.objects.all()[:1])
    return None


def unrestrict(dice: random.Random) -> bool | None:
    restriction = some(dice, PageViewRestriction.objects.all())
    if restriction is None:
        return False
    restriction.delete()
    return None


def rename(dice: random.Random) -> bool | None:
    page = some(dice, dice.choice([SectionPage, SummitPage, FrontPage]).objects.filter(alias_of=None))
    if page is None:
        return False
    draft = latest(page)
    draft.title = word(dice)
    if isinstance(draft, SummitPage):
        draft.start_date += timedelta(days=1)
        draft.end_date = draft.start_date
    draft.save_revision().publish()
    return None


def new_address(dice: random.Random) -> bool | None:
    page = any_page(dice, alias_of=None)
    if page is None:
        return False
    draft = latest(page)
    draft.slug = f"slug-{dice.randrange(10**6)}"
    draft.save_revision().publish()
    return None


def save_alone(dice: random.Random) -> bool | None:
    """As a program does it, without a revision."""
    page = any_page(dice, live=True)
    if page is None:
        return False
    page.title = word(dice)
    if dice.random() < 0.3:
        page.slug = f"saved-{dice.randrange(10**6)}"
    page.save()
    return None


def save_base_page(dice: random.Random) -> bool | None:
    """A program that has the page in its general form."""
    page = any_page(dice, live=True)
    if page is None:
        return False
    base = Page.objects.get(pk=page.pk)
    base.title = word(dice)
    base.save()
    return None


EDITS = [move, move, move, reorder, restrict, restrict, unrestrict, unrestrict, rename, rename, new_address,
         new_address, save_alone, save_base_page]  # fmt: skip
