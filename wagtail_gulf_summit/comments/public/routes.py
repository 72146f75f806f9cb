"""The addresses of the pages for readers."""

from django.urls import path

from wagtail_gulf_summit.comments import converters  # noqa: F401  (registers them)

from .confirm import confirm_view
from .listing import list_view
from .report import report_view
from .unsubscribe import unsubscribe_view
from .write import form_view, write_view

routes = [
    path("confirm/", confirm_view, name="confirm"),
    path("unsubscribe/", unsubscribe_view, name="unsubscribe"),
    path("<comment_id:page_id>/", list_view, name="list"),
    path("<comment_id:page_id>/write/", write_view, name="write"),
    path("<comment_id:page_id>/form/", form_view, name="form"),
    path("report/<comment_id:comment_id>/", report_view, name="report"),
]
