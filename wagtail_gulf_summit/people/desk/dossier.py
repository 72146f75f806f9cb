"""Everything by and about a person: what they said, and all that names them."""

from dataclasses import dataclass, field
from typing import Any

from django.db.models import Q
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.views.generic import TemplateView
from wagtail import hooks
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.views.generic.permissions import PermissionCheckedMixin
from wagtail.admin.widgets.button import HeaderButton
from wagtail.models import ReferenceIndex

from ..models import Person, Quote
from ..quotes.read import with_speakers

LIMIT = 50
#: Other rooms add lists shaped like ``DossierPart``: called with the request and the person in each language.
HOOK = "gulf_summit_person_dossier"


@dataclass
class Entry:
    title: str
    url: str = ""
    note: str = ""


@dataclass
class DossierPart:
    """One list of a dossier; ``total`` may be more than the ``entries`` shown."""

    title: str
    total: int
    entries: list[Entry] = field(default_factory=list)


class DossierView(PermissionCheckedMixin, WagtailAdminTemplateMixin, TemplateView):
    template_name = "gulf_summit_people/desk/dossier.html"
    header_icon = "user"
    model = Person
    edit_url_name = ""
    index_url_name = ""
    any_permission_required = ["view", "add", "change", "delete"]

    @cached_property
    def person(self) -> Person:
        return get_object_or_404(Person, pk=self.kwargs["pk"])

    def get_page_title(self) -> str:
        return _("Everything by and about %(name)s") % {"name": self.person.name}

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [
            *self.breadcrumbs_items,
            {"url": reverse(self.index_url_name), "label": _("People")},
            {"url": reverse(self.edit_url_name, args=[self.person.pk]), "label": self.person.name},
            {"url": "", "label": self.get_page_title()},
        ]

    @cached_property
    def header_buttons(self) -> list[HeaderButton]:
        return [
            HeaderButton(label=_("Edit"), url=reverse(self.edit_url_name, args=[self.person.pk]), icon_name="edit")
        ]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        people = list(Person.objects.filter(translation_key=self.person.translation_key))
        parts = [said(self.request.user, self.person), *named_in(self.request.user, people)]
        for hook in hooks.get_hooks(HOOK):
            parts += hook(self.request, people)
        parts = [part for part in parts if part.total]
        return {**super().get_context_data(**kwargs), "person": self.person, "parts": parts}


def said(user: Any, person: Person) -> DossierPart:
    """The quotes of ``person`` in all languages, newest first."""
    quotes = Quote.objects.filter(person_key=person.translation_key).select_related("page")
    newest = with_speakers(quotes.order_by("-published_at", "-id")[:LIMIT])
    finder = AdminURLFinder(user)
    entries = [
        Entry(quote.text, finder.get_edit_url(quote.page) or "", f"{quote.role} · {quote.page}") for quote in newest
    ]
    return DossierPart(_("Quotes"), quotes.count(), entries)


def named_in(user: Any, people: list[Person]) -> list[DossierPart]:
    """Pages and snippets that name the person, by the field that does: bylines, sessions, authors of sources."""
    wanted = Q()
    for person in people:
        wanted |= Q(to_object_id=str(person.pk))
    references = ReferenceIndex.objects.filter(wanted, to_content_type=ReferenceIndex._get_base_content_type(Person))
    finder = AdminURLFinder(user)
    parts: dict[str, DossierPart] = {}
    seen: set[tuple[str, Any]] = set()
    for instance, found in references.group_by_source_object():
        for reference in found:
            # Wagtail describes the blocks within the field as well: "Bylines → Byline".
            title = f"{reference.model_name} · {str(reference.describe_source_field()).partition(' → ')[0]}"
            if (title, instance.pk) in seen:
                continue
            seen.add((title, instance.pk))
            part = parts.setdefault(title, DossierPart(title, 0))
            part.total += 1
            if len(part.entries) < LIMIT:
                part.entries.append(Entry(str(instance), finder.get_edit_url(instance) or ""))
    return [parts[title] for title in sorted(parts)]
