"""A small news site in Arabic and English, as most tests need one."""

from dataclasses import dataclass
from typing import Any

from wagtail.models import Locale, Page, Site

from wagtail_gulf_summit.pages.models import FrontPage, SectionPage


@dataclass
class NewsSite:
    """``site`` with a front page and a section «تكنولوجيا» in Arabic, and their English translations."""

    site: Site
    ar: Locale
    en: Locale
    front: FrontPage
    front_en: FrontPage
    section: SectionPage
    section_en: SectionPage

    def parent(self, language: str = "ar") -> SectionPage:
        """The section of that language, as the database has it now."""
        return type(self.section).objects.get(pk=(self.section if language == "ar" else self.section_en).pk)


def build_news_site(hostname: str = "testserver") -> NewsSite:
    ar = Locale.objects.get_or_create(language_code="ar")[0]
    en = Locale.objects.get_or_create(language_code="en")[0]
    root = Page.get_first_root_node()
    front = publish(root, FrontPage(title="أخبار الخليج", slug="gulf-news", locale=ar))
    site = Site.objects.get(is_default_site=True)
    welcome = site.root_page
    site.root_page, site.hostname, site.site_name = front, hostname, "أخبار الخليج"
    site.save()
    welcome.specific.delete()
    section = publish(front, SectionPage(title="تكنولوجيا", slug="technology", locale=ar))
    front_en = translate(front, en, title="Gulf News")
    section_en = translate(section, en, title="Technology")
    return NewsSite(site, ar, en, front, front_en, section, section_en)


def publish(parent: Page, page: Any) -> Any:
    """``page`` added below ``parent`` and published, as the database has it then."""
    page.live = False
    Page.objects.get(pk=parent.pk).add_child(instance=page)
    return republish(page)


def republish(page: Any) -> Any:
    """``page`` with its changes published, as the database has it then."""
    page.save_revision().publish()
    return type(page).objects.get(pk=page.pk)


def translate(page: Any, locale: Locale, **fields: Any) -> Any:
    """A published translation of ``page`` with other values in some fields."""
    page = type(page).objects.get(pk=page.pk)
    copy = page.copy_for_translation(locale, copy_parents=True)
    for name, value in fields.items():
        setattr(copy, name, value)
    return republish(copy)
