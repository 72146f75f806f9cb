"""Refuse CSS that names left or right: a page that reads from the right must be laid out by its own direction.

    python scripts/check_css.py [FOLDER ...]

Looks at style sheets, ``<style>`` elements and ``style`` attributes. A rule that must stay physical says why in a
comment on its own line: ``/* physical: the map's tiles are drawn from the left */``.
"""

import re
import sys
from collections.abc import Iterator
from pathlib import Path

FOLDERS = ("wagtail_gulf_summit", "example_project")
LEFT_OUT = {"node_modules", "var", "__pycache__"}

SIDE = re.compile(
    r"""(?ix)
    (?<![\w-])(?:
        (?:margin|padding|border|scroll-margin|scroll-padding|inset)-(?:left|right)[\w-]*\s*:
      | border-(?:top|bottom)-(?:left|right)-radius\s*:
      | (?:left|right)\s*:
      | (?:text-align|float|clear|caption-side)\s*:\s*(?:left|right)\b
      | (?:background-position|transform-origin|object-position|background)(?:-x)?\s*:[^;}]*\b(?:left|right)\b
    )
    """
)
SHORTHAND = re.compile(
    r"(?i)(?<![\w-])(?:margin|padding|inset|border-width|scroll-margin|scroll-padding)\s*:\s*([^;}]+)"
)
STYLE = re.compile(r"""(?is)<style\b[^>]*>(.*?)</style>|\bstyle\s*=\s*"([^"]*)"|\bstyle\s*=\s*'([^']*)'""")
COMMENT = re.compile(r"/\*.*?\*/", re.S)
EXCUSE = "physical:"


def uneven(values: str) -> bool:
    """Whether a four-value shorthand treats its second (right) and fourth (left) values differently."""
    parts = re.findall(r"[^\s(]+(?:\([^)]*\))?", values.replace("!important", ""))
    return len(parts) == 4 and parts[1] != parts[3]


def faults(css: str) -> Iterator[tuple[int, str]]:
    """The line number, from 1, and the text of each physical direction in ``css``."""
    lines = css.split("\n")
    bare = COMMENT.sub(lambda found: re.sub(r"[^\n]", " ", found.group()), css).split("\n")
    for number, (line, code) in enumerate(zip(lines, bare, strict=True), start=1):
        if EXCUSE in line:
            continue
        if SIDE.search(code) or any(uneven(found.group(1)) for found in SHORTHAND.finditer(code)):
            yield number, line.strip()


def faults_of_file(path: Path) -> Iterator[tuple[int, str]]:
    text = path.read_text(encoding="utf-8")
    if path.suffix != ".html":
        yield from faults(text)
        return
    for found in STYLE.finditer(text):
        group = next(index for index in (1, 2, 3) if found.group(index) is not None)
        first = text.count("\n", 0, found.start(group))
        for number, line in faults(found.group(group)):
            yield first + number, line


def main(folders: list[str]) -> int:
    files = [
        path
        for folder in folders
        for path in sorted(Path(folder).rglob("*"))
        if path.suffix in {".css", ".scss", ".html"} and not LEFT_OUT & set(path.parts)
    ]
    found = [f"{path}:{number}: {line}" for path in files for number, line in faults_of_file(path)]
    print("\n".join(found) if found else f"{len(files)} files lay out by direction")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:] or list(FOLDERS)))
