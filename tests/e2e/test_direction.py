"""Fields of the editor read in the direction of their content, whatever the language of the admin."""

import pytest
from django.urls import reverse
from playwright.sync_api import expect
from wagtail_localize.models import Translation, TranslationSource

from tests.articles.factories import make_article, quote
from tests.events.factories import dubai, session, summit
from tests.people.factories import PersonFactory, locale
from tests.sites import build_news_site
from wagtail_gulf_summit.arabic.slugs import make_slug

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)

FIELDS = """() => [...document.querySelectorAll(
  '[data-edit-form] :is(input[type=text], input:not([type]), textarea, [contenteditable=true])')]
  .filter((field) => !field.matches('[role=combobox], #comments *, [name$=-start], [name$=-end]'))
  .filter((field) => !field.matches('[class*="w-field--admin_date"] *, [class*="w-field--admin_time"] *'))
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


@pytest.mark.parametrize("text", ["", "2014", "GITEX في دبي"])
@pytest.mark.parametrize(("content", "admin"), [("ar", "en"), ("en", "ar")])
def test_the_fields_of_a_summit_and_its_sessions_read_as_its_content_does(page, log_in, site, content, admin, text):
    direction = {"ar": "rtl", "en": "ltr"}[content]
    sessions = [session(text, dubai(17, 9), dubai(17, 10), room=text, track=text, abstract=text), session()]
    fields = dict.fromkeys(("theme", "venue_name", "city", "attendance_text", "audience", "organiser_text"), text)
    parent = site.parent(content)
    held = summit(parent=parent, title="GITEX في دبي", locale=parent.locale, sessions=sessions, **fields)
    log_in(language=admin)
    page.goto(f"/admin/pages/{held.pk}/edit/")
    expect(page.locator("[name=theme]")).to_have_value(text)
    shown = page.evaluate(FIELDS)
    assert {"title", "theme", "summit_sessions-0-title", "summit_sessions-1-abstract"} <= {
        name for name, *_rest in shown
    }
    assert {(way, lang) for _name, way, lang in shown} == {(direction, content)}
    if text:
        name = page.locator(".session-name bdi").nth(1)
        expect(name).to_have_text(text)
        expect(name).to_have_css("direction", direction)
    page.goto(reverse("gulf_summit_schedule", args=[held.pk]))
    for name in ("title", "room", "track"):
        field = page.locator(f"[name$=-{name}]").first
        expect(field).to_have_value(text)
        expect(field).to_have_css("direction", direction)
        expect(field).to_have_attribute("lang", content)


@pytest.mark.parametrize(("content", "admin"), [("ar", "en"), ("en", "ar")])
def test_a_new_summit_and_a_new_session_read_as_their_language_does(page, log_in, site, content, admin):
    log_in(language=admin)
    page.goto(f"/admin/pages/add/gulf_summit_pages/summitpage/{site.parent(content).pk}/")
    page.locator("#id_summit_sessions-ADD").evaluate("(button) => button.click()")
    expect(page.locator("[name=summit_sessions-0-title]")).to_be_attached()
    shown = page.evaluate(FIELDS)
    assert "summit_sessions-0-title" in {name for name, *_rest in shown}
    assert {(way, lang) for _name, way, lang in shown} == {({"ar": "rtl", "en": "ltr"}[content], content)}


@pytest.mark.parametrize(("content", "admin"), [("ar", "en"), ("en", "ar")])
def test_a_title_in_a_listing_and_a_chooser_reads_by_its_own_letters(page, log_in, site, content, admin):
    title = {"ar": "قمة 2014", "en": "Summit 2014"}[content]
    parent = site.parent(content)
    held = summit(parent=parent, title=title, locale=parent.locale)
    log_in(language=admin)
    page.goto("/admin/newsroom/summitpage/")
    expect(page.get_by_text(title, exact=True).first).to_have_css("unicode-bidi", "plaintext")
    page.goto(f"/admin/pages/{parent.pk}/")  # the listing of a section knows the language of each page
    shown = page.get_by_text(title, exact=True).first
    expect(shown).to_have_css("direction", {"ar": "rtl", "en": "ltr"}[content])
    expect(shown).to_have_css("unicode-bidi", "isolate")
    page.goto(f"/admin/pages/add/gulf_summit_pages/articlepage/{parent.pk}/")
    summits = page.locator("[data-contentpath=summits]").first
    summits.locator(".c-sf-add-button").last.evaluate("(button) => button.click()")
    summits.locator("[data-chooser-action-choose]").first.evaluate("(button) => button.click()")
    page.locator(".modal-body a").filter(has_text=title).first.click()
    chosen = summits.get_by_text(held.title, exact=True).first
    expect(chosen).to_have_css("unicode-bidi", "plaintext")


@pytest.mark.parametrize(("content", "admin"), [("ar", "en"), ("en", "ar")])
def test_the_fields_of_a_snippet_read_as_its_content_does(page, log_in, site, content, admin):
    person = PersonFactory(locale=locale(content), name="2014")
    log_in(language=admin)
    page.goto(reverse(person.snippet_viewset.get_url_name("edit"), args=[person.pk]))
    fields = page.evaluate(FIELDS)
    assert "name" in {name for name, _shown, _lang in fields}
    assert {(shown, lang) for _name, shown, lang in fields} == {({"ar": "rtl", "en": "ltr"}[content], content)}


@pytest.mark.parametrize("admin", ["ar", "en"])
def test_a_headline_that_begins_with_a_foreign_name_reads_in_its_language(page, log_in, site, admin):
    article = make_article(site.parent(), title="GITEX في دبي: 90 دولة")
    log_in(language=admin)
    page.goto(f"/admin/pages/{article.pk}/edit/")
    expect(page.locator("[data-controller~='w-breadcrumbs'] li:last-child a")).to_have_css("direction", "rtl")
    page.goto(reverse("gulf_summit_articles:index"))
    expect(page.locator(f"#page_{article.pk}_title")).to_have_css("direction", "rtl")
    expect(page.locator(f"#page_{article.pk}_title")).to_have_css("unicode-bidi", "isolate")


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
