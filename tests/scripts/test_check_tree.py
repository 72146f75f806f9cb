from scripts.check_tree import LONGEST, foreign_paths, too_long


def test_a_long_module_is_a_fault_and_a_long_migration_is_none(tmp_path):
    module = tmp_path / "views.py"
    module.write_text("pass\n" * (LONGEST + 1))
    migration = tmp_path / "migrations" / "0001_initial.py"
    migration.parent.mkdir()
    migration.write_text("pass\n" * (LONGEST + 1))
    assert too_long([module, migration]) == [f"{module}: {LONGEST + 1} lines, over {LONGEST}"]
    module.write_text("pass\n" * LONGEST)
    assert too_long([module]) == []


def test_a_path_of_one_machine_is_a_fault(tmp_path):
    note = tmp_path / "note.md"
    home = "/" + "home/someone/project"
    note.write_text(f"see {home}\nGET /api/v2/pages/ and https://example.com{home}\n")
    (tmp_path / "picture.png").write_bytes(b"\x89PNG\xff\xfe")
    assert foreign_paths([note, tmp_path / "picture.png"]) == [f"{note}:1: see {home}"]
