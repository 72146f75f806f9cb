"""Whose section is whose. Every view of the desk asks here, and nowhere else."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db.models import Q, QuerySet

from wagtail_gulf_summit.comments.models import GroupCommentPermission, PageCounts, ReaderComment, ReaderStanding
from wagtail_gulf_summit.comments.pages import page_model


def moderated_paths(user: Any) -> list[str]:
    """The tree paths under which ``user`` moderates; the empty path is the whole tree. One query."""
    if not user.is_active:
        return []
    if user.is_superuser:
        return [""]
    permissions = GroupCommentPermission.objects.filter(group__user=user)
    return sorted(set(permissions.values_list("page__path", flat=True)))


def is_moderator(user: Any) -> bool:
    return bool(moderated_paths(user))


def require_moderator(user: Any) -> None:
    if not is_moderator(user):
        raise PermissionDenied


def may_moderate(user: Any, page: Any) -> bool:
    """Whether the comments of ``page`` are this user's to decide on."""
    return any(page.path.startswith(path) for path in moderated_paths(user))


def visible_comments(user: Any) -> QuerySet:
    """The comments that ``user`` may see and decide on."""
    return ReaderComment.objects.filter(_within(moderated_paths(user), "page__path"))


def visible_pages(user: Any) -> QuerySet:
    """The pages whose comments ``user`` may see."""
    return page_model().objects.filter(_within(moderated_paths(user), "path"))


def visible_counts(user: Any) -> QuerySet:
    """The counts of the pages whose comments ``user`` may see."""
    return PageCounts.objects.filter(_within(moderated_paths(user), "page__path"))


def visible_standings(user: Any) -> QuerySet:
    """The bans and trusts that came from comments which ``user`` may see."""
    return ReaderStanding.objects.filter(_within(moderated_paths(user), "page__path"))


def _within(paths: list[str], field: str) -> Q:
    if "" in paths:
        return Q()
    within = Q(pk__in=[])
    for path in paths:
        within |= Q(**{f"{field}__startswith": path})
    return within
