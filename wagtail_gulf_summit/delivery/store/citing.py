"""The published pages that cite a source."""

import json
from typing import Any

from ..kinds import ARTICLE, SUMMIT
from .lists import Asked, list_documents
from .visible import Place

#: What a document gives to say where a source is cited.
FIELDS = ("id", "title", "slug", "path", "html_url", "type", "lang", "dir")
MOST = 100


def pages_citing(source_id: int, place: Place) -> list[dict[str, Any]]:
    """The pages of the site that cite the source and may be seen, the newest first; 100 at most. Two queries."""
    found = []
    for kind in (ARTICLE, SUMMIT):
        listed = list_documents(Asked(kind, MOST, form="card", keys=[("source", [source_id])]), place)
        found += [(card.get("first_published_at") or "", card) for card in map(json.loads, listed.texts)]
    found.sort(key=lambda one: one[0], reverse=True)
    return [{name: card[name] for name in FIELDS} for _published, card in found[:MOST]]
