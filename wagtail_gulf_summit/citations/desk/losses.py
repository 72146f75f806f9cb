"""An editor hears of citations that a translation has lost: on opening it, and before it is published."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext, ngettext
from wagtail.admin import messages

from wagtail_gulf_summit.citations.losses import losses_of
from wagtail_gulf_summit.citations.models import Source

CONFIRMED = "lost-citations-confirmed"


def warn_on_edit(request: HttpRequest, page: Any) -> HttpResponse | None:
    """``before_edit_page``, ahead of wagtail-localize's own, whose Publish button is asked to be pressed twice."""
    if request.method == "GET":
        warn(request, losses_of(page))
        return None
    if request.POST.get("action") != "publish" or CONFIRMED in request.POST:
        return None
    lost = losses_of(page)
    if not lost:
        return None
    fields = [
        (name, value) for name, values in request.POST.lists() for value in values if name != "csrfmiddlewaretoken"
    ]
    context = {"page": page, "lost": lost, "fields": fields, "confirmed": CONFIRMED, "warning": sentence(lost)}
    return render(request, "gulf_summit_citations/desk/lost.html", context)


def warn_on_publish(request: HttpRequest, page: Any) -> None:
    """``after_publish_page``: the form of a translation that is edited like any other page."""
    warn(request, losses_of(page))


def warn(request: HttpRequest, lost: list[Source]) -> None:
    if lost:
        messages.warning(request, sentence(lost))


def sentence(lost: list[Source]) -> str:
    """The warning, which names the sources."""
    names = gettext("; ").join(f"“{source}”" for source in lost)
    return ngettext(
        "This translation lacks a citation of the original: %(names)s",
        "This translation lacks citations of the original: %(names)s",
        len(lost),
    ) % {"names": names}
