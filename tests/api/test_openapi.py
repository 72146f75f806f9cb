"""The contract: OpenAPI 3.1, committed, typed to the last value."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

SNAPSHOT = Path(__file__).parents[2] / "docs" / "reference" / "openapi.json"
STALE = f"{SNAPSHOT.name} is not what the API says now: make reference"
SAID_NOTHING = {"title", "description", "default", "examples"}


@pytest.fixture(scope="module")
def contract() -> dict[str, Any]:
    return json.loads(SNAPSHOT.read_text(encoding="utf-8"))


def operations(contract) -> Iterator[tuple[str, dict[str, Any]]]:
    for path, methods in contract["paths"].items():
        for method, operation in methods.items():
            yield f"{method.upper()} {path}", operation


def test_the_committed_contract_is_what_the_api_says(client, contract):
    assert contract["openapi"] == "3.1.0"
    assert client.get("/api/newsroom/openapi.json").json() == contract, STALE


def test_the_command_writes_the_committed_contract(tmp_path, capsys):
    path = tmp_path / "openapi.json"
    call_command("gulf_summit_schema", path)
    assert path.read_text(encoding="utf-8") == SNAPSHOT.read_text(encoding="utf-8")
    call_command("gulf_summit_schema")
    assert capsys.readouterr().out == path.read_text(encoding="utf-8")


def test_the_command_tells_a_stale_file_from_a_fresh_one(tmp_path):
    call_command("gulf_summit_schema", SNAPSHOT, check=True)
    stale = tmp_path / "openapi.json"
    stale.write_text("{}", encoding="utf-8")
    with pytest.raises(CommandError):
        call_command("gulf_summit_schema", stale, check=True)
    assert stale.read_text(encoding="utf-8") == "{}"


def test_the_command_says_what_to_do_where_the_api_is_not_mounted(settings, monkeypatch):
    from wagtail_gulf_summit.api.newsroom import newsroom

    monkeypatch.setattr(newsroom, "_documents", {})
    settings.ROOT_URLCONF = "tests.api.no_urls"
    with pytest.raises(CommandError, match=re.escape('path("api/newsroom/", newsroom.urls)')):
        call_command("gulf_summit_schema")


def test_every_operation_has_a_name_of_its_own_and_a_summary(contract):
    names = [operation["operationId"] for _name, operation in operations(contract)]
    assert len(names) == len(set(names))
    assert [name for name, operation in operations(contract) if not operation.get("summary")] == []


def test_every_answer_has_a_schema_and_every_error_is_a_problem(contract):
    for name, operation in operations(contract):
        for status, response in operation["responses"].items():
            if status == "304":
                assert "content" not in response, name
            elif status == "default" or int(status) >= 400:
                assert list(response["content"]) == ["application/problem+json"], name
            else:
                assert all(content["schema"] for content in response["content"].values()), name
        assert "default" in operation["responses"]


@pytest.mark.django_db
def test_a_card_is_given_where_the_contract_offers_one_and_nowhere_else(client, newsroom, contract):
    ids = {
        "summits": newsroom.summit,
        "people": newsroom.person,
        "sources": newsroom.source,
        "articles": newsroom.article,
    }
    offered = {}
    for path, operation in ((path, methods["get"]) for path, methods in contract["paths"].items() if "get" in methods):
        fields = [one for one in operation.get("parameters", []) if one["name"] == "fields"]
        if fields:
            address = path.replace("{id}", str(ids[path.split("/")[3]].pk if "{id}" in path else ""))
            offered[address] = "`card`" in fields[0]["description"]
    assert sum(offered.values()) == 4
    answers = {address: client.get(address, {"fields": "card"}).status_code for address in offered}
    assert answers == {address: 200 if has_card else 400 for address, has_card in offered.items()}


def untyped(node: Any, path: str = "") -> Iterator[str]:
    """Where a schema allows anything."""
    if isinstance(node, dict):
        for name, child in node.get("properties", {}).items():
            if set(child) <= SAID_NOTHING:
                yield f"{path}.{name}"
        for key, child in node.items():
            yield from untyped(child, f"{path}.{key}")
    elif isinstance(node, list):
        for number, child in enumerate(node):
            yield from untyped(child, f"{path}[{number}]")


def test_no_value_is_left_without_a_type(contract):
    assert list(untyped(contract["components"]["schemas"])) == []


def test_blocks_are_told_apart_by_their_type(contract):
    body = contract["components"]["schemas"]["Article"]["properties"]["body"]["items"]
    assert body["discriminator"]["propertyName"] == "type"
    assert sorted(body["discriminator"]["mapping"]) == [
        "embed", "fact_box", "gallery", "heading", "image", "paragraph", "pull_quote", "related_article",
        "speaker_quote", "statistic", "table",
    ]  # fmt: skip
    assert len(body["oneOf"]) == 11
