"""What a person wrote as a reader, in "everything by and about": people and comments do not know of each other."""

from typing import Any

from django.apps import apps
from django.urls import reverse
from django.utils.translation import gettext as _

from wagtail_gulf_summit.people.desk.dossier import LIMIT, DossierPart, Entry


def comments_of(request: Any, people: list[Any]) -> list[DossierPart]:
    """The reader comments posted from the accounts of ``people``, newest first, as far as the user moderates them."""
    accounts = {person.user_id for person in people if person.user_id}
    if not accounts or not apps.is_installed("wagtail_gulf_summit.comments"):
        return []
    from wagtail_gulf_summit.comments.desk.permissions import visible_comments

    found = visible_comments(request.user).filter(user_id__in=accounts)
    newest = found.select_related("page").order_by("-created_at", "-pk")[:LIMIT]
    entries = [
        Entry(
            comment.comment[:200],
            reverse("reader_comments:comment", args=[comment.pk]),
            f"{comment.get_state_display()} · {comment.page}",
        )
        for comment in newest
    ]
    return [DossierPart(_("Comments"), found.count(), entries)]
