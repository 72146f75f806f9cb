"""Make the database of a URL anew and empty, or drop it.

python scripts/empty_database.py postgres://root@127.0.0.1/name
python scripts/empty_database.py --drop mysql://root@127.0.0.1/name
python scripts/empty_database.py sqlite:///name.sqlite3
"""

import sys
from pathlib import Path

import dj_database_url
import django
from django.conf import settings


def main(url: str, drop_only: bool) -> None:
    settings.configure(DATABASES={"default": dj_database_url.parse(url)})
    django.setup()
    from django.db import connection

    if connection.vendor == "sqlite":
        Path(connection.settings_dict["NAME"]).unlink(missing_ok=True)
        return
    name = connection.ops.quote_name(connection.settings_dict["NAME"])
    encoding = " CHARACTER SET utf8mb4" if connection.vendor == "mysql" else ""
    with connection._nodb_cursor() as cursor:
        cursor.execute(f"DROP DATABASE IF EXISTS {name}")
        if not drop_only:
            cursor.execute(f"CREATE DATABASE {name}{encoding}")


if __name__ == "__main__":
    main(sys.argv[-1], "--drop" in sys.argv)
