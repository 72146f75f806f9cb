"""What search engines and previews of links are told."""

from typing import Any
from urllib.parse import urljoin

from wagtail_gulf_summit.articles.about import pages_about
from wagtail_gulf_summit.conf import conf
from wagtail_gulf_summit.events.structured_data import summit_jsonld
from wagtail_gulf_summit.images import image_value
from wagtail_gulf_summit.people.models import Organisation
from wagtail_gulf_summit.people.names import fold_name
from wagtail_gulf_summit.people.values import shown_on_page
from wagtail_gulf_summit.richtext import display_html

from ..jsonld.articles import article_jsonld
from ..jsonld.pages import breadcrumbs, collection, website
from ..jsonld.people import author, organisation, person_jsonld, picture
from .pages import ancestors, page_ref, site_of
from .people import person_document
from .text import plain


def seo(page: Any, document: dict[str, Any], objects: list[dict[str, Any]]) -> dict[str, Any]:
    """A ``Seo``: ``objects`` and the trail of pages that lead to ``page``."""
    return {
        "title": getattr(page, "seo_title", "") or page.title,
        "description": description_of(page, document),
        "jsonld": [*objects, breadcrumbs(document, _trail(page))],
    }


def description_of(page: Any, document: dict[str, Any]) -> str:
    """The editor's description, else the words that open the page."""
    opening = document.get("standfirst") or document.get("theme") or document.get("intro") or ""
    return getattr(page, "search_description", "") or plain(opening)


def article_objects(page: Any, document: dict[str, Any]) -> list[dict[str, Any]]:
    """The schema.org objects of an article, but for the trail."""
    publisher = publisher_of(page)
    shown = share_picture(page, document)
    image = picture(shown["image"], shown["credit"], shown["licence"]) if shown else publisher.get("logo")
    return [article_jsonld(document, description_of(page, document), image, _authors(page, document), publisher)]


def _authors(page: Any, document: dict[str, Any]) -> list[dict[str, Any]]:
    """Who wrote the story: the people of its bylines, else the agency of its dateline where its website is known."""
    people = [shown_on_page(child.value["person"]) for child in page.bylines]
    people = [person for person in people if person is not None]
    pages = {key: page_ref(one) for key, one in pages_about("person_page", people, page).items()}
    return [
        author(byline, list(person.same_as), (pages.get(person.translation_key) or {}).get("html_url", ""))
        for byline, person in zip(document["bylines"], people, strict=True)
    ] or _agency(document)


def _agency(document: dict[str, Any]) -> list[dict[str, Any]]:
    name = document["dateline"]["agency"] if document["dateline"] else ""
    if not name:
        return []
    known = Organisation.objects.filter(folded=fold_name(name), live=True).exclude(website="").order_by("pk").first()
    return [organisation(name, known.website)] if known else []


def share_picture(page: Any, document: dict[str, Any]) -> dict[str, Any] | None:
    """What stands for the story elsewhere: its image for sharing, its main image, or the first picture in its text.

    ``{image, credit, licence}``; ``None`` for a story without any picture.
    """
    if shared := image_value(getattr(page, "social_image", None)):
        return {"image": shared, "credit": "", "licence": ""}
    if document.get("hero"):
        return dict(document["hero"])
    in_text = (block["value"] for block in document.get("body", ()) if block["type"] == "image")
    return next((value for value in in_text if value["image"]), None)


def person_page_objects(page: Any, document: dict[str, Any]) -> list[dict[str, Any]]:
    """The ``Person`` that a page is about; nothing while they are not published."""
    person = shown_on_page(page.person)
    if person is None:
        return []
    about = person_document(person)
    return [person_jsonld(person, about["photo"], about["affiliations"], about["bio"], document["html_url"])]


def topic_page_objects(page: Any, document: dict[str, Any]) -> list[dict[str, Any]]:
    """The collection of stories on a topic; nothing while it is not published."""
    topic = shown_on_page(page.topic)
    if topic is None:
        return []
    return [collection(document, plain(display_html(page.intro)) or topic.description, topic.name)]


def front_page_objects(page: Any, document: dict[str, Any]) -> list[dict[str, Any]]:
    """The site in one language, and who publishes it; nothing for a page that is not the root of its site."""
    if all(root.root_path != page.url_path for root in page._get_relevant_site_root_paths()):
        return []
    return website(document, publisher_of(page)["name"], publisher_of(page))


def summit_objects(page: Any, document: dict[str, Any], slots: list[Any]) -> list[dict[str, Any]]:
    """The schema.org objects of a summit, but for the trail."""
    hero = document["hero"]
    return [summit_jsonld(page, document["html_url"], slots, hero["image"]["src"] if hero else "")]


def publisher_of(page: Any) -> dict[str, Any]:
    """Who publishes the site of ``page``, as an ``Organization``."""
    site = site_of(page)
    name = conf.GULF_SUMMIT_PUBLISHER_NAME or site.site_name or conf.WAGTAIL_SITE_NAME or site.hostname
    return organisation(name, site.root_url, urljoin(site.root_url, conf.GULF_SUMMIT_PUBLISHER_LOGO))


def _trail(page: Any) -> list[dict[str, Any]]:
    """The pages from the front page of this language down to the one above ``page``."""
    refs = [page_ref(one) for one in reversed(ancestors(page))]
    return [ref for ref in refs if ref is not None]
