"""The reference leaves nothing out: settings, checks, signals and commands."""

import ast
import re
from pathlib import Path

import pytest

import wagtail_gulf_summit
from wagtail_gulf_summit.conf import Conf, conf

PACKAGE = Path(wagtail_gulf_summit.__file__).parent
REFERENCE = Path(__file__).parents[2] / "docs" / "reference"
SOURCES = {path: path.read_text(encoding="utf-8") for path in sorted(PACKAGE.rglob("*.py"))}

# Set by the settings of these tests, and so not at their default here.
NOT_DEFAULT: set[str] = set()


def table(name: str) -> dict[str, list[str]]:
    """The rows of a reference page's tables, by the code in their first cell."""
    rows = {}
    for line in (REFERENCE / name).read_text(encoding="utf-8").splitlines():
        cells = [cell.strip().replace("\\|", "|") for cell in re.split(r"(?<!\\)\|", line)[1:-1]]
        if cells and (found := re.fullmatch(r"`([^`]+)`", cells[0])):
            assert found.group(1) not in rows, f"{found.group(1)} stands twice in {name}"
            rows[found.group(1)] = cells[1:]
    return rows


def ids_in_sources() -> list[str]:
    return re.findall(r'id="(gulf_summit\.[EWI]\d{3})"', "\n".join(SOURCES.values()))


def test_every_setting_is_documented_and_no_other():
    settings = {name for name, member in vars(Conf).items() if name.startswith("GULF_SUMMIT_")}
    assert set(table("settings.md")) == settings


def test_every_setting_is_typed_and_described_in_the_code():
    for name, member in vars(Conf).items():
        if isinstance(member, property):
            assert member.__doc__, f"{name} has no docstring"
            assert member.fget.__annotations__.get("return"), f"{name} has no type"


@pytest.mark.parametrize("name", sorted(set(table("settings.md")) - NOT_DEFAULT))
def test_the_documented_default_is_the_default(name):
    documented = re.fullmatch(r"`(.*)`", table("settings.md")[name][0])
    assert documented, f"the default of {name} is not code"
    assert ast.literal_eval(documented.group(1)) == getattr(conf, name)


def test_every_check_is_documented_and_no_other():
    assert set(table("checks.md")) == set(ids_in_sources())


def test_every_check_has_a_number_of_its_own_and_a_hint():
    numbers: dict[str, set[str]] = {}
    for name in set(ids_in_sources()):
        numbers.setdefault(name[-3:], set()).add(name)
    assert {number: names for number, names in numbers.items() if len(names) > 1} == {}
    for path, source in SOURCES.items():
        for node in ast.walk(ast.parse(source)):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in {"Error", "Warning", "Info"}:
                keywords = {keyword.arg for keyword in node.keywords}
                assert {"hint", "id"} <= keywords, f"{path.name}:{node.lineno}"


def test_every_command_is_documented_and_no_other():
    commands = {path.stem for path in PACKAGE.rglob("management/commands/*.py") if not path.stem.startswith("_")}
    assert set(table("commands.md")) == commands


def test_every_signal_is_documented_and_no_other():
    signals = set(re.findall(r"^(\w+)(?:: \w+)? = Signal\(", "\n".join(SOURCES.values()), re.M))
    assert set(table("signals.md")) == signals


def test_one_module_reads_djangos_settings():
    readers = [
        str(path.relative_to(PACKAGE))
        for path, source in SOURCES.items()
        if "migrations" not in path.parts
        and re.search(r"^\s*from django\.conf import .*\bsettings\b|django\.conf\.settings", source, re.M)
    ]
    assert readers == ["conf.py"]


def test_one_module_looks_at_versions():
    readers = [
        str(path.relative_to(PACKAGE))
        for path, source in SOURCES.items()
        if re.search(r"\b(?:WAGTAIL_VERSION|django\.VERSION|wagtail\.VERSION|DJANGO_VERSION)\b", source)
    ]
    assert readers == ["compat.py"]
