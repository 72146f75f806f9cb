"""What Wagtail's own pages endpoints list although no other door does."""

from typing import Any

from django.db.models import QuerySet
from django.utils import timezone
from wagtail.models import Site

from wagtail_gulf_summit.delivery.builders.pages import Page
from wagtail_gulf_summit.sites import holds_others, on_sites


def only_shown(pages: QuerySet[Any], request: Any) -> QuerySet[Any]:
    """``pages`` without those past their expiry, and without those of a site within the one that is asked.

    Wagtail hides the first when its scheduled command runs next, and lists the
    second as all else that lies below the root page.
    """
    # By key: a search takes filters on indexed fields alone.
    pages = pages.exclude(pk__in=Page.objects.filter(expire_at__lte=timezone.now()).order_by().values("pk"))
    site_ids = _site_ids(request)
    if holds_others(site_ids):
        pages = pages.filter(pk__in=Page.objects.filter(on_sites(site_ids)).order_by().values("pk"))
    return pages


def _site_ids(request: Any) -> set[int]:
    """The site that Wagtail lists the pages of: that of ``site=``, else of the request."""
    host, _colon, port = request.GET.get("site", "").partition(":")
    if not host:
        site = Site.find_for_request(request)
        return {site.pk} if site else set()
    if port and not (port.isascii() and port.isdecimal()):
        return set()  # Wagtail refuses it
    sites = Site.objects.filter(hostname=host, port=port) if port else Site.objects.filter(hostname=host)
    return set(sites.values_list("pk", flat=True))
