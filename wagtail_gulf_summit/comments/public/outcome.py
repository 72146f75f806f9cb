"""What a reader is told after a comment was sent or confirmed."""

from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils import translation

from wagtail_gulf_summit.comments.messages import state_message
from wagtail_gulf_summit.comments.models import ReaderComment
from wagtail_gulf_summit.comments.states import State

from .answers import show, wants_json


def told(request: HttpRequest, comment: ReaderComment, page: Any) -> HttpResponse:
    """Where the comment stands, and the way back: 201 once it is published, otherwise 202."""
    status = 201 if comment.state == State.APPROVED else 202
    address = comment_address(comment, page)
    if wants_json(request):
        with translation.override(page.locale.language_code):
            document = {
                "id": comment.pk,
                "state": comment.state,
                "message": str(state_message(comment.state)),
                "url": address,
            }
        return JsonResponse(document, status=status)
    context = {"comment": comment, "message": state_message(comment.state), "address": address}
    return show(request, "outcome.html", context, page=page, status=status)


def comment_address(comment: ReaderComment, page: Any) -> str:
    """The article, at the comment if it is there to be seen."""
    anchor = f"comment-{comment.pk}" if comment.state == State.APPROVED else "comments"
    return f"{page.get_url() or ''}#{anchor}"
