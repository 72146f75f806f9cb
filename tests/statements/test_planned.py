"""What is asked of PostgreSQL past Django's cursor is what Django's cursor would have read."""

from datetime import datetime, timezone

import pytest
from django.db import OperationalError, connection, transaction

from wagtail_gulf_summit.statements import direct, planned
from wagtail_gulf_summit.statements.direct import KEPT_AFTER

pytestmark = [pytest.mark.postgresql, pytest.mark.django_db(transaction=True, serialized_rollback=True)]

STATEMENT = "SELECT %(kind)s AS kind, %(id)s AS id, %(now)s AS now, %(known)s IS NULL AS is_new, %(host)s AS body"
COLUMNS = "kind text, id bigint, now timestamptz, is_new boolean, body text"
FOR_ONE = (
    "SELECT %(kind)s AS kind, %(id)s AS id, %(known)s IS NULL AS is_new, %(host)s AS body WHERE %(port)s IS NOT NULL"
)
COLUMNS_FOR_ONE = "kind varchar, id bigint, is_new boolean, body text"
VALUES = {"kind": "مقال", "id": 2**40, "now": datetime(2014, 9, 17, tzinfo=timezone.utc), "known": None, "host": "نص"}


@pytest.fixture
def planned_statement():
    planned.install("default", {STATEMENT: COLUMNS})
    yield STATEMENT
    with connection.cursor() as cursor:
        cursor.execute(f"DROP FUNCTION {planned._name(STATEMENT)}")
    planned._installed.cache_clear()


@pytest.fixture
def planned_for_one():
    planned.install("default", {FOR_ONE: COLUMNS_FOR_ONE}, planned.ONE)
    yield FOR_ONE
    with connection.cursor() as cursor:
        cursor.execute(f"DROP FUNCTION {planned._name(FOR_ONE, planned.ONE)}")
    planned._installed.cache_clear()


@pytest.fixture
def cursors(monkeypatch):
    """How often Django's cursor was asked for."""
    asked, cursor = [], connection.cursor
    monkeypatch.setattr(connection, "cursor", lambda *args: asked.append(args) or cursor(*args))
    return asked


def test_it_reads_the_values_that_djangos_cursor_reads(planned_statement, cursors):
    directly = planned.run(planned_statement, VALUES)
    assert not cursors
    with transaction.atomic():
        assert planned.run(planned_statement, VALUES) == directly
    assert cursors
    assert directly == [("مقال", 2**40, VALUES["now"], True, "نص")]


def test_it_reads_texts_as_utf8_where_that_is_asked_for(planned_statement, cursors):
    assert planned.run(planned_statement, VALUES, 4)[0][4] == "نص".encode()
    assert not cursors


def kept_statements():
    rows = connection.connection.execute("SELECT name FROM pg_prepared_statements WHERE name LIKE 'gulf_summit_%'")
    return len(rows.fetchall())


def test_a_connection_keeps_a_statement_that_is_asked_for_again_and_again(planned_statement, cursors):
    answers = [planned.run(planned_statement, VALUES) for _time in range(KEPT_AFTER - 1)]
    assert kept_statements() == 0
    answers += [planned.run(planned_statement, VALUES) for _time in range(2)]
    assert kept_statements() == 1
    assert (answers, cursors) == (answers[:1] * (KEPT_AFTER + 1), [])


def test_what_is_kept_for_one_row_gives_what_the_function_gives(planned_for_one, cursors):
    values = {**VALUES, "port": 80}
    answers = [planned.run_for_one(planned_for_one, values, COLUMNS_FOR_ONE) for _time in range(KEPT_AFTER + 1)]
    assert kept_statements() == 1
    assert (answers, cursors) == ([("مقال", 2**40, True, "نص".encode())] * len(answers), [])
    assert planned.run_for_one(planned_for_one, {**values, "port": None}, COLUMNS_FOR_ONE) is None


def test_a_connection_that_forgets_its_statements_answers_all_the_same_and_keeps_no_more(planned_statement, cursors):
    answers = [planned.run(planned_statement, VALUES) for _time in range(KEPT_AFTER)]
    connection.connection.execute("DEALLOCATE ALL")
    answers += [planned.run(planned_statement, VALUES) for _time in range(KEPT_AFTER + 1)]
    assert answers == answers[:1] * len(answers)
    assert (kept_statements(), cursors) == (0, [])


def test_a_statement_that_another_client_of_a_pooler_kept_is_used(planned_statement, cursors):
    planned.run(planned_statement, VALUES)
    query = planned._direct_call(planned_statement)[0]
    connection.connection.pgconn.prepare(direct._name(query), query)
    answers = [planned.run(planned_statement, VALUES) for _time in range(KEPT_AFTER)]
    assert (len(answers), kept_statements(), cursors) == (KEPT_AFTER, 1, [])


@pytest.mark.parametrize("body", ["نص", "two\n\nlines", "", None])
@pytest.mark.parametrize("known", ["etag", None])
def test_one_row_is_read_as_one_value(planned_for_one, cursors, body, known):
    values = {**VALUES, "known": known, "host": body, "port": 80}
    directly = planned.run_for_one(planned_for_one, values, COLUMNS_FOR_ONE)
    assert not cursors
    with transaction.atomic():
        assert planned.run_for_one(planned_for_one, values, COLUMNS_FOR_ONE) == directly
    assert cursors
    assert directly == ("مقال", 2**40, known is None, None if body is None else body.encode())


def test_no_row_is_none(planned_for_one):
    values = {**VALUES, "port": None}
    assert planned.run_for_one(planned_for_one, values, COLUMNS_FOR_ONE) is None
    with transaction.atomic():
        assert planned.run_for_one(planned_for_one, values, COLUMNS_FOR_ONE) is None


def test_queries_that_are_logged_are_seen_in_the_log(planned_statement, django_assert_num_queries):
    with django_assert_num_queries(1):
        planned.run(planned_statement, VALUES)


@pytest.mark.parametrize("wrong", [{"host": "a\0b"}, {"id": 2**70}])
def test_a_value_that_cannot_be_sent_is_refused_by_django(planned_statement, wrong):
    with pytest.raises(Exception, match=r"NUL|out of range"):
        planned.run(planned_statement, {**VALUES, **wrong})
    assert planned.run(planned_statement, VALUES)


def test_a_connection_that_broke_is_told_by_django_and_made_anew(planned_statement):
    planned.run(planned_statement, VALUES)
    pid = connection.connection.info.backend_pid
    other = connection.copy()
    with other.cursor() as cursor:
        cursor.execute("SELECT pg_terminate_backend(%s)", [pid])
    other.close()
    with pytest.raises(OperationalError):
        planned.run(planned_statement, VALUES)
    connection.close()
    assert planned.run(planned_statement, VALUES)
