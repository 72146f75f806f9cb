"""Wagtail's API v2, with our page types resolved and a pages endpoint of constant cost.

::

    api_router = WagtailAPIRouter("wagtailapi")
    register(api_router)

    urlpatterns = [path("api/v2/", api_router.urls)]
"""

from collections.abc import Iterable
from typing import Any

from django.apps import apps
from django.db.models import QuerySet
from wagtail.api.v2.router import WagtailAPIRouter
from wagtail.api.v2.utils import BadRequestError, parse_fields_parameter
from wagtail.api.v2.views import PagesAPIViewSet

from wagtail_gulf_summit.delivery.prefetch import prefetch_pages
from wagtail_gulf_summit.people.public import restricted_paths

from .registry import registered_endpoints
from .shown import only_shown


class GulfSummitPagesAPIViewSet(PagesAPIViewSet):
    """Wagtail's pages endpoint; a listing costs as many queries for twenty pages as for one.

    Apart from that a page that is past its expiry is left out at once, not when
    Wagtail's scheduled command runs next, and so are pages of a site whose root
    lies below that of the site that is asked.
    """

    def get_base_queryset(self) -> QuerySet[Any]:
        return only_shown(super().get_base_queryset(), self.request)

    def get_queryset(self) -> QuerySet[Any]:
        return super().get_queryset().select_related("locale")

    def paginate_queryset(self, queryset: Any) -> list[Any]:
        pages = list(super().paginate_queryset(queryset))
        self.scope_cache: dict[str, Any] = {"restricted_paths": restricted_paths()}
        if pages and len({type(page) for page in pages}) == 1:
            self.scope_cache |= prefetch_pages(pages, self._field_names(type(pages[0])))
        return pages

    def _field_names(self, model: type[Any]) -> Iterable[str]:
        """The fields that the listing shows, as far as that decides what is loaded."""
        available = self.get_body_fields_names(model) + self.get_meta_fields_names(model)
        shown = self.get_listing_default_fields(model)
        try:
            asked = parse_fields_parameter(self.request.GET.get("fields", ""))
        except ValueError as error:
            raise BadRequestError(f"fields error: {error}") from error
        if asked and asked[0][0] == "*":
            shown = available
        names = {*shown, *(name for name, negated, _below in asked if not negated)}
        return [name for name in available if name in names]


def register(router: WagtailAPIRouter, pages_endpoint: type[PagesAPIViewSet] = GulfSummitPagesAPIViewSet) -> None:
    """Add the pages endpoint, and those of images and documents where these apps are installed.

    Call it before ``router.urls`` is read: what is registered later answers 404 without a word.
    """
    endpoints: dict[str, Any] = {"pages": pages_endpoint}
    if apps.is_installed("wagtail.images"):
        from wagtail.images.api.v2.views import ImagesAPIViewSet

        endpoints["images"] = ImagesAPIViewSet
    if apps.is_installed("wagtail.documents"):
        from wagtail.documents.api.v2.views import DocumentsAPIViewSet

        endpoints["documents"] = DocumentsAPIViewSet
    for name, endpoint in endpoints.items():
        router.register_endpoint(name, endpoint)
    registered_endpoints.append((router, list(endpoints)))
