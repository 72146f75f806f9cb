"""A site as the README makes one: ``wagtail start``, then the README's blocks, with any line left out."""

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Collection
from functools import cache
from pathlib import Path

from wagtail_gulf_summit.compat import WAGTAIL_8

ROOT = Path(__file__).parents[2]
# Several commands of manage.py in one process, for it takes longer to start than most of them take.
IN_TURN = """
import json, runpy, sys
for command in json.loads(sys.argv[1]):
    sys.argv = ["manage.py", *command]
    runpy.run_path("manage.py", run_name="__main__")
"""
START = "from wagtail.bin.wagtail import main; main()"


def code_for(page: str, name: str) -> list[str]:
    """The Python blocks of a page of the documentation whose first line names the file ``name``."""
    text = (ROOT / "docs" / page).read_text(encoding="utf-8")
    return re.findall(rf"```python\n# {re.escape(name)}(?:, [^\n]*)?\n(.*?)```", text, re.S)


def blocks() -> list[tuple[str, str, str]]:
    """The README's Python blocks that this Wagtail needs: the file, what to do with it, and the code."""
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    found = re.findall(r"```python\n# (mysite/\S+?\.py), ([^\n]*)\n(.*?)```", text, re.S)
    return [block for block in found if WAGTAIL_8 or block[1] != "on Wagtail 8.0"]


def lines() -> list[str]:
    return [line.strip() for _name, _where, code in blocks() for line in code.splitlines()]


@cache
def started_site() -> Path:
    """What ``wagtail start mysite`` makes, once for this process."""
    folder = Path(tempfile.mkdtemp(), "mysite")
    folder.mkdir()
    subprocess.run([sys.executable, "-c", START, "start", "mysite", str(folder)], check=True, capture_output=True)
    return folder


class ReadmeSite:
    """``without`` are lines of the README, as they stand there, that this site leaves out."""

    def __init__(self, folder: Path, without: Collection[str] = ()):
        self.folder = folder
        shutil.copytree(started_site(), folder)
        for name, where, code in blocks():
            kept = "\n".join(line for line in code.splitlines() if line.strip() not in without)
            path = folder / name
            before = "" if where == "the whole file" else path.read_text(encoding="utf-8")
            path.write_text(f"{before}{kept}\n", encoding="utf-8")

    def run(self, *command: str, code: int = 0) -> str:
        """What ``command`` prints, standard error after standard output."""
        environment = {
            name: value for name, value in os.environ.items() if not name.startswith(("DJANGO", "DATABASE"))
        }
        environment["PYTHONPATH"] = os.pathsep.join(path for path in sys.path if path)
        done = subprocess.run(command, cwd=self.folder, env=environment, capture_output=True, text=True)
        assert done.returncode == code, done.stdout + done.stderr
        return done.stdout + done.stderr

    def manage(self, *commands: str, code: int = 0) -> str:
        """What ``manage.py`` prints for each of the commands in turn."""
        words = [shlex.split(command) for command in commands]
        return self.run(sys.executable, "-c", IN_TURN, json.dumps(words), code=code)
