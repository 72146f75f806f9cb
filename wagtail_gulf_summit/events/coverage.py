"""The stories that cover a summit.

Articles name the summits they cover; the way back is read from Wagtail's
reference index, so this room knows nothing of articles.
"""

from __future__ import annotations

from typing import Any

import swapper
from django.contrib.contenttypes.models import ContentType
from wagtail.models import ReferenceIndex

from wagtail_gulf_summit.people.public import on_site_of, readable

Page = swapper.load_model("wagtailcore", "Page")


def coverage_of(summit: Any, limit: int = 50) -> list[Any]:
    """The pages that name ``summit``, or a translation of it, under ``summits``; newest first.

    In its language and on its site, as far as readers may see them.
    """
    family = Page.objects.filter(translation_key=summit.translation_key).values_list("pk", flat=True)
    page_type = ContentType.objects.get_for_model(Page)
    named_by = ReferenceIndex.objects.filter(
        base_content_type=page_type,
        to_content_type=page_type,
        to_object_id__in=[str(pk) for pk in family],
        model_path__startswith="summits.",
    )
    keys = {int(key) for key in named_by.values_list("object_id", flat=True)}
    found = Page.objects.filter(on_site_of(summit), pk__in=keys, locale_id=summit.locale_id)
    return list(readable(found).order_by("-first_published_at", "-pk").specific()[:limit])
