"""The comments under an article: what its template tag shows."""

from typing import Any

from django.http import HttpRequest
from wagtail.models import Site

from wagtail_gulf_summit.comments.counts import public_counts
from wagtail_gulf_summit.comments.errors import Refusal
from wagtail_gulf_summit.comments.tokens import issue_form_token
from wagtail_gulf_summit.conf import conf
from wagtail_gulf_summit.statements.public import Place, place_of

from .listing import shown_roots
from .write import CommentForm


def widget_context(request: HttpRequest | None, page: Any) -> dict[str, Any] | None:
    """The first comments of ``page`` and a form for one more; ``None`` where there is nothing to show.

    It looks at nobody's session, so that a cache may keep the page for all.
    """
    site = Site.find_for_request(request) if request is not None else page.get_site()
    if site is None:
        return None
    try:
        shown = shown_roots(page.pk or 0, place_of(request) if request else Place(site.hostname, site.port))
    except Refusal:
        return None
    form = None
    if shown.is_open:
        form = CommentForm(page=page, token=issue_form_token(page.pk, None), with_csrf=False)
    return {
        "page": page,
        "form": form,
        "policy": shown.policy,
        "count": public_counts([page.pk], site).get(page.pk, 0),
        "shown": shown,
        "max_depth": conf.GULF_SUMMIT_COMMENTS_MAX_DEPTH,
        "language": page.locale.language_code,
    }
