"""Who can log in: an administrator, an editor and a moderator."""

import json
import secrets
from pathlib import Path

from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, Permission
from wagtail.models import Collection, GroupCollectionPermission, GroupPagePermission, Page
from wagtail.users.models import UserProfile

from wagtail_gulf_summit.comments.models import GroupCommentPermission
from wagtail_gulf_summit.pages.models import SectionPage

from .data import key
from .ensure import Progress

EDITORS, MODERATORS = "Newsroom editors", "Comment moderators"
USERS = {"admin": "en", "editor": "ar", "moderator": "ar"}
GROUPS = {"editor": EDITORS, "moderator": MODERATORS}

PAGE_PERMISSIONS = ("add_page", "change_page", "publish_page", "lock_page", "unlock_page")
EDITED_SNIPPETS = {
    "gulf_summit_people": ("person", "organisation"),
    "gulf_summit_citations": ("source",),
    "gulf_summit_articles": ("topic",),
}
SNIPPET_ACTIONS = ("add", "change", "delete", "publish", "view")


def load_users(progress: Progress) -> dict[str, str]:
    """Make groups and users; the password of each user by name."""
    load_groups(progress)
    passwords = kept_passwords()
    for name, language in USERS.items():
        progress.note("users", load_user(name, language, passwords[name]))
    progress.say("groups")
    progress.say("users")
    return passwords


def kept_passwords() -> dict[str, str]:
    """The passwords, made at the first run and kept out of the repository."""
    path = Path(settings.VAR_DIR) / "passwords.json"
    kept = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    missing = {name: secrets.token_urlsafe(9) for name in USERS if name not in kept}
    if missing:
        kept |= missing
        path.write_text(json.dumps(kept, indent=2), encoding="utf-8")
        path.chmod(0o600)
    return kept


def load_user(name: str, language: str, password: str) -> bool:
    user, created = get_user_model().objects.get_or_create(
        username=name,
        defaults={"email": f"{name}@example.com", "is_superuser": name == "admin", "is_staff": name == "admin"},
    )
    if not user.check_password(password):
        user.set_password(password)
        user.save(update_fields=["password"])
    if created:
        UserProfile.objects.create(user=user, preferred_language=language)
        if name in GROUPS:
            user.groups.add(Group.objects.get(name=GROUPS[name]))
    return created


def load_groups(progress: Progress) -> None:
    for name in (EDITORS, MODERATORS):
        group, created = Group.objects.get_or_create(name=name)
        progress.note("groups", created)
        if created:
            group.permissions.add(Permission.objects.get(codename="access_admin"))
            if name == EDITORS:
                grant_editors(group)


def grant_editors(group: Group) -> None:
    """All pages, all snippets of the newsroom, images and documents."""
    root = Page.objects.get(depth=1)
    for codename in PAGE_PERMISSIONS:
        grant_on_page(group, root, codename)
    for app_label, models in EDITED_SNIPPETS.items():
        codenames = [f"{action}_{model}" for action in SNIPPET_ACTIONS for model in models]
        group.permissions.add(*Permission.objects.filter(content_type__app_label=app_label, codename__in=codenames))
    group.permissions.add(*Permission.objects.filter(codename="submit_translation"))
    everything = Collection.get_first_root_node()
    for codename in (
        "add_image",
        "choose_image",
        "change_image",
        "add_document",
        "choose_document",
        "change_document",
    ):
        permission = Permission.objects.get(codename=codename)
        GroupCollectionPermission.objects.create(group=group, collection=everything, permission=permission)


def load_moderation() -> None:
    """The moderators have the reader comments of the section, in both languages, and of nothing else."""
    group = Group.objects.get(name=MODERATORS)
    for section in SectionPage.objects.filter(translation_key=key("page:section")):
        GroupCommentPermission.objects.get_or_create(group=group, page_id=section.pk)


def grant_on_page(group: Group, page: Page, codename: str) -> None:
    permission = Permission.objects.get(content_type__app_label="wagtailcore", codename=codename)
    GroupPagePermission.objects.create(group=group, page=page, permission=permission)
