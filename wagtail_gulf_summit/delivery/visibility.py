"""Pages that the public may see on a site, as a queryset: for what is not served from the store."""

from typing import Any

from django.db.models import CharField, Exists, ExpressionWrapper, F, OuterRef, Q, QuerySet
from django.utils import timezone
from wagtail.models import PageViewRestriction, Site

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
    return Page.objects.filter(in_trees_of(site), unexpired, ~Exists(private), live=True).order_by()


def in_trees_of(site: Any, prefix: str = "") -> Q:
    """In the tree of ``site`` in any language; ``prefix`` is the way to the page, such as ``page__``."""
    within = Q(pk__in=[])
    for root in Site.get_site_root_paths():
        if site is not None and root.site_id == site.pk:
            within |= Q(**{f"{prefix}url_path__startswith": root.root_path})
    return within
