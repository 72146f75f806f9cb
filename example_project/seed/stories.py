"""The body of the article as StreamField data, with citations where the text has [1] and [2]."""

import json
from html import escape
from typing import Any

from .data import key


def body(data: dict[str, Any], people: dict[str, int], sources: dict[str, int]) -> str:
    """The stored body: the lead, then the blocks in their order.

    ``people`` and ``sources`` give primary keys by the seed's own names.
    """
    blocks = [{"type": "paragraph", **data["lead"]}, *data["body"]]
    return json.dumps([story_block(block, people, sources) for block in blocks], ensure_ascii=False)


def story_block(block: dict[str, Any], people: dict[str, int], sources: dict[str, int]) -> dict[str, Any]:
    html = rich_text(block["text"], block["id"], {ref: sources[ref] for ref in block.get("footnote_refs", [])})
    if block["type"] == "paragraph":
        return {"type": "paragraph", "value": html, "id": block_id(block)}
    value = {
        "quote": html,
        "person": people[block["speaker"]],
        "role_override": "",
        "organisation_override": "",
        "attribution": block["attribution"],
        "continued": block["continued"],
    }
    return {"type": "speaker_quote", "value": value, "id": block_id(block)}


def block_id(block: dict[str, Any]) -> str:
    """The same in both languages, as wagtail-localize keeps it."""
    return str(key(f"block:{block['id']}"))


def rich_text(text: str, block_key: str, sources: dict[str, int]) -> str:
    """One paragraph as Wagtail stores it, each ``[n]`` of ``sources`` made a citation."""
    html = escape(text, quote=False)
    for marker, source_id in sources.items():
        html = html.replace(f"[{marker}]", f'<a linktype="citation" id="{source_id}">[{marker}]</a>')
    return f'<p data-block-key="{block_key}">{html}</p>'
