"""Images, sites, languages and comments."""

import random

import wagtail_factories
from wagtail.images import get_image_model
from wagtail.models import Locale, Page, Site

from tests.comments.factories import make_comment
from wagtail_gulf_summit.comments.models import ReaderComment
from wagtail_gulf_summit.comments.states import State
from wagtail_gulf_summit.comments.transitions import transition
from wagtail_gulf_summit.pages.models import FrontPage

from .chosen import some, story, word


def new_image(dice: random.Random) -> bool | None:
    if get_image_model().objects.count() > 2:
        return False
    wagtail_factories.ImageFactory(title=word(dice), file__width=400, file__height=300)
    return None


def edit_image(dice: random.Random) -> bool | None:
    image = some(dice, get_image_model().objects.all())
    if image is None:
        return False
    image.title = word(dice)
    if dice.random() < 0.5:
        image.focal_point_x, image.focal_point_y = dice.randrange(400), dice.randrange(300)
        image.focal_point_width = image.focal_point_height = 20
    image.save()
    return None


def delete_image(dice: random.Random) -> bool | None:
    image = some(dice, get_image_model().objects.all())
    if image is None:
        return False
    image.delete()
    return None


def delete_renditions(dice: random.Random) -> bool | None:
    image = some(dice, get_image_model().objects.all())
    if image is None:
        return False
    image.renditions.all().delete()
    return None


def rename_site(dice: random.Random) -> bool | None:
    site = some(dice, Site.objects.all())
    assert site is not None
    site.site_name = word(dice)
    site.hostname = (
        dice.choice(["testserver", "news.example.com", "www.example.org"]) if site.is_default_site else "x.test"
    )
    site.save()
    return None


def second_site(dice: random.Random) -> bool | None:
    """Another site appears with one of the trees, or goes."""
    other = Site.objects.filter(is_default_site=False).first()
    if other is not None:
        other.delete()
        return None
    root = some(dice, Page.objects.filter(depth__in=[2, 3]))
    if root is None:
        return False
    Site.objects.create(hostname="x.test", root_page=root)
    return None


def other_root(dice: random.Random) -> bool | None:
    site = Site.objects.get(is_default_site=True)
    root = some(dice, Page.objects.filter(depth=2).exclude(pk=site.root_page_id))
    if root is None or not FrontPage.objects.filter(pk=root.pk).exists():
        return False
    site.root_page = root
    site.save()
    return None


def locale(dice: random.Random) -> bool | None:
    """A language comes or goes, with what is written in it."""
    code = "en"
    existing = Locale.objects.filter(language_code=code).first()
    if existing is None:
        Locale.objects.create(language_code=code)
        return None
    if dice.random() < 0.8 or Page.objects.filter(locale=existing).exists():
        existing.save()
        return None
    return False


def comment(dice: random.Random) -> bool | None:
    page = story(dice)
    if page is None or ReaderComment.objects.count() > 20:
        return False
    make_comment(page, word(dice), state=dice.choice([State.APPROVED, State.PENDING]))
    from wagtail_gulf_summit.comments.signals import comment_visibility_changed

    comment_visibility_changed.send(sender=ReaderComment, page_id=page.pk)
    return None


def decide(dice: random.Random) -> bool | None:
    one = some(dice, ReaderComment.objects.filter(state__in=[State.APPROVED, State.PENDING]))
    if one is None:
        return False
    transition(one.pk, State.REJECTED if one.state == State.APPROVED else State.APPROVED)
    return None


EDITS = [new_image, new_image, edit_image, edit_image, delete_image, delete_renditions, rename_site, second_site,
         other_root, locale, comment, comment, decide]  # fmt: skip
