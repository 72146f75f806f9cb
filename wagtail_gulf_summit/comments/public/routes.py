"""The addresses of the pages for readers."""

from django.urls import path, register_converter

from .confirm import confirm_view
from .listing import list_view
from .report import report_view
from .write import form_view, write_view


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


register_converter(IdConverter, "comment_id")

routes = [
    path("confirm/", confirm_view, name="confirm"),
    path("<comment_id:page_id>/", list_view, name="list"),
    path("<comment_id:page_id>/write/", write_view, name="write"),
    path("<comment_id:page_id>/form/", form_view, name="form"),
    path("report/<comment_id:comment_id>/", report_view, name="report"),
]
