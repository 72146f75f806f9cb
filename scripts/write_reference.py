"""Write the files of the reference that say what the code declares.

They list settings, checks, commands and signals; ``openapi.json`` is the contract of the newsroom API.

python scripts/write_reference.py            write them into docs/reference
python scripts/write_reference.py --check    fail where a page is not what the code says
"""

import argparse
import ast
import inspect
import os
import re
import sys
from collections.abc import Iterator, Mapping
from importlib import import_module
from itertools import zip_longest
from pathlib import Path

ROOT = Path(__file__).parents[1]
REFERENCE = ROOT / "docs" / "reference"
ROOMS = {
    "0": "The whole package",
    "1": "People",
    "2": "Citations",
    "3": "Articles",
    "4": "Events",
    "5": "Reader comments",
    "6": "Arabic",
    "7": "Delivery",
    "8": "API",
    "9": "Pages",
}
GROUPS = {"ARABIC": "Arabic", "COMMENTS": "Reader comments", "IMAGE": "Images", "CITATION": "Citations"}


def package() -> Path:
    """Where the package is: beside this script, or installed."""
    import wagtail_gulf_summit

    return Path(wagtail_gulf_summit.__file__).parent


def sources() -> Iterator[tuple[Path, ast.Module]]:
    for path in sorted(package().rglob("*.py")):
        if "migrations" not in path.parts:
            yield path, ast.parse(path.read_text(encoding="utf-8"))


def table(head: tuple[str, ...], rows: list[tuple[str, ...]]) -> str:
    lines = [head, tuple("---" for _ in head), *rows]
    return "\n".join("| " + " | ".join(cell.replace("|", "\\|") for cell in line) + " |" for line in lines)


def markdown(docstring: str) -> str:
    """The docstring on one line, its ``code`` as Markdown writes it."""
    return re.sub(r"``(.+?)``", r"`\1`", " ".join(inspect.cleandoc(docstring).split()))


def grouped(rows: dict[str, list[tuple[str, ...]]], head: tuple[str, ...]) -> str:
    return "\n\n".join(f"## {title}\n\n{table(head, rows[title])}" for title in rows)


def settings_page() -> str:
    from django.conf import UserSettingsHolder, global_settings

    from wagtail_gulf_summit import conf

    conf.settings = UserSettingsHolder(global_settings)  # a site that sets nothing
    groups: dict[str, list[tuple[str, ...]]] = {}
    for name, member in vars(conf.Conf).items():
        if name.startswith("GULF_SUMMIT_"):
            group = GROUPS.get(name.removeprefix("GULF_SUMMIT_").split("_")[0], "The whole package")
            default = repr(getattr(conf.conf, name))
            groups.setdefault(group, []).append((f"`{name}`", f"`{default}`", markdown(member.__doc__)))
    groups = {title: groups[title] for title in ("The whole package", *sorted(GROUPS.values())) if title in groups}
    return (
        "# Settings\n\nAll are optional. Each is read when it is used, and a value that cannot work has a "
        "[system check](checks.md).\n\n" + grouped(groups, ("setting", "default", "meaning"))
    )


def text_of(node: ast.expr | None, constants: Mapping[str, str]) -> str:
    """A string or f-string as its author wrote it, with the names of what it inserts in braces."""
    if isinstance(node, ast.Constant):
        return str(node.value)
    if isinstance(node, ast.JoinedStr):
        return "".join(text_of(part, constants) for part in node.values)
    if isinstance(node, ast.FormattedValue) and ast.unparse(node.value) in constants:
        return constants[ast.unparse(node.value)]
    if isinstance(node, ast.FormattedValue):
        return "{" + re.sub(r"\W+", " ", ast.unparse(node.value)).strip().split(" ")[-1] + "}"
    if isinstance(node, ast.BinOp):
        return text_of(node.left, constants) + text_of(node.right, constants)
    if isinstance(node, ast.Call) and getattr(node.func, "id", "") in ("_", "gettext", "gettext_lazy"):
        return text_of(node.args[0], constants)
    return "…"


def string_constants(path: Path) -> dict[str, str]:
    """The module's names in capitals that stand for strings."""
    module = import_module(".".join(path.relative_to(package().parent).with_suffix("").parts))
    return {name: value for name, value in vars(module).items() if name.isupper() and isinstance(value, str)}


def checks_page() -> str:
    found: dict[str, tuple[str, str]] = {}
    for path, tree in sources():
        constants = string_constants(path) if path.name == "checks.py" else {}
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in ("Error", "Warning", "Info"):
                keywords = {keyword.arg: keyword.value for keyword in node.keywords}
                identity = text_of(keywords.get("id"), constants)
                message = node.args[0] if node.args else keywords.get("msg")
                found[identity] = (text_of(message, constants), text_of(keywords.get("hint"), constants))
    groups: dict[str, list[tuple[str, ...]]] = {}
    for identity in sorted(found, key=lambda identity: identity[-3:]):
        message, hint = found[identity]
        groups.setdefault(ROOMS[identity[-3]], []).append((f"`{identity}`", message, hint))
    return (
        "# System checks\n\n`manage.py check` shows them; E is an error, W a warning. Silence a warning that you know "
        "better than with Django's `SILENCED_SYSTEM_CHECKS`. Words in braces are filled in.\n\n"
        + grouped(groups, ("id", "what is wrong", "what to do"))
    )


def option_text(action: argparse.Action) -> str:
    name = ", ".join(f"`{option}`" for option in action.option_strings) or f"`{action.dest}`"
    return f"{name}: {action.help}" if action.help else name


def commands_page() -> str:
    from django.core.management import load_command_class
    from django.core.management.base import BaseCommand

    usual = {action.dest for action in BaseCommand().create_parser("", "")._actions}
    rows = []
    for path, _tree in sources():
        if path.parent.name == "commands" and not path.stem.startswith("_"):
            app = ".".join(path.relative_to(package().parent).parts[:-3])
            command = load_command_class(app, path.stem)
            actions = [action for action in command.create_parser("", path.stem)._actions if action.dest not in usual]
            options = "<br>".join(option_text(action) for action in actions)
            rows.append((f"`{path.stem}`", " ".join(str(command.help).split()), options))
    return "# Management commands\n\n" + table(("command", "what it does", "options"), sorted(rows))


def signals_page() -> str:
    rows = []
    for path, tree in sources():
        for node, following in zip_longest(tree.body, tree.body[1:]):
            target = node.targets[0] if isinstance(node, ast.Assign) else getattr(node, "target", None)
            call = getattr(node, "value", None)
            if isinstance(target, ast.Name) and isinstance(call, ast.Call) and text_name(call.func) == "Signal":
                module = ".".join(path.relative_to(package().parent).with_suffix("").parts)
                rows.append((f"`{target.id}`", f"`{module}`", description(path, node, following)))
    return "# Signals\n\n" + table(("signal", "module", "sent"), sorted(rows))


def text_name(node: ast.expr) -> str:
    return ast.unparse(node).rsplit(".", 1)[-1]


def description(path: Path, node: ast.stmt, following: ast.stmt | None) -> str:
    """The string below an assignment, else the comment above it."""
    if isinstance(following, ast.Expr) and isinstance(following.value, ast.Constant):
        return markdown(str(following.value.value))
    lines = path.read_text(encoding="utf-8").splitlines()[: node.lineno - 1]
    comment: list[str] = []
    while lines and lines[-1].startswith("#"):
        comment.insert(0, lines.pop().lstrip("#: "))
    return markdown(" ".join(comment))


def openapi_page() -> str:
    from wagtail_gulf_summit.api.management.commands.gulf_summit_schema import schema_text

    return schema_text().removesuffix("\n")


PAGES = {
    "openapi.json": openapi_page,
    "settings.md": settings_page,
    "checks.md": checks_page,
    "commands.md": commands_page,
    "signals.md": signals_page,
}


def main(check_only: bool) -> int:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.projects.full.settings")
    sys.path.insert(0, str(ROOT))
    import django

    django.setup()
    # The settings page last: it takes the site's own settings away.
    pages = {name: PAGES[name]() + "\n" for name in sorted(PAGES, key="settings.md".__eq__)}
    stale = [
        name
        for name, text in pages.items()
        if not (REFERENCE / name).exists() or (REFERENCE / name).read_text(encoding="utf-8") != text
    ]
    if check_only:
        print(
            "\n".join(f"docs/reference/{name} is stale: make reference" for name in stale) or "the reference is fresh"
        )
        return 1 if stale else 0
    for name in stale:
        (REFERENCE / name).write_text(pages[name], encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main("--check" in sys.argv))
