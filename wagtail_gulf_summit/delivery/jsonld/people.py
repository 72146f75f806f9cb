"""People and organisations as schema.org objects."""

from typing import Any

from ..builders.text import plain
from .base import CONTEXT, known, one_or_many


def person_jsonld(
    person: Any, photo: dict[str, Any] | None, affiliations: list[dict[str, Any]], bio: str = "", url: str = ""
) -> dict[str, Any]:
    """A ``Person``. ``photo``, ``affiliations`` and ``bio`` are those of the document; ``url`` is of their own page.

    Only roles without a last day are told, so that the object does not change with the calendar.
    """
    held = [one for one in affiliations if one["valid_until"] is None]
    return known(
        {
            "@context": CONTEXT,
            "@type": "Person",
            "@id": f"{url}#person" if url else None,
            "url": url,
            "name": person.name,
            "description": plain(bio),
            "givenName": person.given_name,
            "familyName": person.family_name,
            "image": photo["src"] if photo else None,
            "jobTitle": one_or_many([one["role"] for one in held]),
            "worksFor": [organisation(one["organisation"]["name"]) for one in held if one["organisation"]],
            "sameAs": list(person.same_as),
        }
    )


def speaker(value: dict[str, Any]) -> dict[str, Any] | None:
    """The ``Person`` of a speaker quote's value; ``None`` where it names nobody."""
    if not value["person"]:
        return None
    affiliation = value["organisation"]
    return known(
        {
            "@type": "Person",
            "name": value["person"]["name"],
            "jobTitle": value["role"],
            "affiliation": organisation(affiliation["name"]) if affiliation else None,
        }
    )


def author(byline: dict[str, Any], same_as: list[str], url: str = "") -> dict[str, Any]:
    """The ``Person`` of a byline: ``url`` is of their own page; without one, their first address elsewhere tells."""
    return known(
        {
            "@type": "Person",
            "name": byline["person"]["name"],
            "jobTitle": byline["role"],
            "image": byline["person"]["photo"]["src"] if byline["person"]["photo"] else None,
            "url": url or (same_as[0] if same_as else None),
            "sameAs": same_as,
        }
    )


def organisation(name: str, url: str = "", logo: str = "") -> dict[str, Any]:
    """An ``Organization``."""
    return known({"@type": "Organization", "name": name, "url": url, "logo": image_object(logo) if logo else None})


def image_object(url: str) -> dict[str, Any]:
    """An ``ImageObject`` known by its address alone."""
    return {"@type": "ImageObject", "url": url, "contentUrl": url}


def picture(image: dict[str, Any], credit: str = "", licence: str = "") -> dict[str, Any]:
    """An ``ImageObject`` of ``images.image_value``."""
    return known(
        {
            **image_object(image["src"]),
            "width": f"{image['width']} px",
            "height": f"{image['height']} px",
            "caption": image["alt"],
            "creditText": credit,
            "copyrightNotice": licence,
        }
    )
