"""The how-to's page types migrate, pass the checks, and need no migration for a block more or less."""

import pytest

from .readme import ReadmeSite, code_for

OURS = " ".join(f"gulf_summit_{room}" for room in ("people", "citations", "comments", "articles", "pages"))


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    site = ReadmeSite(tmp_path_factory.mktemp("own") / "mysite")
    models = site.folder / "home" / "models.py"
    code = code_for("how-to/own-page-types.md", "home/models.py")
    assert len(code) == 3
    models.write_text(models.read_text(encoding="utf-8") + "\n".join(code), encoding="utf-8")
    site.output = site.manage("makemigrations home", "check", f"makemigrations {OURS} --check --dry-run")
    return site


def test_the_page_types_have_no_mistakes_and_no_app_of_ours_needs_a_migration_for_them(site):
    assert "gulf_summit.E" not in site.output
    assert "No changes detected in apps" in site.output


def test_a_block_dropped_makes_no_migration(site):
    models = site.folder / "home" / "models.py"
    models.write_text(models.read_text(encoding="utf-8").replace("    gallery = None\n", ""), encoding="utf-8")
    assert site.manage("makemigrations home --check --dry-run") == "No changes detected in app 'home'\n"


def test_the_migration_names_no_block_and_no_module_of_the_package_but_its_fields(site):
    (migration,) = (site.folder / "home" / "migrations").glob("0003_*.py")
    text = migration.read_text(encoding="utf-8")
    for name in ("articles.blocks", "people.blocks", "ReportBlock", "PollBlock"):
        assert name not in text
    assert "SpeakerQuoteBlock" not in text and "desk" in text
