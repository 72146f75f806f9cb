"""What is sent to Elasticsearch; the engine itself is not run here."""

import pytest
from wagtail.models import Page

from wagtail_gulf_summit.arabic.fold import fold
from wagtail_gulf_summit.arabic.search import SearchBackend
from wagtail_gulf_summit.arabic.search.elasticsearch import fold_mappings

ENGINE = "wagtail.search.backends.elasticsearch8"


def unescaped(text):
    return text.encode("ascii").decode("unicode_escape")


def folded_by_rules(text):
    """The character filter as Elasticsearch runs it: the longest rule that fits, from left to right."""
    rules = dict(map(unescaped, rule.split(" => ")) if " => " in rule else (rule, "") for rule in fold_mappings())
    folded, position = "", 0
    while position < len(text):
        found = next((length for length in (2, 1) if text[position : position + length] in rules), None)
        folded += rules[text[position : position + found]] if found else text[position]
        position += found or 1
    return folded


@pytest.mark.parametrize(
    "text",
    ["الإنترنت", "مُؤَسَّسَة", "مسئول", "مسؤول", "رءوس", "العربيـــة", "ﻗﻤﺔ", "٢٠١٤", "مستشفى", "گوگل", "هٰذا", "آراء"],
)
def test_the_character_filter_folds_as_we_do(text):
    assert folded_by_rules(text) == fold(text)


def test_the_analysers_reach_the_index_of_the_engine():
    backend = SearchBackend(
        {"ENGINE": ENGINE, "URLS": ["http://127.0.0.1:9"], "INDEX_SETTINGS": {"settings": {"x": 1}}}
    )
    settings = backend.settings["settings"]
    assert settings["x"] == 1
    assert settings["analysis"]["analyzer"]["default"] == {
        "type": "custom",
        "char_filter": ["gulf_summit_fold"],
        "tokenizer": "standard",
        "filter": ["lowercase", "asciifolding", "keyword_repeat", "gulf_summit_stem", "remove_duplicates"],
    }
    assert settings["analysis"]["filter"]["edgengram"]["type"] == "edge_ngram"


def test_words_being_typed_are_folded_and_not_cut():
    backend = SearchBackend({"ENGINE": ENGINE, "URLS": ["http://127.0.0.1:9"]})
    mapping = backend.mapping_class(Page).get_mapping()["properties"]
    assert mapping["_edgengrams"] == {
        "type": "text",
        "analyzer": "edgengram_analyzer",
        "search_analyzer": "gulf_summit_folded",
    }
