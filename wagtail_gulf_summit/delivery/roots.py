"""Which root page stands for all sites that show the same pages."""

from typing import Any

from wagtail.models import Site

from wagtail_gulf_summit.conf import conf
from wagtail_gulf_summit.statements.public import SITES_WITH_ROOTS


def all_sites() -> dict[int, Any]:
    """Every site by its key; one query.

    ``shared_root_id`` is the first root page, by key, of those that are
    translations of its own, as with one domain for each language.
    ``statements.public.shared_root`` picks it as well.
    """
    shared: dict[Any, int] = {}
    sites = list(Site.objects.raw(SITES_WITH_ROOTS))
    for site in sites:
        root_id = site.root_page_id
        site.shared_root_id = shared.setdefault(site.root_key, root_id) if conf.WAGTAIL_I18N_ENABLED else root_id
    return {site.pk: site for site in sites}
