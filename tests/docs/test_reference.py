"""The reference leaves nothing out: settings, checks, signals and commands."""

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

import wagtail_gulf_summit
from wagtail_gulf_summit.conf import Conf

ROOT = Path(__file__).parents[2]
PACKAGE = Path(wagtail_gulf_summit.__file__).parent
SOURCES = {path: path.read_text(encoding="utf-8") for path in sorted(PACKAGE.rglob("*.py"))}


def table(name: str) -> dict[str, list[str]]:
    """The rows of a reference page's tables, by the code in their first cell."""
    rows = {}
    for line in (ROOT / "docs" / "reference" / name).read_text(encoding="utf-8").splitlines():
        cells = [cell.strip() for cell in re.split(r"(?<!\\)\|", line)[1:-1]]
        if cells and (found := re.fullmatch(r"`([^`]+)`", cells[0])):
            assert found.group(1) not in rows, f"{found.group(1)} stands twice in {name}"
            rows[found.group(1)] = cells[1:]
    return rows


def calls(*names: str):
    for path, source in SOURCES.items():
        for node in ast.walk(ast.parse(source)):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in names:
                yield path, node


def test_the_reference_is_what_the_code_declares():
    done = subprocess.run(
        [sys.executable, "scripts/write_reference.py", "--check"], cwd=ROOT, capture_output=True, text=True
    )
    assert done.stdout + done.stderr == "the reference is fresh\n"


def test_every_setting_is_listed_and_no_other():
    assert set(table("settings.md")) == {name for name in vars(Conf) if name.startswith("GULF_SUMMIT_")}


def test_every_setting_is_typed_and_described_in_the_code():
    for name, member in vars(Conf).items():
        if isinstance(member, property):
            assert member.__doc__, f"{name} has no docstring"
            assert member.fget.__annotations__.get("return"), f"{name} has no type"


def test_every_check_is_listed_and_no_other():
    assert set(table("checks.md")) == set(re.findall(r'id="(gulf_summit\.[EWI]\d{3})"', "\n".join(SOURCES.values())))


ROOMS = ["", "people", "citations", "articles", "events", "comments", "arabic", "delivery", "api", "pages"]


def test_every_check_has_an_id_of_its_own_from_its_room_and_a_hint():
    owners: dict[str, str] = {}
    for path, call in calls("Error", "Warning", "Info"):
        keywords = {keyword.arg: keyword.value for keyword in call.keywords}
        place = f"{path.relative_to(PACKAGE)}:{call.lineno}"
        assert {"hint", "id"} <= set(keywords), place
        identity = keywords["id"].value
        assert identity not in owners, f"{place} and {owners[identity]}"
        owners[identity] = place
        room = path.relative_to(PACKAGE).parts[0] if path.parent != PACKAGE else ""
        assert room == ROOMS[int(identity[-3])], place


def test_every_command_is_listed_and_no_other():
    commands = {path.stem for path in PACKAGE.rglob("management/commands/*.py") if not path.stem.startswith("_")}
    assert set(table("commands.md")) == commands


def test_every_signal_is_listed_and_no_other():
    signals = re.findall(r"^(\w+)(?:: \w+)? = Signal\(", "\n".join(SOURCES.values()), re.M)
    assert set(table("signals.md")) == set(signals)


@pytest.mark.parametrize("name", ["settings.md", "checks.md", "commands.md", "signals.md"])
def test_nothing_is_listed_without_a_word_about_it(name):
    column = 0 if name in ("checks.md", "commands.md") else 1
    assert [key for key, cells in table(name).items() if not cells[column]] == []


def readers(pattern: str) -> list[str]:
    return [
        str(path.relative_to(PACKAGE))
        for path, source in SOURCES.items()
        if "migrations" not in path.parts and re.search(pattern, source, re.M)
    ]


def test_one_module_reads_djangos_settings():
    assert readers(r"^\s*from django\.conf import .*\bsettings\b") == ["conf.py"]


def test_one_module_looks_at_versions():
    assert readers(r"\bWAGTAIL_VERSION\b|\bwagtail\.VERSION\b|from (?:django|wagtail) import VERSION") == ["compat.py"]
