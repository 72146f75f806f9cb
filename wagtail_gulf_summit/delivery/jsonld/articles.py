"""An article as a schema.org ``NewsArticle``."""

from typing import Any

from ..builders.text import plain
from .base import CONTEXT, iso, known, one_or_many
from .people import organisation, speaker

#: The CSL types that schema.org has a type for; every other source is a ``CreativeWork``.
WORK_TYPES = {
    "report": "Report",
    "book": "Book",
    "chapter": "Chapter",
    "article-journal": "ScholarlyArticle",
    "article-newspaper": "NewsArticle",
    "webpage": "WebPage",
    "dataset": "Dataset",
    "legislation": "Legislation",
    "motion_picture": "VideoObject",
}


def article_jsonld(
    document: dict[str, Any],
    description: str,
    image: dict[str, Any] | None,
    authors: list[dict[str, Any]],
    publisher: dict[str, Any],
) -> dict[str, Any]:
    """``document`` is that of an article; the other arguments are schema.org objects.

    Its date of change is the one that readers are told: an editor's small repairs do not move it.
    """
    agency = document["dateline"]["agency"] if document["dateline"] else ""
    return known(
        {
            "@context": CONTEXT,
            "@type": "NewsArticle",
            "@id": document["html_url"],
            "url": document["html_url"],
            "mainEntityOfPage": document["html_url"],
            "headline": document["title"],
            "alternativeHeadline": document["kicker"],
            "description": description,
            "inLanguage": document["lang"],
            "image": image,
            "datePublished": iso(document["first_published_at"]),
            "dateModified": iso(document["updated_at"] or document["first_published_at"]),
            "dateline": document["dateline"]["text"] if document["dateline"] else None,
            "articleSection": document["section"]["title"] if document["section"] else None,
            "keywords": [topic["name"] for topic in document["topics"]],
            "author": one_or_many(authors or [publisher]),
            "sourceOrganization": organisation(agency) if agency else None,
            "publisher": publisher,
            "isAccessibleForFree": True,
            "hasPart": quotations(document["body"]),
            "citation": [creative_work(citation["csl"]) for citation in document["citations"]],
            "about": [_event(summit) for summit in document["summits"]],
            "correction": [
                known({"@type": "CorrectionComment", "text": plain(one["text"]), "datePublished": one["date"]})
                for one in document["corrections"]
            ],
            "commentCount": document["comments"]["count"],
        }
    )


def quotations(body: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The speaker quotes of a body, each as a ``Quotation``."""
    return [
        known({"@type": "Quotation", "text": plain(block["value"]["quote"]), "creator": speaker(block["value"])})
        for block in body
        if block["type"] in ("speaker_quote", "quote")
    ]


def creative_work(csl: dict[str, Any]) -> dict[str, Any]:
    """A CSL-JSON item as a ``CreativeWork`` or one of its kinds."""
    issued = csl.get("issued", {}).get("date-parts", [[]])[0]
    return known(
        {
            "@type": WORK_TYPES.get(csl["type"], "CreativeWork"),
            "name": csl["title"],
            "author": [_csl_author(name) for name in csl.get("author", [])],
            "publisher": organisation(csl["publisher"]) if csl.get("publisher") else None,
            "datePublished": "-".join(f"{part:02d}" for part in issued),
            "url": csl.get("URL"),
            "isbn": csl.get("ISBN"),
            "identifier": f"https://doi.org/{csl['DOI']}" if csl.get("DOI") else None,
            "inLanguage": csl.get("language"),
        }
    )


def _csl_author(name: dict[str, str]) -> dict[str, Any]:
    if "literal" in name:
        return {"@type": "Person", "name": name["literal"]}
    return known({"@type": "Person", "familyName": name.get("family"), "givenName": name.get("given")})


def _event(summit: dict[str, Any]) -> dict[str, Any]:
    return known(
        {
            "@type": "Event",
            "@id": summit["html_url"],
            "name": summit["title"],
            "url": summit["html_url"],
            "startDate": iso(summit["start"]),
            "endDate": iso(summit["end"]),
            "location": {"@type": "Place", "name": summit["city"]} if summit["city"] else None,
        }
    )
