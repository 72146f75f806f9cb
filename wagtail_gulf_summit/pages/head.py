"""What search engines and previews of links are told, from the same documents as the API."""

from dataclasses import dataclass, field
from typing import Any

from django.utils.safestring import SafeString

from wagtail_gulf_summit.arabic.locales import babel_locale
from wagtail_gulf_summit.delivery.builders.seo import share_picture
from wagtail_gulf_summit.delivery.jsonld.script import script_json
from wagtail_gulf_summit.delivery.kinds import build

from .feeds import feed_links


@dataclass(frozen=True)
class Head:
    title: str
    canonical: str
    description: str
    og_type: str
    og_locale: str
    site_name: str
    image: dict[str, Any] | None
    alternates: list[dict[str, Any]] = field(default_factory=list)
    feeds: list[dict[str, str]] = field(default_factory=list)
    jsonld: list[SafeString] = field(default_factory=list)


def page_head(page: Any) -> Head:
    """The head of a page that has a public address."""
    document = build(page).document.model_dump(mode="json")
    site = page.get_site()
    return Head(
        title=document["seo"]["title"],
        canonical=getattr(page, "canonical_url", "") or document["html_url"],
        description=document["seo"]["description"],
        og_type="article" if document["type"] == "article" else "website",
        og_locale=str(babel_locale(document["lang"])),
        site_name=site.site_name if site else "",
        image=(share_picture(page, document) or {}).get("image"),
        alternates=document["alternates"],
        feeds=feed_links(page, document["lang"]),
        jsonld=[script_json(thing) for thing in document["seo"]["jsonld"]],
    )
