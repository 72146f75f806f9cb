"""Pages with all that their APIs show, in a number of queries that does not grow with the pages."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from django.core.exceptions import FieldDoesNotExist
from django.db.models import prefetch_related_objects
from modelcluster.models import get_all_child_relations
from wagtail.blocks.stream_block import StreamValue
from wagtail.fields import RichTextField, StreamField

from wagtail_gulf_summit.articles.models import Topic
from wagtail_gulf_summit.citations.numbering import prefetch_page_citations
from wagtail_gulf_summit.people.loading import load
from wagtail_gulf_summit.people.models import Person
from wagtail_gulf_summit.people.page_links import links_of_many


def prefetch_pages(pages: Sequence[Any], field_names: Iterable[str]) -> dict[str, Any]:
    """Load what the fields of ``pages`` refer to: related objects, inline children, and everything in streams.

    ``pages`` are specific and of one type; fields that the type does not have are ignored.
    Gives what the scopes of all of them keep in their ``cache``.
    """
    pages = list(pages)
    if not pages:
        return {}
    model = type(pages[0])
    names = [name for name in field_names if hasattr(model, name)]
    relations = [name for name in names if _is_relation(model, name)]
    _load_subjects(pages, names)
    prefetch_related_objects(pages, "locale", *relations)
    texts: list[Any] = []
    for child in get_all_child_relations(model):
        name = child.get_accessor_name()
        if name in names:
            children = [one for page in pages for one in getattr(page, name).all()]
            _share_parents(pages, name, child)
            fields = [field.name for field in child.related_model._meta.get_fields()]
            load_streams(children, fields)
            texts += _stored(children, fields)
    load_streams(pages, names)
    texts += _stored(pages, names)
    if _shows_citations(model, names):
        load_streams(pages, getattr(model, "cited_fields", ()))
        prefetch_page_citations(pages)
    return links_of_many(texts)


def _load_subjects(pages: Sequence[Any], names: Iterable[str]) -> None:
    """Load the topic or the person that each page is about, with its translations; ``pages`` are of one type."""
    for field in type(pages[0])._meta.fields:
        if field.name in names and field.related_model in (Topic, Person):
            loaded = load(field.related_model, [getattr(page, field.attname) for page in pages])
            for page in pages:
                setattr(page, field.name, loaded.get(getattr(page, field.attname)))


def _shows_citations(model: type[Any], names: Iterable[str]) -> bool:
    """Whether one of the fields shows numbers of citations; those of all of a page are needed for one."""
    if not hasattr(model, "cited_rich_text"):
        return False
    cited = getattr(model, "cited_fields", ())
    return not cited or not {*cited, "citations"}.isdisjoint(names)


def _stored(instances: Sequence[Any], names: Iterable[str]) -> list[Any]:
    """The rich text of these fields as it is stored, and streams as raw data."""
    model = type(instances[0]) if instances else None
    fields = [field for name in names if model and (field := _field(model, name))]
    found: list[Any] = []
    for field in fields:
        if isinstance(field, StreamField):
            found += (list(getattr(one, field.name).raw_data) for one in instances)
        elif isinstance(field, RichTextField):
            found += (getattr(one, field.name) for one in instances)
    return found


def load_streams(instances: Sequence[Any], names: Iterable[str]) -> None:
    """Convert the blocks of the same stream of all ``instances`` together: one query for each kind of chooser."""
    for name in names:
        field = _field(type(instances[0]), name) if instances else None
        if isinstance(field, StreamField):
            _load_together([getattr(instance, name) for instance in instances])


def _load_together(streams: Sequence[StreamValue]) -> None:
    waiting: dict[str, list[tuple[StreamValue, int]]] = defaultdict(list)
    for stream in streams:
        for index, raw in enumerate(stream.raw_data):
            if stream._bound_blocks[index] is None:
                waiting[raw["type"]].append((stream, index))
    for name, places in waiting.items():
        block = places[0][0].stream_block.child_blocks.get(name)
        if block is None:
            continue
        values = block.bulk_to_python([stream.raw_data[index]["value"] for stream, index in places])
        for (stream, index), value in zip(places, values, strict=True):
            raw = stream.raw_data[index]
            stream._bound_blocks[index] = StreamValue.StreamChild(block, value, id=raw.get("id"))


def _is_relation(model: type[Any], name: str) -> bool:
    field = _field(model, name)
    return bool(field and field.is_relation)


def _field(model: type[Any], name: str) -> Any:
    try:
        return model._meta.get_field(name)
    except FieldDoesNotExist:
        return None


def _share_parents(pages: Sequence[Any], name: str, child: Any) -> None:
    """Inline children know their page without asking for it."""
    for page in pages:
        for one in getattr(page, name).all():
            setattr(one, child.field.name, page)
