"""What the Cite button asks the server: the place in a source, and what the markers on the page stand for."""

from typing import Any

import swapper
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.urls import Resolver404, resolve, reverse
from django.utils.html import json_script
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET
from wagtail.admin.modal_workflow import render_modal_workflow
from wagtail.coreutils import resolve_model_string
from wagtail.models import Locale

from wagtail_gulf_summit.arabic.bidi import direction
from wagtail_gulf_summit.arabic.numerals import localise_digits
from wagtail_gulf_summit.citations.formatting import format_source_html, format_source_text
from wagtail_gulf_summit.citations.models import Source, prefetch_parties
from wagtail_gulf_summit.citations.sources import sources_by_id

from .forms import LocatorForm

MAX_SOURCES = 1000
LOCATORS = {"ar": ["ص ", "ص ص ", "الفصل ", "الفقرة ", "الدقيقة "], "en": ["p. ", "pp. ", "ch. ", "para. ", "min. "]}


def locator(request: HttpRequest) -> HttpResponse:
    """A step of the modal workflow: asks for the place in ``?source=``, answers ``{id, locator}``."""
    data = request.POST if request.method == "POST" else request.GET
    form = LocatorForm(data)
    valid = form.is_valid()
    key = form.cleaned_data.get("source")
    source = sources_by_id([key]).get(key) if key else None
    if source is None:
        raise Http404(f"No source {key}")
    if request.method == "POST" and valid:
        chosen = {"id": str(source.pk), "locator": form.cleaned_data["locator"]}
        return render_modal_workflow(request, None, None, None, json_data={"step": "cited", "result": chosen})
    language = request.GET.get("content_locale") or source.locale.language_code
    if request.method == "GET":
        form = LocatorForm(initial={"source": source.pk, "locator": data.get("locator", "")})
    form.fields["locator"].widget.attrs["dir"] = direction(language)
    context = {
        "form": form,
        "source_html": format_source_html(source, language),
        "language": language,
        "dir": direction(language),
        "suggestions": LOCATORS.get(language.split("-")[0], LOCATORS["en"]),
        "action_url": request.get_full_path(),
    }
    return render_modal_workflow(
        request, "gulf_summit_citations/desk/locator.html", None, context, json_data={"step": "locator"}
    )


@require_GET
def info(request: HttpRequest) -> JsonResponse:
    """What the markers ``?ids=3,1`` on the form at ``?path=`` stand for.

    ``{sources: {id: {key, html, text}}, fields: [name], digits: "0…9"}``: sources
    with one ``key`` are one source in several languages and share a number;
    ``fields`` are the page's cited fields in the order readers see them.
    """
    ids = [int(key) for key in request.GET.get("ids", "").split(",") if key.isdecimal() and len(key) < 19]
    language = request.GET.get("content_locale") or Locale.get_default().language_code
    sources = sources_by_id(ids[:MAX_SOURCES])
    prefetch_parties(list(sources.values()))
    found = {
        str(key): {
            "key": str(source.translation_key),
            "html": format_source_html(source, language),
            "text": format_source_text(source, language),
        }
        for key, source in sources.items()
    }
    digits = localise_digits("0123456789", language)
    return JsonResponse({"sources": found, "fields": cited_fields(request.GET.get("path", "")), "digits": digits})


def cited_fields(path: str) -> list[str]:
    """``cited_fields`` of the page type edited at an admin path, ``[]`` when it is no such form."""
    try:
        arguments = resolve(path).kwargs
    except Resolver404:
        return []
    model: Any = None
    if "page_id" in arguments:
        page_model = swapper.load_model("wagtailcore", "Page")
        page = page_model.objects.filter(pk=arguments["page_id"]).first()
        model = page.specific_class if page else None
    elif "content_type_app_name" in arguments:
        name = f"{arguments['content_type_app_name']}.{arguments['content_type_model_name']}"
        try:
            model = resolve_model_string(name)
        except LookupError:
            return []
    return list(getattr(model, "cited_fields", []))


def editor_settings() -> SafeString:
    """Addresses and words for the editor's script, in the language of the user."""
    return json_script(
        {
            "chooseUrl": reverse(Source.snippet_viewset.chooser_viewset.get_url_name("choose")),
            "locatorUrl": reverse("gulf_summit_citations:locator"),
            "infoUrl": reverse("gulf_summit_citations:info"),
            "labels": {
                "citation": _("Citation %(number)s"),
                "edit": _("Edit"),
                "remove": _("Remove"),
                "missing": _("This source was deleted."),
                "loading": _("Loading…"),
                "hint": _("Ctrl+Alt+F changes it, Backspace removes it."),
                "tooltip": _("Cited source"),
            },
        },
        "gulf-summit-citations",
    )
