"""Further comments of a page, for readers without a script and for the widget's."""

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe
from wagtail.models import Site

from wagtail_gulf_summit.comments import threads
from wagtail_gulf_summit.comments.errors import invalid
from wagtail_gulf_summit.comments.locking import comment_not_found
from wagtail_gulf_summit.comments.pages import find_page, page_not_found
from wagtail_gulf_summit.comments.policy import PagePolicy, policy_of
from wagtail_gulf_summit.conf import conf
from wagtail_gulf_summit.statements.public import Place, place_of

from .answers import public_page, show
from .nodes import Node, as_tree

ORDERS = (threads.NEWEST, threads.OLDEST)


@dataclass(frozen=True)
class ShownList:
    """A stretch of a page's comments, with the query that leads to the next one."""

    nodes: list[Node]
    next_query: str
    order: str
    policy: PagePolicy

    @property
    def is_open(self) -> bool:
        return self.policy.is_open()


def shown_roots(page_id: int, place: Place, *, cursor: str = "", order: str = threads.NEWEST) -> ShownList:
    """The page's comments from a place on; refused when the public sees none there."""
    found = threads.list_page(page_id, place, cursor=cursor, order=order)
    if found is None or not found[0].shows_comments:
        raise page_not_found()
    policy, listing = found
    further = {"order": order if order != threads.NEWEST else None, "cursor": listing.next}
    return ShownList(as_tree(listing.items), _query(further) if listing.next else "", order, policy)


def shown_replies(page: Any, site: Any, root: int, *, cursor: str = "") -> ShownList:
    """Further answers of one thread; refused when there is no such thread."""
    policy = policy_of(page)
    listing = threads.list_replies(page, site, root, cursor=cursor) if policy.shows_comments else None
    if listing is None:
        raise comment_not_found()
    further = {"root": root, "cursor": listing.next}
    return ShownList(as_tree(listing.items), _query(further) if listing.next else "", threads.OLDEST, policy)


def _query(parameters: dict[str, Any]) -> str:
    return urlencode({name: value for name, value in parameters.items() if value})


@require_safe
@public_page
def list_view(request: HttpRequest, page_id: int) -> HttpResponse:
    site = Site.find_for_request(request)
    page = find_page(page_id, site)
    order = request.GET.get("order", threads.NEWEST)
    root = request.GET.get("root", "")
    if order not in ORDERS or (root and not (root.isascii() and root.isdecimal() and len(root) < 10)):
        raise invalid({"order": _("There is no such list of comments.")})
    cursor = request.GET.get("cursor", "")
    if root:
        shown = shown_replies(page, site, int(root), cursor=cursor)
    else:
        shown = shown_roots(page_id, place_of(request), cursor=cursor, order=order)
    context = {"shown": shown, "root": root, "max_depth": conf.GULF_SUMMIT_COMMENTS_MAX_DEPTH}
    return show(request, "list.html", context, page=page)
