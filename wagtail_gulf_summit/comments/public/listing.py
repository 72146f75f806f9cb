"""Further comments of a page, for readers without a script and for the widget's."""

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe
from wagtail.models import Site

from wagtail_gulf_summit.comments import threads
from wagtail_gulf_summit.comments.errors import Refusal, invalid
from wagtail_gulf_summit.comments.pages import find_page
from wagtail_gulf_summit.comments.policy import PagePolicy, policy_of
from wagtail_gulf_summit.conf import conf

from .answers import public_page, show
from .nodes import Node, as_tree

ORDERS = (threads.NEWEST, threads.OLDEST)


@dataclass(frozen=True)
class ShownList:
    """A stretch of a page's comments, with the query that leads to the next one."""

    nodes: list[Node]
    next_query: str
    order: str
    is_open: bool


def shown_list(
    page: Any, site: Any, policy: PagePolicy, *, cursor: str = "", root: int | None = None, order: str = threads.NEWEST
) -> ShownList:
    """The comments to show; refused when there is no such thread or the cursor is not ours."""
    if root is None:
        listing: threads.Listing | None = threads.list_roots(page, site, cursor=cursor, order=order)
    else:
        listing = threads.list_replies(page, site, root, cursor=cursor)
    if listing is None:
        raise Refusal("comment-not-found", _("There is no such comment."))
    further = {"root": root, "order": order if order != threads.NEWEST else None, "cursor": listing.next}
    next_query = urlencode({name: value for name, value in further.items() if value}) if listing.next else ""
    return ShownList(as_tree(listing.items), next_query, order, policy.is_open())


@require_safe
@public_page
def list_view(request: HttpRequest, page_id: int) -> HttpResponse:
    site = Site.find_for_request(request)
    page = find_page(page_id, site)
    policy = policy_of(page)
    if not policy.shows_comments:
        raise Refusal("page-not-found", _("There is no such page."))
    order = request.GET.get("order", threads.NEWEST)
    root = request.GET.get("root", "")
    if order not in ORDERS or (root and not (root.isascii() and root.isdecimal() and len(root) < 10)):
        raise invalid({"order": _("There is no such list of comments.")})
    shown = shown_list(
        page, site, policy, cursor=request.GET.get("cursor", ""), root=int(root) if root else None, order=order
    )
    context = {"shown": shown, "root": root, "max_depth": conf.GULF_SUMMIT_COMMENTS_MAX_DEPTH}
    return show(request, "list.html", context, page=page)
