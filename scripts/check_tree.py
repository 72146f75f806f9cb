"""Keep modules small, and keep the paths of one person's machine out of the repository.

python scripts/check_tree.py
"""

import re
import subprocess
import sys
from pathlib import Path

LONGEST = 350
# Paths that exist on the machine of whoever wrote them, and nowhere else.
FOREIGN = re.compile(r"(?<![\w./:-])/(?:home|root|work|opt|Users)/\w|\.\./(?:shared)\b")


def tracked() -> list[Path]:
    names = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        check=True,
        capture_output=True,
        text=True,
    ).stdout
    return [path for name in names.split("\0") if name and (path := Path(name)).is_file()]


def too_long(paths: list[Path]) -> list[str]:
    modules = [path for path in paths if path.suffix == ".py" and "migrations" not in path.parts]
    sizes = {path: len(path.read_text(encoding="utf-8").splitlines()) for path in modules}
    return [f"{path}: {size} lines, over {LONGEST}" for path, size in sizes.items() if size > LONGEST]


def foreign_paths(paths: list[Path]) -> list[str]:
    found = []
    for path in paths:
        try:
            lines = path.read_text(encoding="utf-8").splitlines()
        except UnicodeDecodeError:
            continue
        found += [f"{path}:{n}: {line.strip()[:120]}" for n, line in enumerate(lines, 1) if FOREIGN.search(line)]
    return found


def main() -> int:
    paths = tracked()
    found = too_long(paths) + foreign_paths(paths)
    print("\n".join(found) if found else f"{len(paths)} files are in order")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
