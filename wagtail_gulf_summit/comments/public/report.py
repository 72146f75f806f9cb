"""A reader reports a comment to the moderators."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.csrf import csrf_protect
from django.views.decorators.http import require_http_methods
from wagtail.models import Site

from wagtail_gulf_summit.comments import reporting
from wagtail_gulf_summit.comments.errors import Refusal, invalid
from wagtail_gulf_summit.comments.locking import comment_not_found
from wagtail_gulf_summit.comments.models import CommentReport, ReaderComment
from wagtail_gulf_summit.comments.pages import find_page
from wagtail_gulf_summit.comments.readers import client_address, ip_key
from wagtail_gulf_summit.comments.states import State

from .answers import member_of, public_page, refused, show

DETAILS_LENGTH = 500


@require_http_methods(["GET", "HEAD", "POST"])
@csrf_protect
@public_page
def report_view(request: HttpRequest, comment_id: int) -> HttpResponse:
    """A form that asks why; its POST keeps one report per reader."""
    site = Site.find_for_request(request)
    comment, page = _reportable(comment_id, site)
    context = {"comment": comment, "reasons": CommentReport.Reason.choices, "length": DETAILS_LENGTH}
    if request.method != "POST":
        return show(request, "report.html", context, page=page)
    try:
        reason, details = _typed(request)
        member = member_of(request)
        reader = reporting.reader_key(member.pk if member else None, ip_key(client_address(request)))
        reporting.report(comment.pk, site, reader=reader, reason=reason, details=details)
    except Refusal as refusal:
        return refused(request, refusal, page=page)
    return show(request, "reported.html", context, page=page, status=202)


def _reportable(comment_id: int, site: Any) -> tuple[ReaderComment, Any]:
    comment = ReaderComment.objects.filter(pk=comment_id, state=State.APPROVED).first()
    if comment is None:
        raise comment_not_found()
    return comment, find_page(comment.page_id, site)


def _typed(request: HttpRequest) -> tuple[str, str]:
    reason = request.POST.get("reason", "")
    details = request.POST.get("details", "").strip()
    if reason not in CommentReport.Reason.values or len(details) > DETAILS_LENGTH or "\x00" in details:
        raise invalid({"reason": _("Choose a reason.")})
    return reason, details
