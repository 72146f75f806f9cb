import pytest
from django.core.management import call_command
from django.utils import translation

from tests.events.factories import home


@pytest.fixture(autouse=True)
def in_english():
    with translation.override("en"):
        yield


@pytest.fixture
def run_import(tmp_path, capsys):
    """``run_import(text, **options)`` imports a file of that content below the front page; what was printed."""

    def run(content, name="schedule.json", **options):
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        options = options if "summit" in options else {"parent": home().pk, **options}
        call_command("gulf_summit_import_schedule", str(path), **options)
        return capsys.readouterr().out

    return run
