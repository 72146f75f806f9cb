"""The report of what is not translated or is out of date."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.models import Page
from wagtail_localize.models import Translation, TranslationSource

from tests.articles.factories import make_article, paragraph
from tests.sites import build_news_site, republish, translate
from wagtail_gulf_summit.arabic.translations import with_translation_state

pytestmark = pytest.mark.django_db


@pytest.fixture
def news():
    return build_news_site()


def states(news, origin="ar", into="en"):
    pages = with_translation_state(Page.objects.all(), getattr(news, origin), getattr(news, into))
    return dict(pages.values_list("title", "translation_state"))


def article(news, title, slug, **fields):
    return make_article(news.parent(), paragraph("نص"), title=title, slug=slug, **fields)


def test_each_page_has_the_state_of_its_translation(news):
    article(news, "بلا ترجمة", "missing")
    draft = translate(article(news, "ترجمته مسودة", "draft"), news.en, title="Draft")
    draft.unpublish()
    changed = article(news, "عُدّل بعد ترجمته", "outdated")
    translate(changed, news.en, title="Outdated")
    republish(changed)
    assert states(news) == {
        "أخبار الخليج": "done",
        "تكنولوجيا": "done",
        "بلا ترجمة": "missing",
        "ترجمته مسودة": "draft",
        "عُدّل بعد ترجمته": "outdated",
    }


def test_an_alias_is_no_translation_and_no_original(news):
    one = article(news, "خبر", "story")
    one.copy_for_translation(news.en, copy_parents=True, alias=True)
    assert states(news)["خبر"] == "missing"
    assert states(news, "en", "ar") == {}


def test_what_wagtail_localize_waits_for_is_told(news):
    one = article(news, "خبر", "story")
    source, _made = TranslationSource.update_or_create_from_instance(one)
    translation = Translation.objects.create(source=source, target_locale=news.en, enabled=True)
    translation.save_target(publish=True)
    republish(one.get_translation(news.en))
    assert states(news)["خبر"] == "partly"
    assert "خبر" not in states(news, "en", "ar")


def test_the_report_lists_what_is_to_be_done_at_a_constant_cost(admin_client, news):
    def rows():
        with CaptureQueriesContext(connection) as queries:
            response = admin_client.get(reverse("gulf_summit_translations_report"))
        return len(queries), [(page.title, page.translation_state) for page in response.context["object_list"]]

    article(news, "خبر 0", "story-0")
    rows()
    few, found = rows()
    assert found == [("خبر 0", "missing")]
    for number in range(1, 5):
        article(news, f"خبر {number}", f"story-{number}")
    assert rows() == (few, [(f"خبر {number}", "missing") for number in (4, 3, 2, 1, 0)])


def test_the_report_is_filtered_by_language_and_state_and_exported(admin_client, news):
    article(news, "خبر", "story")
    address = reverse("gulf_summit_translations_report")
    asked = admin_client.get(address, {"origin": news.en.pk, "into": news.ar.pk})
    assert list(asked.context["object_list"]) == []
    done = admin_client.get(address, {"state": "done"})
    assert {page.title for page in done.context["object_list"]} == {"أخبار الخليج", "تكنولوجيا"}
    exported = admin_client.get(address, {"export": "csv"})
    assert b"".join(exported.streaming_content).decode().splitlines()[1].startswith("خبر,")


def test_an_editor_sees_the_pages_that_are_theirs(client, django_user_model, news):
    article(news, "خبر", "story")
    stranger = django_user_model.objects.create_user("stranger", "s@example.com", "pass")
    client.force_login(stranger)
    assert client.get(reverse("gulf_summit_translations_report")).status_code == 302
