"""Rebuilding and comparing by command, and what a reader meets before anybody has."""

import pytest
from django.core.management import CommandError, call_command
from django.utils.translation import gettext_lazy

from wagtail_gulf_summit.delivery.models import DocumentKey, StoredDocument
from wagtail_gulf_summit.delivery.store.schema import schema_version

from .doors import document, listed

pytestmark = pytest.mark.django_db


def run(name, capsys, *options):
    call_command(name, *options)
    return capsys.readouterr().out


def test_a_site_without_documents_gets_them_all_and_the_second_run_does_nothing(client, news_site, article, capsys):
    StoredDocument.objects.all().delete()
    assert run("gulf_summit_rebuild_documents", capsys).splitlines()[-1] == "5 computed, 0 failed"
    assert run("gulf_summit_rebuild_documents", capsys) == "0 computed, 0 failed\n"
    assert run("gulf_summit_compare_documents", capsys) == "5 compared, 0 different\n"
    assert listed(client, section=news_site.section.pk) == [article.pk]


def test_a_run_that_was_stopped_goes_on_where_it_was(news_site, article):
    from wagtail_gulf_summit.delivery.store.rebuild import out_of_date, refresh_all, sow

    StoredDocument.objects.all().delete()
    assert sow() == 5
    run = refresh_all()
    next(run), next(run)
    assert out_of_date().count() == 3
    assert len(list(refresh_all())) == 3


def test_a_page_without_a_document_is_computed_when_it_is_read(client, article):
    StoredDocument.objects.all().delete()
    assert document(client, article)["title"] == "خبر اليوم"


def test_a_stored_document_that_was_tampered_with_is_found(article, capsys):
    StoredDocument.objects.filter(kind="article").update(document="{}")
    DocumentKey.objects.all().delete()
    with pytest.raises(CommandError, match="--all mends"):
        call_command("gulf_summit_compare_documents")
    assert f"article {article.pk}: document, keys" in capsys.readouterr().out
    call_command("gulf_summit_rebuild_documents", "--all")
    assert run("gulf_summit_compare_documents", capsys).endswith("5 compared, 0 different\n")


def test_rows_of_what_is_gone_are_dropped(article, capsys):
    call_command("gulf_summit_rebuild_documents")
    capsys.readouterr()
    StoredDocument.objects.create(kind="person", object_id=999, lang="ar")
    assert run("gulf_summit_rebuild_documents", capsys) == "0 new, 1 of what is gone\n0 computed, 0 failed\n"


def test_the_contract_has_one_version_in_every_process_and_another_with_other_settings(settings):
    settings.WAGTAIL_CONTENT_LANGUAGES = [("ar", gettext_lazy("Arabic")), ("en", gettext_lazy("English"))]
    first = schema_version()
    settings.WAGTAIL_CONTENT_LANGUAGES = [("ar", gettext_lazy("Arabic")), ("en", gettext_lazy("English"))]
    assert schema_version() == first
    settings.WAGTAIL_CONTENT_LANGUAGES = [("ar", gettext_lazy("Arabic"))]
    assert schema_version() != first


@pytest.mark.postgresql
def test_postgresql_keeps_the_plans_of_what_is_read_most(client, article):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    document(client, article)
    for address in (f"articles/{article.pk}/", "articles/", "articles/?lang=ar&fields=card"):
        with CaptureQueriesContext(connection) as queries:
            assert client.get(f"/api/newsroom/{address}").status_code == 200
        assert [" gulf_summit_read_" in query["sql"] for query in queries] == [True]


@pytest.mark.postgresql
def test_without_the_functions_the_statements_themselves_are_run(client, article, monkeypatch):
    from wagtail_gulf_summit.statements import planned

    served = document(client, article)
    monkeypatch.setattr(planned, "_installed", lambda alias: frozenset())
    assert document(client, article) == served
