"""The page that mails about replies link to: it ends them."""

from django.http import HttpRequest, HttpResponse
from django.utils import translation
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from wagtail_gulf_summit.comments.following import read_token, unsubscribe

from .answers import public_page, show

MAX_TOKEN = 500


@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
@public_page
def unsubscribe_view(request: HttpRequest) -> HttpResponse:
    """A GET shows a button. A POST ends the mails: the button's, or that of a mail program (RFC 8058, one click).

    The token is in the address and proves who asks, so no cookie has to.
    """
    token = request.GET.get("token", "")[:MAX_TOKEN]
    author_key, language = read_token(token)
    if request.method == "POST":
        unsubscribe(author_key)
    with translation.override(language):
        return show(request, "unsubscribe.html", {"token": token, "done": request.method == "POST"})
