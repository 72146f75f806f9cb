"""The page that the confirmation mail links to."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.csrf import csrf_protect
from django.views.decorators.http import require_http_methods
from wagtail.models import Site

from wagtail_gulf_summit.comments.confirming import confirm
from wagtail_gulf_summit.comments.errors import Refusal
from wagtail_gulf_summit.comments.models import ReaderComment
from wagtail_gulf_summit.comments.pages import find_page
from wagtail_gulf_summit.comments.tokens import confirmation_digest

from .answers import public_page, refused, show
from .outcome import told

MAX_TOKEN = 200


@require_http_methods(["GET", "HEAD", "POST"])
@csrf_protect
@public_page
def confirm_view(request: HttpRequest) -> HttpResponse:
    """A GET shows a button; mail scanners follow links, so only its POST confirms."""
    site = Site.find_for_request(request)
    values = request.POST if request.method == "POST" else request.GET
    token = values.get("token", "")[:MAX_TOKEN]
    page = _page_of(token, site)
    if request.method != "POST":
        return show(request, "confirm.html", {"token": token}, page=page)
    try:
        comment = confirm(token, site, request)
    except Refusal as refusal:
        return refused(request, refusal, page=page)
    return told(request, comment, page)


def _page_of(token: str, site: object) -> object:
    """The page whose language the reader reads; ``None`` for a token that is not ours."""
    comment = ReaderComment.objects.filter(confirmation_digest=confirmation_digest(token)).only("page_id").first()
    try:
        return find_page(comment.page_id, site) if comment else None
    except Refusal:
        return None
