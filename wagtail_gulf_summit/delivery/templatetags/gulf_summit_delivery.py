"""Tags for templates of any page: ``{% load gulf_summit_delivery %}``."""

from typing import Any

from django import template
from django.utils.html import format_html_join
from django.utils.safestring import SafeString

from wagtail_gulf_summit.delivery.jsonld.script import script_json
from wagtail_gulf_summit.delivery.kinds import build

register = template.Library()


@register.simple_tag
def page_jsonld(page: Any) -> SafeString | str:
    """What schema.org calls ``page``, for its head: the objects that the API gives as well.

    Nothing for a page that has no address yet, as in the preview of a new one.
    """
    if not page.pk or page.get_url_parts() is None:
        return ""
    things = build(page).document.model_dump(mode="json")["seo"]["jsonld"]
    return format_html_join(
        "\n", '<script type="application/ld+json">{}</script>', ([script_json(thing)] for thing in things)
    )
