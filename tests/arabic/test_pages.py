"""Slugs, titles and redirects of pages, on the database at hand."""

import pytest
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ValidationError
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page, Site

from wagtail_gulf_summit.arabic.mixins import ReadablePageMixin
from wagtail_gulf_summit.arabic.redirects import stored_path

pytestmark = pytest.mark.django_db


class ReadablePage(ReadablePageMixin, Page):
    """A page type without a table of its own."""

    class Meta:
        proxy = True
        app_label = "wagtailcore"


@pytest.fixture
def home():
    ContentType.objects.clear_cache()  # that of ReadablePage may have been made in a test, and rolled back with it
    site = Site.objects.get(is_default_site=True)
    return site.root_page


def make(parent, title, model=ReadablePage, **values):
    page = model(title=title, **values)
    parent.add_child(instance=page)
    return page


def test_a_page_without_a_slug_gets_a_readable_one(home):
    assert make(home, "قِمّة الحكومـــات، دبي").slug == "قمة-الحكومات-دبي"
    assert make(home, "قمة الحكومات دبي").slug == "قمة-الحكومات-دبي-2"


def test_a_headline_of_two_hundred_letters_is_cut_between_words(home):
    page = make(home, "قمة الحكومات " * 16)
    assert page.slug == "-".join(["قمة-الحكومات"] * 6)
    assert len(page.slug) <= 80


def test_a_draft_gets_the_same_slug(home):
    assert make(home, "قِمّة الحكومـــات", live=False).slug == "قمة-الحكومات"


def test_the_editors_own_slug_stands(home):
    assert make(home, "قمة", slug="summit").slug == "summit"


def test_a_site_of_ascii_slugs_keeps_wagtails_rule(home, settings):
    settings.WAGTAIL_ALLOW_UNICODE_SLUGS = False
    assert make(home, "GITEX قمة").slug == "gitex"


def test_a_title_that_shows_something_else_is_refused(home):
    with pytest.raises(ValidationError) as refused:
        make(home, "\u202enimda")
    assert {name: [error.code for error in errors] for name, errors in refused.value.error_dict.items()} == {
        "title": ["unsafe_bidi"]
    }


def deep_page(home, levels):
    """A page whose path is far over 255 characters, and the first page on its way."""
    top = parent = make(home, "قمة الحكومات الخليجية الثالثة للتواصل الاجتماعي")
    for level in range(levels):
        parent = make(parent, f"الخدمات الحكومية الذكية في دول الخليج العربية {level}")
    return parent, top


@pytest.fixture
def rename(django_capture_on_commit_callbacks):
    def rename(page, slug):
        page = Page.objects.get(pk=page.pk)
        page.slug = slug
        with django_capture_on_commit_callbacks(execute=True):
            page.save_revision().publish()

    return rename


def test_a_long_address_still_leads_to_a_renamed_page(home, client, rename):
    page, top = deep_page(home, 6)
    old = Page.objects.get(pk=page.pk).url
    rename(top, "gone")
    new = Page.objects.get(pk=page.pk).url
    assert old != new
    for asked in (old, old + "?utm=1", old.rstrip("/")):
        answer = client.get(asked)
        assert (answer.status_code, answer["Location"]) == (301, new)


def test_a_short_address_is_redirected_as_before(home, client, rename):
    page = make(home, "قمة")
    old = page.url
    rename(page, "summit")
    assert client.get(old)["Location"] == Page.objects.get(pk=page.pk).url
    assert list(Redirect.objects.values_list("old_path", flat=True)) == ["/قمة"]


def test_a_page_renamed_twice_leaves_one_redirect_for_each_address(home, client, rename):
    page, top = deep_page(home, 6)
    first = Page.objects.get(pk=page.pk).url
    for slug in ("one", "قمة-الحكومات-الخليجية-الثالثة-للتواصل-الاجتماعي", "two"):
        rename(top, slug)
    assert client.get(first)["Location"] == Page.objects.get(pk=page.pk).url


def test_an_unknown_long_address_is_not_found(home, client):
    assert client.get("/" + "ا" * 400 + "/").status_code == 404
    assert client.get("/" + "ا" * 400 + "%00/").status_code == 404


def test_a_long_path_is_kept_by_its_beginning_and_digest():
    path = "/" + "قمة-" * 100
    assert len(stored_path(path)) == 255
    assert stored_path(path).startswith(path[:190])
    assert stored_path(path) != stored_path(path + "ا")
    assert stored_path("/قمة") == "/قمة"
