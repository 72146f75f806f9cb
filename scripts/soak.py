"""Make random edits for a long time, and compare what the newsroom API serves with what it should, after each.

    python -m scripts.soak --steps 500 --seed 1

On the database of ``DATABASE_URL``, which must be of no other use: SQLite in ``build/`` unless it is set. Stopped and
begun again with the same seed it goes on where it was; ``--afresh`` begins anew.
"""

import argparse
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

FOLDER = Path("build/soak")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--steps", type=int, default=500, help="edits in all (500)")
    parser.add_argument("--seed", type=int, default=1, help="of the dice (1)")
    parser.add_argument("--afresh", action="store_true", help="begin anew in an empty database")
    options = parser.parse_args()
    FOLDER.mkdir(parents=True, exist_ok=True)
    url = os.environ.get("DATABASE_URL") or f"sqlite:///{FOLDER / 'soak.sqlite3'}"
    os.environ["DATABASE_URL"] = url
    os.environ["DJANGO_SETTINGS_MODULE"] = "tests.projects.full.settings"
    counter = FOLDER / f"{url.partition(':')[0]}-{options.seed}.txt"
    if options.afresh or not counter.exists():
        counter.unlink(missing_ok=True)
        subprocess.run([sys.executable, "scripts/empty_database.py", url], check=True)
    set_up()
    from tests.delivery import edits

    if not counter.exists():
        build_site()
        counter.write_text("0")
    done = int(counter.read_text())
    for number in range(done, options.steps):
        name, found = edits.step(options.seed, number)
        print(f"{number + 1} of {options.steps}  {name}", flush=True)
        if found:
            print("\n".join(found))
            print(f"Step {number + 1} left a difference. Begin again with --afresh once it is mended.")
            return 1
        counter.write_text(str(number + 1))
    print(f"No difference in {options.steps} steps.")
    return 0


def set_up() -> None:
    import django
    from django.conf import settings

    settings.MEDIA_ROOT = str(FOLDER.absolute() / "media")
    django.setup()


def build_site() -> None:
    from django.core.management import call_command

    from tests.api.newsroom_site import build_newsroom
    from tests.sites import build_news_site

    call_command("migrate", verbosity=0)
    make: Any = build_newsroom
    make(build_news_site())


if __name__ == "__main__":
    sys.exit(main())
