"""What goes into the index: each text as it is written, folded and stemmed."""

from collections.abc import Callable, Iterable
from functools import cache
from typing import Any

from modelsearch.index import AutocompleteField, BaseField, RelatedFields, SearchField

from ..forms import completions, folded_words, stemmed_words

Transform = Callable[[str], str]


@cache
def spelled_index(index_class: type) -> Any:
    """The index class of a database backend, made to store the forms of every text."""

    class SpelledIndex(index_class):
        def add_items(self, model: type, objs: Iterable[Any]) -> None:
            super().add_items(model, [SpelledObject(obj) for obj in objs])

    return SpelledIndex


class SpelledObject:
    """An object to index, whose search fields also give the forms of their words."""

    def __init__(self, obj: Any) -> None:
        self.obj = obj
        self.pk = obj.pk
        self.values: dict[tuple[type[BaseField], str], Any] = {}

    def get_search_fields(self) -> list[Any]:
        return spelled_fields(self.obj.get_search_fields())

    def value_of(self, field: BaseField) -> Any:
        """What ``field`` indexes, read once for all the forms of its words."""
        key = type(field), field.field_name
        if key not in self.values:
            self.values[key] = field.get_value(self.obj)
        return self.values[key]


class _Spelled:
    """Mixed into a search field: its value is that of ``field``, transformed."""

    field: BaseField
    transform: Transform | None

    def get_value(self, obj: Any) -> Any:
        value = obj.value_of(self.field) if isinstance(obj, SpelledObject) else self.field.get_value(obj)
        return value if self.transform is None else self.transform(text_of(value))


class SpelledSearchField(_Spelled, SearchField):
    def __init__(self, field: SearchField, transform: Transform | None, boost: float | None) -> None:
        super().__init__(field.field_name, boost=boost, **field.kwargs)
        self.field, self.transform = field, transform


class SpelledAutocompleteField(_Spelled, AutocompleteField):
    def __init__(self, field: AutocompleteField, transform: Transform | None) -> None:
        super().__init__(field.field_name, **field.kwargs)
        self.field, self.transform = field, transform


class SpelledRelatedFields(RelatedFields):
    def get_value(self, obj: Any) -> Any:
        return super().get_value(_unwrapped(obj))


def spelled_fields(fields: Iterable[Any]) -> list[Any]:
    """Search fields of a model, with further ones that give the folded and stemmed words."""
    found: list[Any] = []
    for field in fields:
        if isinstance(field, SearchField):
            found.append(SpelledSearchField(field, None, field.boost))
            found.append(SpelledSearchField(field, folded_words, field.boost))
            # Without a boost a word has the lowest weight PostgreSQL knows: a stem ranks low.
            found.append(SpelledSearchField(field, stemmed_words, None))
        elif isinstance(field, AutocompleteField):
            found += [SpelledAutocompleteField(field, way) for way in (None, completions, stemmed_words)]
        elif isinstance(field, RelatedFields):
            found.append(SpelledRelatedFields(field.field_name, spelled_fields(field.fields)))
        else:
            found.append(field)
    return found


def text_of(value: Any) -> str:
    """The text of an indexed value: a string, or strings inside lists and dictionaries."""
    if value is None:
        return ""
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list | tuple | set):
        return "\n".join(text_of(item) for item in value)
    return str(value)


def _unwrapped(obj: Any) -> Any:
    return obj.obj if isinstance(obj, SpelledObject) else obj
