"""Two sections with moderators of their own."""

from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, Permission
from django.test import Client

from tests.comments.site import make_article, page_type, publish
from wagtail_gulf_summit.comments.models import GroupCommentPermission


def make_moderator(name: str, *pages: Any, enforce_csrf: bool = False) -> Client:
    """A client logged in as the moderator of ``pages``; ``client.user`` is who it is."""
    group = Group.objects.create(name=f"Moderators {name}")
    group.permissions.add(Permission.objects.get(codename="access_admin"))
    for page in pages:
        GroupCommentPermission.objects.create(group=group, page_id=page.pk)
    user = get_user_model().objects.create_user(name, f"{name}@example.com", "pass")
    user.groups.add(group)
    client = Client(enforce_csrf_checks=enforce_csrf)
    client.force_login(user)
    client.user = user
    return client


@pytest.fixture
def moderator(news):
    """Of the section that ``article`` lies in."""
    return make_moderator("salma", news.section)


@pytest.fixture
def foreign_article(news):
    """In a section that is not the moderator's."""
    sport = publish(news.home, page_type("section")(title="رياضة", slug="sport", locale=news.home.locale))
    return make_article(sport, title="مباراة", slug="match")
