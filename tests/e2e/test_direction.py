"""Fields of the editor read in the direction of their content, whatever the language of the admin."""

import pytest
from django.urls import reverse
from playwright.sync_api import expect
from wagtail_localize.models import Translation, TranslationSource

from tests.articles.factories import make_article, quote
from tests.people.factories import PersonFactory, locale
from tests.sites import build_news_site
from wagtail_gulf_summit.arabic.slugs import make_slug

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)

FIELDS = """() => [...document.querySelectorAll(
  '[data-edit-form] :is(input[type=text], input:not([type]), textarea, [contenteditable=true])')]
  .filter((field) => !field.matches('[role=combobox], [class*="w-field--admin_date"] *, #comments *'))
  .map((field) => [field.name || field.className, getComputedStyle(field).direction, field.lang])"""
PARAGRAPHS = """() => [...document.querySelectorAll('[class*="public-DraftStyleDefault-block"]')]
  .map((paragraph) => getComputedStyle(paragraph).direction)"""


@pytest.fixture
def site():
    return build_news_site("localhost")


@pytest.mark.parametrize(("content", "admin"), [("ar", "en"), ("en", "ar")])
def test_every_field_reads_as_its_content_does(page, log_in, screenshot, site, content, admin):
    direction = {"ar": "rtl", "en": "ltr"}[content]
    article = make_article(site.parent(content), quote("2014"), quote("GITEX في دبي"))
    log_in(language=admin)
    page.goto(f"/admin/pages/{article.pk}/edit/")
    page.locator("[name=kicker]").fill("2014")
    page.locator("[name=hero_alt]").fill("GITEX في دبي")
    page.locator("[data-contentpath=body] .c-sf-add-button").last.click()
    page.get_by_role("option").nth(3).click()
    page.wait_for_timeout(500)
    fields = page.evaluate(FIELDS)
    assert len(fields) > 10
    assert {(shown, lang) for _name, shown, lang in fields} == {(direction, content)}
    assert set(page.evaluate(PARAGRAPHS)) == {direction}
    assert page.locator("html").get_attribute("lang") == admin
    screenshot(f"{content}-in-{admin}")


@pytest.mark.parametrize(("content", "admin"), [("ar", "en"), ("en", "ar")])
def test_the_fields_of_a_snippet_read_as_its_content_does(page, log_in, site, content, admin):
    person = PersonFactory(locale=locale(content), name="2014")
    log_in(language=admin)
    page.goto(reverse(person.snippet_viewset.get_url_name("edit"), args=[person.pk]))
    fields = page.evaluate(FIELDS)
    assert "name" in {name for name, _shown, _lang in fields}
    assert {(shown, lang) for _name, shown, lang in fields} == {({"ar": "rtl", "en": "ltr"}[content], content)}


def test_the_translation_editor_has_each_language_in_its_direction(page, log_in, site):
    article = make_article(site.parent(), quote("نعم"), title="خبر 2014")
    source, _made = TranslationSource.update_or_create_from_instance(article)
    Translation.objects.create(source=source, target_locale=site.en, enabled=True).save_target(publish=False)
    log_in(language="ar")
    page.goto(f"/admin/pages/{article.get_translation(site.en).pk}/edit/")
    segment = page.locator(".js-translation-editor li:has(> p)").first
    expect(segment.locator("> p")).to_have_css("direction", "rtl")
    expect(segment.locator("> p")).to_have_attribute("lang", "ar")
    segment.get_by_role("button").first.click()
    expect(segment.locator("textarea")).to_have_css("direction", "ltr")
    expect(segment.locator("textarea")).to_have_attribute("lang", "en")


def test_the_editor_proposes_the_slug_that_the_server_would_make(page, log_in, site):
    title = "قِمّة الحكومـــات الخليجية، دبي 2014/2015 الثالثة للتواصل الاجتماعي تجتمع لتعزيز الخدمات الحكومية"
    log_in(language="ar")
    page.goto(f"/admin/pages/add/gulf_summit_pages/articlepage/{site.section.pk}/")
    page.locator("[name=title]").press_sequentially(title)
    page.locator("[name=title]").blur()
    expect(page.locator("[name=slug]")).to_have_value(make_slug(title))


def test_the_copy_desk_shows_its_findings_and_mends_them(page, log_in, screenshot, site):
    article = make_article(site.parent(), ("paragraph", "<p>على <b>الانترنت</b> مثل الحكومةوالصحة</p>"))
    log_in(language="ar")
    page.goto(f"/admin/pages/{article.pk}/edit/")
    findings = page.locator(".gs-copydesk li")
    expect(findings).to_have_count(2)
    screenshot("found")
    findings.first.get_by_role("button").first.click()
    expect(findings).to_have_count(1)
    findings.first.get_by_role("button").first.click()
    expect(findings).to_have_count(0)
    expect(page.get_by_text("على الإنترنت مثل الحكومة والصحة")).to_be_visible()
    page.locator("[name=kicker]").fill("الانترنت")
    expect(findings).to_have_count(1)
    findings.first.get_by_role("button").last.click()
    expect(findings).to_have_count(0)
    expect(page.locator("[name=kicker]")).to_have_value("الانترنت")
