"""What an edit works on."""

import random
from typing import Any

from django.contrib.auth import get_user_model
from wagtail.models import Page

from wagtail_gulf_summit.pages.models import ArticlePage, SectionPage, SummitPage


def chief() -> Any:
    """An editor who may do everything."""
    return get_user_model().objects.get_or_create(username="chief", defaults={"is_superuser": True})[0]


def some(dice: random.Random, queryset: Any) -> Any | None:
    """One object of ``queryset``, the same for the same dice and database; ``None`` if it is empty."""
    pks = list(queryset.order_by("pk").values_list("pk", flat=True))
    return queryset.model._default_manager.get(pk=dice.choice(pks)) if pks else None


def story(dice: random.Random, **conditions: Any) -> ArticlePage | None:
    return some(dice, ArticlePage.objects.filter(**conditions))


def section(dice: random.Random, **conditions: Any) -> SectionPage | None:
    return some(dice, SectionPage.objects.filter(**conditions))


def any_page(dice: random.Random, **conditions: Any) -> Any | None:
    """An article, a summit or a section, and now and then a front page."""
    models = [ArticlePage, ArticlePage, SummitPage, SectionPage]
    return some(dice, dice.choice(models).objects.filter(**conditions))


def latest(page: Any) -> Any:
    """The page with its newest draft, as the editor opens it."""
    return Page.objects.get(pk=page.pk).specific.get_latest_revision_as_object()


def word(dice: random.Random) -> str:
    return f"كلمة{dice.randrange(10_000)}"
