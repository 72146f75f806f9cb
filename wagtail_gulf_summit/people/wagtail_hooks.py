"""The desks of people and organisations, the report of quotes, and what the log calls a merge."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.log_actions import LogActionRegistry
from wagtail.permission_policies import ModelPermissionPolicy
from wagtail.snippets.models import register_snippet

from . import telepath  # noqa: F401  (registers the editor's blocks)
from .desk.report import QuotesReportView
from .merge import LOG_ACTION
from .models import Person
from .roles import overlapping
from .viewsets import OrganisationViewSet, PersonViewSet

register_snippet(PersonViewSet)
register_snippet(OrganisationViewSet)


class QuotesReportMenuItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        actions = QuotesReportView.any_permission_required
        return bool(ModelPermissionPolicy(Person).user_has_any_permission(request.user, actions))


@hooks.register("register_reports_menu_item")
def register_quotes_report() -> MenuItem:
    return QuotesReportMenuItem(
        gettext_lazy("Quotes"),
        reverse("gulf_summit_quotes_report"),
        name="gulf-summit-quotes",
        icon_name="openquote",
        order=650,
    )


@hooks.register("register_admin_urls")
def register_report_urls() -> list[URLPattern]:
    return [
        path("reports/quotes/", QuotesReportView.as_view(), name="gulf_summit_quotes_report"),
        path(
            "reports/quotes/results/",
            QuotesReportView.as_view(results_only=True),
            name="gulf_summit_quotes_report_results",
        ),
    ]


@hooks.register("register_icons")
def register_people_icons(icons: list[str]) -> list[str]:
    return [*icons, "gulf_summit_people/icons/gs-organisation.svg"]


@hooks.register("register_log_actions")
def register_merge_action(actions: LogActionRegistry) -> None:
    actions.register_action(LOG_ACTION, gettext_lazy("Merge a duplicate"), merge_message)


def merge_message(data: dict[str, Any]) -> str:
    return _("Merged “%(name)s” into this person") % data


@hooks.register("after_create_snippet")
@hooks.register("after_edit_snippet")
def warn_of_overlapping_roles(request: HttpRequest, instance: Any) -> None:
    """Two roles in one organisation at one time are usually a forgotten last day; never a reason not to save."""
    if not isinstance(instance, Person):
        return
    for one, other in overlapping(instance.affiliations.all()):
        text = _("“%(one)s” and “%(other)s” were held at one time in one organisation. Is a last day missing?")
        messages.warning(request, text % {"one": one.role, "other": other.role})
