"""Hold the Arabic catalogues to what a reader may expect of them.

    python scripts/check_catalogues.py            check, and name every fault
    python scripts/check_catalogues.py --write    collect the strings and compile the catalogues

Needs gettext. The checks: ``makemessages`` leaves no difference; no entry is fuzzy or empty; all six plural forms are
there; Arabic entries hold Arabic letters and no bidi embeddings; every ``.mo`` agrees with its ``.po``.
"""

import gettext
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import polib

ROOTS = ("wagtail_gulf_summit", "example_project")
LOCALE = "ar"
PLURALS = 6
IGNORED = ("node_modules", "var", "*.min.js", "client")

ARABIC = re.compile(r"[\u0620-\u064A]")
EMBEDDING = re.compile(r"[\u202A-\u202E]")
PLACEHOLDER = re.compile(r"%\(\w+\)[a-z]|%[a-z%]|\{\w*\}|<[^>]*>|https?://\S+")
# Names and acronyms stay as they are in Arabic copy.
NAME = re.compile(r"^(?:[A-Z0-9+.-]+|BibTeX|CSL-JSON|iCalendar|WordPress|Wagtail|Wikidata|django-comments-xtd)$")
CREATED = re.compile(r'^"(?:POT-Creation-Date|X-Generator|PO-Revision-Date):.*\n', re.M)


def manage(root: Path, *arguments: str) -> None:
    environment = {name: value for name, value in os.environ.items() if name != "DJANGO_SETTINGS_MODULE"}
    command = [sys.executable, "-m", "django", *arguments]
    subprocess.run(command, cwd=root, env=environment, check=True, stdout=subprocess.DEVNULL)


def make_messages(root: Path) -> None:
    for domain, extensions in (("django", "py,html,txt"), ("djangojs", "js")):
        ignore = [part for name in IGNORED for part in ("--ignore", name)]
        options = ("--extension", extensions, "--add-location", "file", "--no-wrap", "--no-obsolete")
        manage(root, "makemessages", "--locale", LOCALE, "--domain", domain, *options, *ignore)


def compile_messages(root: Path) -> None:
    manage(root, "compilemessages")


def catalogues(root: Path) -> list[Path]:
    return sorted(root.rglob(f"locale/{LOCALE}/LC_MESSAGES/*.po"))


def needs_arabic(source: str) -> bool:
    """Whether ``source`` says anything besides placeholders, names and acronyms."""
    words = re.findall(r"[\w+.-]*[A-Za-z][\w+.-]*", PLACEHOLDER.sub(" ", source))
    return any(not NAME.match(word.strip(".")) for word in words)


def faults_of_entry(entry: polib.POEntry) -> Iterator[str]:
    forms = entry.msgstr_plural or {0: entry.msgstr}
    if entry.fuzzy:
        yield "is fuzzy"
    if entry.msgid_plural and sorted(forms) != list(range(PLURALS)):
        yield f"has {len(forms)} plural forms, not {PLURALS}"
    if not all(text.strip() for text in forms.values()):
        yield "is empty"
    elif needs_arabic(entry.msgid) and not all(ARABIC.search(text) for text in forms.values()):
        yield "has no Arabic letters"
    if any(EMBEDDING.search(text) for text in [entry.msgid, *forms.values()]):
        yield "holds a bidi embedding"


def faults_of_catalogue(path: Path) -> Iterator[str]:
    catalogue = polib.pofile(str(path))
    if f"nplurals={PLURALS};" not in catalogue.metadata.get("Plural-Forms", ""):
        yield f"{path}: Plural-Forms does not say nplurals={PLURALS}"
    for entry in catalogue:
        for fault in faults_of_entry(entry):
            yield f"{path}:{entry.linenum}: {entry.msgid!r} {fault}"
    for entry in catalogue.obsolete_entries():
        yield f"{path}: {entry.msgid!r} is obsolete"
    yield from stale(path)


def messages(path: Path) -> dict[object, object]:
    with path.open("rb") as file:
        return dict(gettext.GNUTranslations(file)._catalog)  # type: ignore[attr-defined]


def stale(path: Path) -> Iterator[str]:
    compiled = path.with_suffix(".mo")
    with tempfile.TemporaryDirectory() as folder:
        fresh = Path(folder, "fresh.mo")
        result = subprocess.run(
            ["msgfmt", "--check-format", "-o", str(fresh), str(path)],
            capture_output=True,
            text=True,
        )
        if result.returncode:
            yield f"{path}: {result.stderr.strip()}"
        elif not compiled.exists():
            yield f"{compiled} is missing"
        else:
            old, new = messages(compiled), messages(fresh)
            old.pop("", None), new.pop("", None)  # the header holds dates
            if old != new:
                yield f"{compiled} is stale"


def uncollected(root: Path) -> Iterator[str]:
    """Catalogues that ``makemessages`` would change."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder, root.name)
        shutil.copytree(root, copy, ignore=shutil.ignore_patterns("node_modules", "var", "__pycache__"))
        make_messages(copy)
        for name in sorted({path.relative_to(tree) for tree in (root, copy) for path in catalogues(tree)}):
            before, after = (
                CREATED.sub("", (tree / name).read_text(encoding="utf-8")) if (tree / name).exists() else ""
                for tree in (root, copy)
            )
            if before != after:
                yield f"{root / name}: makemessages changes it; run make messages"


def main(arguments: list[str]) -> int:
    roots = [root for name in ROOTS if (root := Path(name)) and list(root.rglob("locale"))]
    if "--write" in arguments:
        for root in roots:
            make_messages(root)
            compile_messages(root)
        return 0
    paths = [path for root in roots for path in catalogues(root)]
    found = [fault for path in paths for fault in faults_of_catalogue(path)]
    found += [fault for root in roots for fault in uncollected(root)]
    if not paths:
        found.append("there is no Arabic catalogue")
    print("\n".join(found) if found else f"{len(paths)} catalogues are complete")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
