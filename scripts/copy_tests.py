"""Copy what the tests need, and not the package, so that they run against an installed wheel.

python scripts/copy_tests.py ROOT TARGET
"""

import shutil
import sys
from pathlib import Path

NEEDED = ("tests", "example_project", "docs", "scripts", "pyproject.toml", "tox.ini")
LEFT_OUT = shutil.ignore_patterns("__pycache__", "node_modules", "_build", "var")


def main(root: Path, target: Path) -> None:
    for name in (*NEEDED, *(page.name for page in root.glob("*.md"))):
        source, copy = root / name, target / name
        if source.is_dir():
            shutil.rmtree(copy, ignore_errors=True)
            shutil.copytree(source, copy, ignore=LEFT_OUT)
        elif source.exists():
            target.mkdir(parents=True, exist_ok=True)
            shutil.copy(source, copy)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
