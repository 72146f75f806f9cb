"""In the Arabic admin, an editor opens a draft as the newsroom API gives it."""

import json

import pytest

from tests.sites import build_news_site
from wagtail_gulf_summit.pages.models import ArticlePage

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)


def test_an_editor_sees_the_document_of_a_page_that_was_never_published(page, log_in, screenshot):
    site = build_news_site()
    draft = ArticlePage(title="خبر لم ينشر بعد", slug="draft", locale=site.ar, live=False)
    site.section.add_child(instance=draft)
    draft.save_revision()
    log_in()
    page.goto(f"/admin/pages/{draft.pk}/edit/")
    header = page.locator("#w-slim-header-buttons")
    header.get_by_role("button").last.click()
    link = page.get_by_role("link", name="معاينة عبر الواجهة البرمجية")
    screenshot("menu")
    with page.expect_popup() as opened:
        link.click()
    shown = opened.value
    shown.wait_for_load_state()
    assert "/api/newsroom/preview/?token=" in shown.url
    document = json.loads(shown.locator("body").inner_text())
    assert (document["id"], document["title"]) == (draft.pk, "خبر لم ينشر بعد")
