"""The desk of summits in the Newsroom menu."""

from __future__ import annotations

from typing import Any

from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column
from wagtail.admin.viewsets.pages import PageListingViewSet

from .kinds import summit_models
from .summary import summit_when


class WhenColumn(Column):
    """The days of a summit in words."""

    def get_value(self, instance: Any) -> str:
        return summit_when(instance, get_language() or "en").days


def summit_viewsets() -> list[PageListingViewSet]:
    """A listing for each page type of the site that is a summit."""
    return [_viewset(model, first=number == 0) for number, model in enumerate(summit_models())]


def _viewset(page_model: type[Any], first: bool) -> PageListingViewSet:
    class SummitListing(PageListingViewSet):
        model = page_model
        icon = "calendar-alt"
        menu_label = _("Summits") if first else page_model._meta.verbose_name_plural
        menu_name = f"gulf-summit-{page_model._meta.label_lower.replace('.', '-')}"
        menu_hook = "register_newsroom_menu_item"
        menu_order = 110
        add_to_admin_menu = True
        columns = [
            *PageListingViewSet.columns,
            WhenColumn("when", label=_("When"), sort_key="starts_at", width="16%"),
            Column("city", label=_("City"), sort_key="city", width="10%"),
            Column("get_status_display", label=_("Held"), sort_key="status", width="10%"),
        ]

    return SummitListing(
        f"gulf_summit_{page_model._meta.model_name}", url_prefix=f"newsroom/{page_model._meta.model_name}"
    )
