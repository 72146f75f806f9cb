import pytest
from django.core.management import call_command
from django.db import connection

from wagtail_gulf_summit.arabic.checks import check_arabic_settings, check_search_backend, check_search_index
from wagtail_gulf_summit.arabic.search.plan import create_index, drop_index, index_exists, table_name

BACKEND = {"BACKEND": "wagtail_gulf_summit.arabic.search"}


def ids(messages):
    return [message.id for message in messages]


def test_good_settings_pass(settings):
    settings.WAGTAILSEARCH_BACKENDS = {"default": BACKEND}
    assert check_arabic_settings(None) == check_search_backend(None) == []


@pytest.mark.parametrize(
    ("name", "value", "found"),
    [
        ("GULF_SUMMIT_ARABIC_REGION", "uae", "gulf_summit.E600"),
        ("GULF_SUMMIT_ARABIC_DIGITS", "hindi", "gulf_summit.E601"),
    ],
)
def test_a_setting_that_cannot_work_is_an_error(settings, name, value, found):
    setattr(settings, name, value)
    assert ids(check_arabic_settings(None)) == [found]


@pytest.mark.parametrize(
    ("backends", "found"),
    [
        ({}, ["gulf_summit.W603"]),
        ({"default": {"BACKEND": "wagtail.search.backends.database"}}, ["gulf_summit.W603"]),
        ({"default": {"BACKEND": "wagtail.search.backends.elasticsearch8"}}, []),
    ],
)
def test_a_backend_that_does_not_fold_is_warned_about(settings, backends, found):
    settings.WAGTAILSEARCH_BACKENDS = backends
    assert ids(check_search_backend(None)) == found


@pytest.mark.django_db
def test_a_new_database_has_the_index_it_needs():
    assert check_search_index(["default"]) == []


@pytest.mark.postgresql
@pytest.mark.django_db(transaction=True)
def test_a_missing_index_is_warned_about_and_built_by_the_command(capsys):
    drop_index(connection)
    assert ids(check_search_index(["default"])) == ["gulf_summit.W604"]
    call_command("gulf_summit_search_index")
    call_command("gulf_summit_search_index")
    assert capsys.readouterr().out == "The index is built.\nNothing to build.\n"
    assert check_search_index(["default"]) == []


@pytest.mark.postgresql
@pytest.mark.django_db(transaction=True)
def test_a_search_is_planned_over_the_index():
    create_index(connection)
    assert index_exists(connection)
    with connection.cursor() as cursor:
        cursor.execute("SET enable_seqscan = off")
        cursor.execute(f"EXPLAIN SELECT id FROM {table_name()} WHERE (title || body) @@ to_tsquery('x')")
        plan = "\n".join(row[0] for row in cursor.fetchall())
        cursor.execute("RESET enable_seqscan")
    assert "gulf_summit_search_title_body" in plan


@pytest.mark.postgresql
@pytest.mark.django_db(transaction=True)
def test_little_waits_to_be_sorted_into_the_index_for_every_search_reads_it():
    drop_index(connection)
    create_index(connection)
    with connection.cursor() as cursor:
        cursor.execute("SELECT reloptions FROM pg_class WHERE relname = 'gulf_summit_search_title_body'")
        assert cursor.fetchone() == (["gin_pending_list_limit=512"],)
