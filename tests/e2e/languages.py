"""The language of a user's admin."""

from typing import Any

from wagtail.users.models import UserProfile


def set_language(user: Any, language: str) -> None:
    profile = UserProfile.get_for_user(user)
    profile.preferred_language = language
    profile.save()
