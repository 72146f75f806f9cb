"""A cited source cannot be deleted; whoever tries is told where it is cited."""

import pytest
from django.db import transaction
from django.db.models import ProtectedError
from django.urls import reverse

from tests.citations.factories import SourceFactory, make_article, paragraph
from wagtail_gulf_summit.citations.models import Source
from wagtail_gulf_summit.citations.usage import citing_counts, uses_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def cited():
    source = SourceFactory(title="التقرير")
    make_article(paragraph("أ", source), title="مقال القمة")
    return source


def test_deleting_names_the_pages(cited):
    with pytest.raises(ProtectedError, match=r"“التقرير”.*مقال القمة"), transaction.atomic():
        cited.delete()
    assert Source.objects.filter(pk=cited.pk).exists()


def test_deleting_many_is_refused_for_one_that_is_cited(cited):
    SourceFactory()
    with pytest.raises(ProtectedError), transaction.atomic():
        Source.objects.all().delete()
    assert Source.objects.count() == 2


def test_a_draft_that_cites_a_source_keeps_it_too():
    source = SourceFactory()
    article = make_article("<p>أ</p>")
    article.body = [("quote", {"quote": paragraph("أ", source), "speaker": ""})]
    article.save_revision()
    assert [(use.object.pk, use.is_draft) for use in uses_of(source)] == [(article.pk, True)]
    with pytest.raises(ProtectedError):
        source.delete()


def test_an_uncited_source_is_deleted():
    source = SourceFactory()
    source.delete()
    assert Source.objects.count() == 0


def test_a_source_is_free_again_when_its_last_citation_is_gone(cited):
    page = uses_of(cited)[0].object
    page.body = [("paragraph", "<p>أ</p>")]
    page.save_revision().publish()
    cited.delete()
    assert Source.objects.count() == 0


@pytest.mark.parametrize("method", ["get", "post"])
def test_admin_shows_the_pages_instead_of_deleting(admin_client, cited, method):
    url = reverse(Source.snippet_viewset.get_url_name("delete"), args=[cited.pk])
    response = getattr(admin_client, method)(url)
    assert response.status_code == 409
    assert "مقال القمة" in response.content.decode()
    assert Source.objects.filter(pk=cited.pk).exists()


def test_admin_refuses_in_bulk(admin_client, cited):
    url = reverse("wagtail_bulk_action", args=["gulf_summit_citations", "source", "delete"]) + f"?id={cited.pk}"
    response = admin_client.post(url)
    assert response.status_code == 409
    assert "مقال القمة" in response.content.decode()
    assert Source.objects.filter(pk=cited.pk).exists()


def test_counts_of_citing_pages_come_in_one_query(cited, django_assert_num_queries):
    other = SourceFactory()
    make_article(paragraph("أ", cited), paragraph("ب", cited))
    list(citing_counts([cited]))
    with django_assert_num_queries(1):
        assert citing_counts([cited, other]) == {cited.pk: 2, other.pk: 0}
