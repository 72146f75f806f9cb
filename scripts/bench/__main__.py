"""python -m scripts.bench [module...]: see the README beside this file."""

import importlib
import os
import pkgutil
import subprocess
import sys
from pathlib import Path
from urllib.parse import urlsplit

DEFAULT_URL = "postgres://root@127.0.0.1:5432/gulf_summit_bench"


def main(names: list[str]) -> int:
    known = [
        module.name
        for module in pkgutil.iter_modules([str(Path(__file__).parent)])
        if module.name not in ("tools", "__main__")
    ]
    unknown = [name for name in names if name not in known]
    if unknown:
        print(f"There is no benchmark {', '.join(unknown)}. There are: {', '.join(known)}.")
        return 2
    url = os.environ.get("DATABASE_URL") or DEFAULT_URL
    if urlsplit(url).scheme not in ("postgres", "postgresql"):
        print("The benchmarks run on PostgreSQL alone: set DATABASE_URL to one on this machine.")
        return 2
    if len(names) == 1:
        return run(names[0])
    # Each in a process of its own: Django is set up once, for one database.
    failed = [
        name for name in names or known if subprocess.run([sys.executable, "-m", "scripts.bench", name]).returncode
    ]
    print(f"\nBars that do not hold: {', '.join(failed)}" if failed else "\nAll bars hold.")
    return bool(failed)


def run(name: str) -> int:
    """Run one module in its own database; 1 if one of its bars does not hold."""
    os.environ["DATABASE_URL"] = f"{(os.environ.get('DATABASE_URL') or DEFAULT_URL)}_{name}"
    os.environ["DJANGO_SETTINGS_MODULE"] = "scripts.bench.tools.settings"
    import django

    django.setup()
    from django.core.management import call_command

    from .tools import Bench
    from .tools.database import make_database

    make_database()
    call_command("migrate", verbosity=0)
    bench = Bench()
    module = importlib.import_module(f"scripts.bench.{name}")
    print(f"\n=== {(module.__doc__ or name).splitlines()[0]}")
    module.run(bench)
    return 0 if bench.finish() else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
