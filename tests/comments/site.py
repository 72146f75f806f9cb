"""A site with a section and articles, of the page types that the project at hand has.

The suite runs in the full project, and again in one that has only comments
and page types of its own.
"""

from dataclasses import dataclass
from typing import Any

from django.apps import apps
from wagtail.models import Locale, Page, Site

FULL = apps.is_installed("wagtail_gulf_summit.pages")


def page_type(name: str) -> Any:
    """The project's "article", "section", "review" (made from an article) or "plain" page type."""
    if FULL:
        labels = {"article": "ArticlePage", "section": "SectionPage", "plain": "FrontPage"}
        return apps.get_model("gulf_summit_pages", labels[name])
    labels = {"article": "BlogPage", "section": "BlogSection", "review": "ReviewPage", "plain": "PlainPage"}
    return apps.get_model("comments_only", labels[name])


@dataclass
class NewsSite:
    """``site`` with a section in Arabic, and its English translation."""

    site: Site
    home: Page
    section: Any
    section_en: Any


def build_site(hostname: str = "testserver") -> NewsSite:
    ar = Locale.objects.get_or_create(language_code="ar")[0]
    en = Locale.objects.get_or_create(language_code="en")[0]
    home = publish(Page.get_first_root_node(), Page(title="الأخبار", slug="news", locale=ar))
    site = Site.objects.get(is_default_site=True)
    site.root_page, site.hostname = home, hostname
    site.save()
    section = publish(home, page_type("section")(title="تكنولوجيا", slug="technology", locale=ar))
    home_en = home.copy_for_translation(en)
    home_en.save_revision().publish()
    return NewsSite(site, home, section, translate(section, en))


def publish(parent: Page, page: Any) -> Any:
    """``page`` added below ``parent`` and published, as the database has it then."""
    Page.objects.get(pk=parent.pk).add_child(instance=page)
    page.save_revision().publish()
    return type(page).objects.get(pk=page.pk)


def make_article(section: Any, kind: str = "article", **fields: Any) -> Any:
    """A published page of the project's type below ``section``."""
    number = Page.objects.count()
    fields = {"title": f"خبر {number}", "slug": f"story-{number}", "locale": section.locale, **fields}
    return publish(section, page_type(kind)(**fields))


def translate(page: Any, locale: Locale | None = None) -> Any:
    """A published translation of ``page``, into English unless told."""
    copy = page.copy_for_translation(locale or Locale.objects.get(language_code="en"), copy_parents=True)
    copy.save_revision().publish()
    return type(copy).objects.get(pk=copy.pk)
