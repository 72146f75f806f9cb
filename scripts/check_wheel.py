"""Check that a wheel holds the package as it is in the repository: every file, and nothing else.

python scripts/check_wheel.py dist/wagtail_gulf_summit-0.1.0-py3-none-any.whl
"""

import subprocess
import sys
import zipfile
from pathlib import PurePosixPath

PACKAGE = "wagtail_gulf_summit"
# Each of these kinds of file has gone missing from somebody's wheel.
EXPECTED_SUFFIXES = {".py", ".html", ".css", ".js", ".po", ".mo", ".typed"}


def tracked() -> set[str]:
    listing = subprocess.run(
        ["git", "ls-files", "-z", PACKAGE],
        check=True,
        capture_output=True,
        text=True,
    ).stdout
    return {name for name in listing.split("\0") if name}


def main(wheel: str) -> int:
    with zipfile.ZipFile(wheel) as archive:
        names = {name for name in archive.namelist() if ".dist-info/" not in name}
    sources = tracked()
    found = [f"missing from the wheel: {name}" for name in sorted(sources - names)]
    found += [f"not in the repository: {name}" for name in sorted(names - sources)]
    suffixes = {PurePosixPath(name).suffix or PurePosixPath(name).name for name in names} | {
        ".typed" if name.endswith("py.typed") else "" for name in names
    }
    found += [f"no {suffix} file in the wheel" for suffix in sorted(EXPECTED_SUFFIXES - suffixes)]
    print("\n".join(found) if found else f"{len(names)} files, as in the repository")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
