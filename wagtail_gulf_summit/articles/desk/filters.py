"""Filters of the article listing."""

from typing import Any

import django_filters
import swapper
from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.db.models import Exists, IntegerField, OuterRef, QuerySet, TextField
from django.db.models.functions import Cast
from django.utils.translation import gettext_lazy as _
from wagtail.admin.views.pages.listing import PageFilterSet
from wagtail.models import Locale, ReferenceIndex
from wagtail.snippets.widgets import AdminSnippetChooser

from wagtail_gulf_summit.citations.models import Source
from wagtail_gulf_summit.people.models import Person, Quote

from ..kinds import page_types
from ..models import Topic

STATES = [
    ("live", _("Live")),
    ("changed", _("Live, with changes")),
    ("draft", _("Draft")),
    ("scheduled", _("Scheduled")),
]
CONTENT = [
    ("quotes", _("Quotes")),
    ("citations", _("Citations")),
    ("comments", _("Comments")),
    ("corrections", _("Corrections")),
]


def sections(request: Any) -> QuerySet[Any]:
    """Pages that are sections, of any type."""
    types = ContentType.objects.get_for_models(*page_types("section")).values()
    return swapper.load_model("wagtailcore", "Page").objects.filter(content_type__in=list(types)).order_by("title")


class ArticleFilterSet(PageFilterSet):
    section = django_filters.ModelChoiceFilter(label=_("Section"), queryset=sections, method="in_section")
    byline = django_filters.ModelChoiceFilter(
        label=_("Byline"), queryset=Person.objects.all(), method="naming", widget=AdminSnippetChooser(Person)
    )
    topic = django_filters.ModelChoiceFilter(
        label=_("Topic"), queryset=Topic.objects.all(), method="naming", widget=AdminSnippetChooser(Topic)
    )
    state = django_filters.ChoiceFilter(label=_("State"), choices=STATES, method="in_state")
    has = django_filters.MultipleChoiceFilter(label=_("Has"), choices=CONTENT, method="with_content")
    language = django_filters.ModelChoiceFilter(
        label=_("Language"), field_name="locale", queryset=Locale.objects.all()
    )

    def in_section(self, pages: Any, name: str, section: Any) -> Any:
        return pages.descendant_of(section)

    def naming(self, pages: Any, name: str, snippet: Any) -> Any:
        same = type(snippet).objects.filter(translation_key=snippet.translation_key).values_list("pk", flat=True)
        references = ReferenceIndex.objects.filter(
            to_content_type=ContentType.objects.get_for_model(snippet),
            to_object_id__in=[str(pk) for pk in same],
            model_path__startswith=f"{name}s.",
        )
        return pages.filter(pk__in=references.values_list(Cast("object_id", IntegerField()), flat=True))

    def in_state(self, pages: Any, name: str, state: str) -> Any:
        if state == "live":
            return pages.filter(live=True)
        if state == "changed":
            return pages.filter(live=True, has_unpublished_changes=True)
        if state == "scheduled":
            return pages.filter(_approved_schedule=True)
        return pages.filter(live=False)

    def with_content(self, pages: Any, name: str, wanted: list[str]) -> Any:
        for content in wanted:
            pages = getattr(self, f"with_{content}")(pages)
        return pages

    def with_quotes(self, pages: Any) -> Any:
        return pages.filter(Exists(Quote.objects.filter(page=OuterRef("pk"))))

    def with_citations(self, pages: Any) -> Any:
        page_model = swapper.load_model("wagtailcore", "Page")
        references = ReferenceIndex.objects.filter(
            base_content_type=ContentType.objects.get_for_model(page_model),
            to_content_type=ContentType.objects.get_for_model(Source),
        )
        return pages.filter(pk__in=references.values_list(Cast("object_id", IntegerField()), flat=True))

    def with_comments(self, pages: Any) -> Any:
        if not apps.is_installed("wagtail_gulf_summit.comments"):
            return pages.none()
        from wagtail_gulf_summit.comments.models import PageCounts

        return pages.filter(Exists(PageCounts.objects.filter(page=OuterRef("pk"), approved__gt=0)))

    def with_corrections(self, pages: Any) -> Any:
        keys: set[Any] = set()
        for model in page_types("article"):
            stored = model.objects.annotate(stored=Cast("corrections", TextField()))
            keys.update(stored.exclude(stored__in=["", "[]"]).values_list("pk", flat=True))
        return pages.filter(pk__in=keys)
