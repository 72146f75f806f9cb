"""A hostile source does no harm anywhere it is shown, even if it never went through a form."""

import json
import re

import pytest
from django.urls import reverse
from wagtail.models import Page, Site

from tests.citations.factories import SourceFactory, make_article, names, paragraph
from wagtail_gulf_summit.citations.bibtex import source_to_bibtex
from wagtail_gulf_summit.citations.csl import source_to_csl
from wagtail_gulf_summit.citations.formatting import format_source_html
from wagtail_gulf_summit.citations.models import LinkCheck, Source

pytestmark = pytest.mark.django_db

SCRIPT = '</script><script>alert(1)</script>"><img src=x onerror=alert(2)>'
OVERRIDE = "\u202e"
ADDRESS = "javascript:alert(3)"
DANGER = re.compile(r"<script>alert|<img src=x|href=[\"']?javascript:|\u202e", re.IGNORECASE)


@pytest.fixture
def hostile():
    """As if written to the database by other means than ours."""
    source = SourceFactory()
    Source.objects.filter(pk=source.pk).update(
        title=f"{OVERRIDE}{SCRIPT}{'طويل ' * 2000}",
        authors=names(f"{OVERRIDE}{SCRIPT}"),
        publisher=names(SCRIPT),
        container_title=f"{OVERRIDE}{SCRIPT}",
        edition=SCRIPT,
        place=SCRIPT,
        volume='"><script>alert(1)',
        note=f"{OVERRIDE}{SCRIPT}",
        language='"><script>alert(1)',
        url=ADDRESS,
        archive_url=ADDRESS,
        doi='10.1/"><script>alert(1)',
    )
    return Source.objects.get(pk=source.pk)


@pytest.fixture
def article(hostile):
    home = Page.objects.get(depth=2)
    Site.objects.update(root_page=home)
    return make_article(paragraph("أ", (hostile, "&lt;/script&gt;&lt;script&gt;alert(1)")), parent=home)


def admin(name: str, *args) -> str:
    return reverse(Source.snippet_viewset.get_url_name(name), args=args)


def chooser(name: str) -> str:
    return reverse(Source.snippet_viewset.chooser_viewset.get_url_name(name))


def test_formatted_source_and_exports(hostile):
    html = str(format_source_html(hostile, "ar"))
    assert not DANGER.search(html)
    assert "javascript" not in html
    item = source_to_csl(hostile)
    assert "URL" not in item
    assert OVERRIDE not in json.dumps(item, ensure_ascii=False) + source_to_bibtex(hostile)


def test_printed_text_is_escaped():
    source = SourceFactory(printed=f"{OVERRIDE}{SCRIPT}")
    assert not DANGER.search(format_source_html(source, "ar"))


def test_public_page(client, article):
    html = client.get(article.get_url()).content.decode()
    assert "doc-endnotes" in html
    assert not DANGER.search(html)


def test_every_page_of_the_admin(admin_client, hostile, article, frozen_now):
    LinkCheck.objects.create(source=hostile, url=ADDRESS, error=SCRIPT, checked_at=frozen_now)
    SourceFactory(title=hostile.title)
    merge = reverse("wagtail_bulk_action", args=["gulf_summit_citations", "source", "merge"])
    pages = [
        admin("list"), admin("edit", hostile.pk), admin("usage", hostile.pk), admin("history", hostile.pk),
        admin("delete", hostile.pk), chooser("choose"), chooser("choose_results"),
        f"{merge}?id={hostile.pk}&id={hostile.pk}", reverse("gulf_summit_citations:duplicates"),
        reverse("gulf_summit_citations:dead_links"),
        f"{reverse('gulf_summit_citations:locator')}?source={hostile.pk}&locator=%3Cscript%3Ealert(1)",
        reverse("wagtailadmin_pages:edit", args=[article.pk]),
    ]  # fmt: skip
    found = {}
    for address in pages:
        response = admin_client.get(address)
        assert response.status_code in (200, 409), address
        html = response.content.decode()
        if response["Content-Type"].startswith("application/json"):
            html = json.loads(html).get("html", "")
        found[address] = re.findall(r"<script>alert|<img src=x|href=[\"']?javascript:", html)
    assert found == {address: [] for address in pages}


def test_the_editors_tooltip(admin_client, hostile):
    answer = admin_client.get(reverse("gulf_summit_citations:info"), {"ids": f"{hostile.pk},x,99999999999999999999"})
    assert list(answer.json()["sources"]) == [str(hostile.pk)]
    assert not DANGER.search(answer.json()["sources"][str(hostile.pk)]["html"])


def test_saving_drops_what_is_dangerous(hostile):
    hostile.save()
    hostile.refresh_from_db()
    assert (hostile.url, hostile.archive_url, OVERRIDE in hostile.title) == ("", "", False)


@pytest.mark.parametrize("field", ["title", "edition", "printed"])
def test_a_form_says_why_it_refuses(field):
    source = SourceFactory.build(locale=None)
    setattr(source, field, f"أ{OVERRIDE}ب")
    with pytest.raises(Exception, match=r".") as refused:
        source.clean()
    assert list(refused.value.message_dict) == [field]


def test_a_title_of_ten_thousand_characters_is_kept_and_shortened_in_lists(admin_client):
    source = SourceFactory(title="ط" * 10_000)
    source.refresh_from_db()
    assert len(source.title) == 10_000
    assert len(str(source)) == 200
    assert "ط" * 201 not in admin_client.get(admin("list")).content.decode()
