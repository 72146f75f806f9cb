"""Pages that the public may see on a site, as a queryset: for what is not served from the store."""

from typing import Any

from django.db.models import CharField, Exists, ExpressionWrapper, F, OuterRef, Q, QuerySet
from django.utils import timezone
from wagtail.models import PageViewRestriction

from wagtail_gulf_summit.sites import on_sites

from .builders.pages import Page


def visible_pages(site: Any) -> QuerySet[Any]:
    """Pages of ``site``, in all its languages, that are live, not expired and under no restriction.

    ``site`` may be ``None``: then there are none.
    """
    restrictions = PageViewRestriction.objects.annotate(
        covered=ExpressionWrapper(OuterRef("path"), output_field=CharField())
    )
    private = restrictions.filter(covered__startswith=F("page__path")).order_by()
    unexpired = Q(expire_at__isnull=True) | Q(expire_at__gt=timezone.now())
    on_site = on_sites({site.pk} if site else set())
    return Page.objects.filter(on_site, unexpired, ~Exists(private), live=True).order_by()
