"""The same fold for Elasticsearch and OpenSearch, as their own analysers.

The fold is a character filter made from ``fold``; the stemming is the engine's
light Arabic stemmer, and the unstemmed word stays beside the stem, so that it
ranks above. Broken plurals are found by the database backends only.
"""

from typing import Any

from modelsearch.utils import deep_update

from ..fold import fold

FOLD = "gulf_summit_fold"
STEM = "gulf_summit_stem"
FOLDED = "gulf_summit_folded"

ARABIC_BLOCKS = ((0x0600, 0x06FF), (0x0750, 0x077F), (0xFB50, 0xFDFF), (0xFE70, 0xFEFC))
HAMZA_BEFORE_WAW = ("ئو", "ءو", "ؤو")


def folded_backend(engine: Any, params: dict[str, Any]) -> Any:
    """A backend of the class ``engine`` whose index and queries fold; ``params`` are those of the engine.

    ``INDEX_SETTINGS`` of the site go over ours.
    """
    settings = deep_update(index_settings(), params.get("INDEX_SETTINGS", {}))
    backend = engine({**params, "INDEX_SETTINGS": settings})
    backend.mapping_class = _folded_mapping(backend.mapping_class)
    return backend


def index_settings() -> dict[str, Any]:
    """The analysers, for ``INDEX_SETTINGS``."""
    before = {"type": "custom", "char_filter": [FOLD], "tokenizer": "standard"}
    plain = ["lowercase", "asciifolding"]
    analysis = {
        "char_filter": {FOLD: {"type": "mapping", "mappings": fold_mappings()}},
        "filter": {STEM: {"type": "stemmer", "language": "arabic"}},
        "analyzer": {
            "default": {**before, "filter": [*plain, "keyword_repeat", STEM, "remove_duplicates"]},
            FOLDED: {**before, "filter": plain},
            "edgengram_analyzer": {**before, "filter": [*plain, "edgengram"]},
        },
    }
    return {"settings": {"analysis": analysis}}


def fold_mappings() -> list[str]:
    """Rules ``letter => folded`` for every Arabic character that ``fold`` changes."""
    letters = [chr(code) for first, last in ARABIC_BLOCKS for code in range(first, last + 1)]
    return [
        f"{_escaped(text)} => {_escaped(fold(text))}" for text in (*HAMZA_BEFORE_WAW, *letters) if fold(text) != text
    ]


def _escaped(text: str) -> str:
    return "".join(f"\\u{ord(character):04x}" for character in text)


def _folded_mapping(mapping_class: Any) -> Any:
    config = {"analyzer": "edgengram_analyzer", "search_analyzer": FOLDED}
    return type(f"Folded{mapping_class.__name__}", (mapping_class,), {"edgengram_analyzer_config": config})
