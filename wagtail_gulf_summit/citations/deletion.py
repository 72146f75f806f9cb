"""A source that is cited cannot be deleted, by any way."""

from typing import Any

from django.db.models import ProtectedError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext

from .models import Source
from .usage import Use, uses_of


def refuse_if_cited(sender: type[Source], instance: Source, **kwargs: Any) -> None:
    """``pre_delete``: raises ``ProtectedError``, whose message names the pages."""
    if uses := uses_of(instance):
        message = gettext("“%(source)s” is cited in: %(pages)s") % {
            "source": instance,
            "pages": ", ".join(map(str, uses)),
        }
        raise ProtectedError(message, {use.object for use in uses})


def refuse_in_admin(request: HttpRequest, instances: list[Any]) -> HttpResponse | None:
    """``before_delete_snippet``: a page that names where each source is cited, instead of the deletion."""
    cited: list[tuple[Source, list[Use]]] = []
    for instance in instances:
        if isinstance(instance, Source) and (uses := uses_of(instance)):
            cited.append((instance, uses))
    if not cited:
        return None
    context = {"cited": cited, "back_url": reverse(Source.snippet_viewset.get_url_name("list"))}
    return render(request, "gulf_summit_citations/delete_refused.html", context, status=409)
