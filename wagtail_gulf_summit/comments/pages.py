"""Which pages a stranger may list and comment on."""

from collections.abc import Iterable
from typing import Any

import swapper
from django.apps import apps
from django.db.models import CharField, Exists, ExpressionWrapper, F, OuterRef, Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import PageViewRestriction, Site

from wagtail_gulf_summit.conf import conf
from wagtail_gulf_summit.sites import on_sites

from .errors import Refusal
from .mixins import CommentPolicyMixin


def page_model() -> Any:
    """The site's base page model."""
    return swapper.load_model("wagtailcore", "Page")


def public_pages(site: Site | None) -> QuerySet:
    """Pages of ``site``, in all its locales, that are live, not past their expiry, and that no restriction covers.

    One query, when read.
    """
    if site is None:
        return page_model().objects.none()
    covered = (
        PageViewRestriction.objects.annotate(
            covered_path=ExpressionWrapper(OuterRef("path"), output_field=CharField())
        )
        .filter(covered_path__startswith=F("page__path"))
        .order_by()
    )
    current = Q(expire_at=None) | Q(expire_at__gt=timezone.now())
    return page_model().objects.filter(on_sites({site.pk}), current, ~Exists(covered), live=True)


def find_page(page_id: int, site: Site | None) -> Any:
    """The public page of ``site`` with this id, of a type that takes comments; refused as not found otherwise."""
    page = public_pages(site).filter(pk=page_id).first()
    if page is None or not takes_comments(page.specific_class):
        raise page_not_found()
    return page


def page_not_found() -> Refusal:
    return Refusal("page-not-found", _("There is no such page."))


def takes_comments(page_type: type | None) -> bool:
    """Whether pages of a type take comments at all: by the mixin, or because the site's settings name it."""
    if page_type is None:
        return False
    if issubclass(page_type, CommentPolicyMixin):
        return page_type.accepts_comments
    return issubclass(page_type, tuple(_named_page_types()))


def _named_page_types() -> Iterable[type]:
    return (apps.get_model(label) for label in conf.GULF_SUMMIT_COMMENTS_PAGE_TYPES)
