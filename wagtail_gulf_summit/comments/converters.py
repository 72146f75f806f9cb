"""What the room's addresses may hold."""

from django.urls import register_converter

from .states import State


class IdConverter:
    """An id that every database can look for."""

    regex = "[1-9][0-9]{0,9}"

    def to_python(self, value: str) -> int:
        number = int(value)
        if number >= 2**31:
            raise ValueError(value)
        return number

    def to_url(self, value: int) -> str:
        return str(value)


class StateConverter:
    regex = "|".join(State.values)

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return str(getattr(value, "value", value))


register_converter(IdConverter, "comment_id")
register_converter(StateConverter, "comment_state")
