"""Writing, publishing and withdrawing pages."""

import random
from datetime import timedelta
from time import sleep
from typing import Any

from django.core.management import call_command
from django.utils import timezone
from wagtail.actions.copy_page import CopyPageAction
from wagtail.actions.create_alias import CreatePageAliasAction
from wagtail.actions.unpublish_page import UnpublishPageAction
from wagtail.images import get_image_model
from wagtail.models import Locale, Page

from tests.articles.factories import paragraph, quote
from tests.citations.factories import marker
from wagtail_gulf_summit.articles.models import Topic
from wagtail_gulf_summit.citations.models import Source
from wagtail_gulf_summit.pages.models import ArticlePage, SummitPage
from wagtail_gulf_summit.people.models import Person

from .chosen import any_page, chief, latest, section, some, story, word


def fill(dice: random.Random, page: ArticlePage) -> None:
    """Give an article words, people, sources, topics, an image, a summit, a link and a related story, or take them."""
    person, other = (some(dice, Person.objects.filter(locale=page.locale)) for _ in range(2))
    source = some(dice, Source.objects.all())
    topic = some(dice, Topic.objects.all())
    summit = some(dice, SummitPage.objects.all())
    related = story(dice)
    linked = some(dice, Page.objects.filter(depth__gt=1)) if dice.random() < 0.5 else None
    link = f'<a linktype="page" id="{linked.pk}">{word(dice)}</a>' if linked else ""
    page.standfirst = word(dice)
    page.body = [
        paragraph(word(dice) + link + (marker(source) if source else "")),
        quote(word(dice), person, attribution="قال:"),
    ]
    page.bylines = [("byline", {"person": other, "role": ""})] if other and dice.random() < 0.7 else []
    page.topics = [("topic", topic)] if topic and dice.random() < 0.7 else []
    page.summits = [("summit", summit)] if summit and dice.random() < 0.5 else []
    page.related = [("article", related)] if related and related.pk != page.pk and dice.random() < 0.5 else []
    page.hero_image = some(dice, get_image_model().objects.all()) if dice.random() < 0.6 else None


def write(dice: random.Random) -> bool | None:
    parent = section(dice)
    if parent is None or ArticlePage.objects.count() > 8:
        return False
    name = word(dice)
    page = ArticlePage(
        title=name, slug=f"s-{ArticlePage.objects.count()}-{dice.randrange(10**6)}", locale=parent.locale
    )
    fill(dice, page)
    parent.add_child(instance=page)
    page.save_revision().publish()
    return None


def rewrite(dice: random.Random) -> bool | None:
    page = story(dice)
    if page is None or page.alias_of_id:
        return False
    draft = latest(page)
    draft.title = word(dice)
    fill(dice, draft)
    draft.save_revision().publish()
    return None


def draft_only(dice: random.Random) -> bool | None:
    page = story(dice, alias_of=None)
    if page is None:
        return False
    draft = latest(page)
    draft.title = word(dice)
    draft.save_revision()
    return None


def unpublish(dice: random.Random) -> bool | None:
    page = any_page(dice, live=True)
    if page is None:
        return False
    UnpublishPageAction(page, user=chief(), include_descendants=dice.random() < 0.3).execute(
        skip_permission_checks=True
    )
    return None


def publish_again(dice: random.Random) -> bool | None:
    page = any_page(dice, live=False, alias_of=None)
    if page is None:
        return False
    latest(page).save_revision().publish()
    return None


def revert(dice: random.Random) -> bool | None:
    page = story(dice, alias_of=None)
    old = page and some(dice, page.revisions)
    if not old or page.get_siblings(inclusive=False).filter(slug=old.as_object().slug).exists():
        return False
    old.as_object().save_revision(previous_revision=old).publish()
    return None


def copy(dice: random.Random) -> bool | None:
    page = any_page(dice)
    if page is None or Page.objects.count() > 18:
        return False
    CopyPageAction(
        page,
        to=page.get_parent(),
        recursive=dice.random() < 0.5,
        update_attrs={"slug": f"copy-{dice.randrange(10**6)}", "title": word(dice)},
        keep_live=dice.random() < 0.7,
    ).execute(skip_permission_checks=True)
    return None


def alias(dice: random.Random) -> bool | None:
    page, parent = story(dice, alias_of=None), section(dice)
    if page is None or parent is None or Page.objects.count() > 18:
        return False
    CreatePageAliasAction(page, parent=parent, update_slug=f"alias-{dice.randrange(10**6)}", user=None).execute(
        skip_permission_checks=True
    )
    return None


def translate(dice: random.Random) -> bool | None:
    page = any_page(dice, alias_of=None)
    if page is None or Page.objects.count() > 18:
        return False
    locale = some(dice, Locale.objects.exclude(pk__in=page.get_translations(inclusive=True).values("locale")))
    if locale is None:
        return False
    translation = page.copy_for_translation(locale, copy_parents=True)
    translation.title = word(dice)
    translation.save_revision().publish()
    return None


def expire(dice: random.Random) -> bool | None:
    """The time runs out, with or without the scheduled command."""
    page = any_page(dice, live=True, alias_of=None)
    if page is None:
        return False
    draft = latest(page)
    draft.expire_at = timezone.now() + timedelta(seconds=1)
    draft.save_revision().publish()
    sleep(max(0.0, (draft.expire_at - timezone.now()).total_seconds()))
    if dice.random() < 0.7:
        call_command("publish_scheduled", verbosity=0)
    return None


def schedule(dice: random.Random) -> bool | None:
    """Set for later, and the time comes."""
    page = story(dice, alias_of=None)
    if page is None:
        return False
    draft = latest(page)
    draft.title, draft.expire_at = word(dice), None
    draft.go_live_at = timezone.now() + timedelta(days=1)
    draft.save_revision().publish()
    waiting = page.revisions.filter(approved_go_live_at__isnull=False).first()
    if waiting is not None:
        waiting.content["go_live_at"] = (timezone.now() - timedelta(days=1)).isoformat()
        waiting.approved_go_live_at = timezone.now() - timedelta(days=1)
        waiting.save()
    call_command("publish_scheduled", verbosity=0)
    return None


def delete(dice: random.Random) -> bool | None:
    page: Any = any_page(dice)
    if page is None or Page.objects.count() < 9:
        return False
    page.delete()
    return None


EDITS = [
    write, write, rewrite, rewrite, rewrite, draft_only, unpublish, publish_again, publish_again, revert, copy, alias,
    translate, translate, expire, schedule, delete,
]  # fmt: skip
