"""Documents of what is not published, for whoever holds a link that the newsroom gave out."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from ninja import Router

from wagtail_gulf_summit.delivery.previews import Expired, Forged, preview_of

from .http import JSON
from .operations import NOT_FOUND, get
from .parameters import Parameter, read_text
from .problem_schema import ProblemDocument
from .problems import Problem
from .schemas import AnyPage

router = Router(tags=["preview"])

TOKEN = Parameter("token", read_text, {"type": "string"}, "The token of the preview link.", required=True)


@get(
    router,
    "/",
    {200: AnyPage, 403: ProblemDocument, **NOT_FOUND},
    TOKEN,
    summary="The latest draft of a page",
    revalidates=False,
)
def get_preview(request: HttpRequest, values: dict[str, Any]) -> HttpResponse:
    """As it would be if it were published now; for pages never published too. Not to be kept by any cache."""
    try:
        built = preview_of(values["token"])
    except Expired:
        raise Problem(403, "token-expired", _("This preview link has expired. Ask for another.")) from None
    except Forged:
        raise Problem(403, "token-invalid", _("This preview link is not valid.")) from None
    if built is None:
        raise Problem(404, "not-found", _("There is nothing here."))
    headers = {
        "Cache-Control": "private, no-store",
        "Content-Language": built.document.lang,
        "X-Robots-Tag": "noindex",
    }
    return HttpResponse(built.text(), content_type=JSON, headers=headers)
