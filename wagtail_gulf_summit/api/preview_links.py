"""Links to the drafts of pages, for editors to follow and to hand on."""

from typing import Any
from urllib.parse import quote

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.views.decorators.cache import never_cache

from wagtail_gulf_summit.conf import conf
from wagtail_gulf_summit.delivery.builders.pages import Page
from wagtail_gulf_summit.delivery.previews import has_preview, preview_token

from .registry import mounted_path


def may_preview(page: Any, user: Any) -> bool:
    """Whether there is a document of the drafts of ``page``, an address to show it at, and ``user`` may edit it."""
    return bool(_template()) and has_preview(page) and bool(page.permissions_for_user(user).can_edit())


@never_cache
def open_preview(request: HttpRequest, page_id: int) -> HttpResponse:
    """On to the draft, by a token given out now: an editor's page stays open longer than tokens last."""
    page = get_object_or_404(Page, pk=page_id)
    if not page.permissions_for_user(request.user).can_edit():
        raise PermissionDenied
    if not may_preview(page, request.user):
        raise Http404
    return HttpResponseRedirect(_template().replace("{token}", quote(preview_token(page))))


def _template() -> str:
    """The address of drafts with ``{token}`` in it: the frontend's, else the newsroom API's; empty without either."""
    own = mounted_path("get_preview")
    return conf.GULF_SUMMIT_PREVIEW_URL or (f"{own}?token={{token}}" if own else "")
