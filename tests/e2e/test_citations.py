"""Citing in a real browser: the numbers an editor sees are those a reader gets."""

import re

import pytest
from playwright.sync_api import Page as Tab
from playwright.sync_api import expect
from wagtail.models import Page, Site

from tests.citations.factories import SCHOOL, SourceFactory, make_article, names, paragraph
from tests.citations.study.models import StudyPage
from wagtail_gulf_summit.citations.marks import Mark, find_marks
from wagtail_gulf_summit.citations.models import Source
from wagtail_gulf_summit.citations.numbering import citation_documents

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)

CITE = "Control+Alt+f"
MARKERS = "[data-cite-source]:visible"


@pytest.fixture
def home():
    home = Page.objects.get(depth=2)
    Site.objects.update(root_page=home)
    return home


@pytest.fixture
def edit(page, log_in):
    """Open the form of an article."""

    def edit(article, language="ar"):
        log_in(language=language)
        page.goto(f"/admin/pages/{article.pk}/edit/")

    return edit


def editor(page: Tab, nth: int):
    """The text box of the nth rich text editor of the form; the standfirst is the first."""
    return page.locator("[data-draftail-editor-wrapper] [contenteditable=true]").nth(nth)


def expect_numbers(page: Tab, *numbers: str) -> None:
    """The numbers on show, in the order of the form."""
    expect(page.locator(MARKERS)).to_have_count(len(numbers))
    for nth, number in enumerate(numbers):
        expect(page.locator(MARKERS).nth(nth)).to_have_attribute("data-cite-number", number)


def open_chooser(page: Tab, box):
    """Open the chooser with the caret at the end of the text, by keyboard."""
    box.click()
    page.keyboard.press("Control+End")
    page.keyboard.press(CITE)
    return page.locator(".modal-body")


def give_place(page: Tab, place: str) -> None:
    field = page.locator(".modal-body [name=locator]")
    expect(field).to_be_focused()
    field.fill(place)
    page.keyboard.press("Enter")
    expect(page.locator(".modal-body")).to_have_count(0)


def cite(page: Tab, box, source: Source, place: str = "") -> None:
    open_chooser(page, box).get_by_role("link", name=source.title, exact=True).click()
    give_place(page, place)


def publish(page: Tab) -> None:
    page.locator("[data-w-dropdown-target=toggle]").last.click()
    page.locator("button[name=action-publish]").click()
    page.wait_for_load_state()


def marks(article) -> list[Mark]:
    return [mark for chunk in StudyPage.objects.get(pk=article.pk).cited_rich_text() for mark in find_marks(chunk)]


@pytest.mark.parametrize("language", ["ar", "en"])
def test_cite_a_new_source_then_again_in_a_quote_and_move_the_quote_above(page, edit, screenshot, home, language):
    kept = SourceFactory(title="تقرير محفوظ")
    article = make_article("<p>الفقرة الأولى</p>", parent=home)
    article.body.append(("quote", {"quote": "<p>اقتباس</p>", "speaker": ""}))
    article.save_revision().publish()
    edit(article, language)

    modal = open_chooser(page, editor(page, 1))
    modal.get_by_role("tab").nth(1).click()
    modal.locator("[name=title]").fill("تقرير جديد")
    screenshot(f"create-{language}")
    modal.locator("#tab-create button[type=submit]").click()
    give_place(page, "ص 3")
    expect_numbers(page, "[1]")
    new = Source.objects.get(title="تقرير جديد")

    cite(page, editor(page, 2), kept)
    cite(page, editor(page, 2), new)
    expect_numbers(page, "[1]", "[2]", "[1]")

    page.locator("button[data-streamfield-action=MOVE_UP]:visible").nth(1).click()
    expect_numbers(page, "[1]", "[2]", "[2]")
    screenshot(f"moved-{language}")

    publish(page)
    article = StudyPage.objects.get(pk=article.pk)
    expected = [Mark(kept.pk), Mark(new.pk), Mark(new.pk, "ص 3")]
    assert marks(article) == expected
    assert [(d["number"], d["id"], d["backrefs"]) for d in citation_documents(article)] == [
        (1, kept.pk, ["cite-ref-1-1"]),
        (2, new.pk, ["cite-ref-2-1", "cite-ref-2-2"]),
    ]
    page.goto(f"/admin/pages/{article.pk}/edit/")
    expect_numbers(page, "[1]", "[2]", "[2]")
    page.goto(article.get_url())
    assert page.locator("sup.citation").all_inner_texts() == ["[1]", "[2]", "[2]"]


def draft_marks(article) -> list[Mark]:
    draft = StudyPage.objects.get(pk=article.pk).get_latest_revision_as_object()
    return [mark for chunk in draft.cited_rich_text() for mark in find_marks(chunk)]


@pytest.mark.wagtail8
def test_autosave_keeps_citations_and_a_second_tab_sees_them(page, context, edit, home):
    source = SourceFactory(title="تقرير")
    article = make_article("<p>نص</p>", parent=home)
    # Wagtail compares with what the form held when it began to watch, a moment after it opened.
    page.add_init_script("addEventListener('w-unsaved:watch-edits', () => { window.watched = true; })")
    edit(article)
    page.wait_for_function("window.watched")
    cite(page, editor(page, 1), source, "ص 3")
    for _ in range(60):
        if draft_marks(article):
            break
        page.wait_for_timeout(500)
    assert draft_marks(article) == [Mark(source.pk, "ص 3")]
    tab = context.new_page()
    tab.goto(f"/admin/pages/{article.pk}/edit/")
    expect_numbers(tab, "[1]")


def test_deleting_a_block_renumbers_the_rest(page, edit, home):
    first, second = SourceFactory(), SourceFactory()
    edit(make_article(paragraph("أ", first), paragraph("ب", second), parent=home))
    expect_numbers(page, "[1]", "[2]")
    page.locator("button[data-streamfield-action=DELETE]:visible").first.click()
    expect_numbers(page, "[1]")
    assert page.locator(MARKERS).get_attribute("data-cite-source") == str(second.pk)


def test_undo_and_redo(page, edit, home):
    source = SourceFactory()
    edit(make_article("<p>نص</p>", parent=home))
    cite(page, editor(page, 1), source)
    expect_numbers(page, "[1]")
    page.keyboard.press("Control+z")
    expect_numbers(page)
    page.keyboard.press("Control+Shift+z")
    expect_numbers(page, "[1]")


def test_copy_and_paste_between_editors(page, context, edit, home):
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    source = SourceFactory()
    edit(make_article(paragraph("أ", (source, "ص 3")), "<p>ب</p>", parent=home))
    expect_numbers(page, "[1]")
    editor(page, 1).click()
    page.keyboard.press("Control+a")
    page.keyboard.press("Control+c")
    editor(page, 2).click()
    page.keyboard.press("Control+End")
    page.keyboard.press("Control+v")
    expect_numbers(page, "[1]", "[1]")
    assert page.locator(MARKERS).nth(1).get_attribute("data-cite-locator") == "ص 3"


def test_tooltip_edits_and_removes(page, edit, screenshot, home):
    source = SourceFactory(title="التقرير الأول")
    edit(make_article(paragraph("أ", (source, "ص 3"), " ثم"), parent=home))
    page.locator(MARKERS).hover()
    tooltip = page.get_by_role("tooltip")
    expect(tooltip).to_contain_text("التقرير الأول")
    screenshot("tooltip")
    tooltip.locator("[data-edit]").click()
    give_place(page, "ص 4")
    expect_numbers(page, "[1]")
    expect(page.locator(MARKERS)).to_have_attribute("data-cite-locator", "ص 4")
    page.locator(MARKERS).hover()
    tooltip.locator("[data-remove]").click()
    expect_numbers(page)
    expect(editor(page, 1)).to_have_text("أ ثم")


def test_by_keyboard_a_selected_marker_is_edited_and_backspace_removes_it(page, edit, home):
    source = SourceFactory()
    edit(make_article(paragraph("أ", (source, "ص 3")), parent=home))
    editor(page, 1).click()
    page.keyboard.press("Control+End")
    for _ in range(3):
        page.keyboard.press(
            "Shift+ArrowLeft" if page.locator("html").get_attribute("dir") == "ltr" else "Shift+ArrowRight"
        )
    page.keyboard.press(CITE)
    expect(page.locator(".modal-body [name=locator]")).to_have_value("ص 3")
    give_place(page, "ص 9")
    expect(page.locator(MARKERS)).to_have_attribute("data-cite-locator", "ص 9")
    page.keyboard.press("Control+End")
    page.keyboard.press("Backspace")
    expect_numbers(page)


def test_slash_menu_and_screen_reader_label(page, edit, home):
    SourceFactory(title="التقرير")
    edit(make_article("<p>نص</p>", parent=home), "en")
    box = editor(page, 1)
    box.click()
    page.keyboard.press("Control+End")
    page.keyboard.press("Enter")
    page.keyboard.type("/cite")
    page.keyboard.press("Enter")
    page.locator(".modal-body").get_by_role("link", name="التقرير").click()
    give_place(page, "")
    expect(page.locator(MARKERS)).to_have_attribute("aria-label", "Citation 1: التقرير")
    expect(box).not_to_have_text(re.compile("/cite"))


def test_chooser_finds_any_spelling_and_puts_sources_of_the_page_first(page, edit, home):
    cited = SourceFactory(title="مصدر مذكور")
    SourceFactory(title="توجهات الإنترنت في المؤسسات")
    edit(make_article(paragraph("أ", cited), parent=home))
    expect_numbers(page, "[1]")
    modal = open_chooser(page, editor(page, 1))
    links = modal.locator("#search-results a[data-chooser-modal-choice]")
    expect(links.first).to_have_text("مصدر مذكور")
    modal.locator("[name=q]").fill("انترنت مؤسسة")
    expect(links).to_have_text(["توجهات الإنترنت في المؤسسات"])


def test_a_deleted_source_is_marked_in_the_editor(page, edit, home):
    edit(make_article(paragraph("أ", 987654), parent=home))
    expect_numbers(page, "[?]")


def test_a_chosen_source_counts_like_a_marker(page, edit, home):
    figure, marked = SourceFactory(), SourceFactory()
    article = make_article(paragraph("أ", marked), parent=home)
    article.body.insert(0, ("figure", {"number": "82", "source": figure}))
    article.save_revision().publish()
    edit(article)
    expect_numbers(page, "[2]")
    page.locator("button[data-streamfield-action=DELETE]:visible").first.click()
    expect_numbers(page, "[1]")


def test_numbers_follow_the_order_of_the_page_not_of_the_form(page, edit, home, monkeypatch):
    monkeypatch.setattr(StudyPage, "cited_fields", ["body", "standfirst"])
    first, second = SourceFactory(), SourceFactory()
    edit(make_article(paragraph("أ", first), standfirst=paragraph("ب", second), parent=home))
    expect_numbers(page, "[2]", "[1]")


def test_the_desk_shows_the_fields_of_the_kind(page, log_in, screenshot):
    log_in(language="en")
    source = SourceFactory(kind="book")
    page.goto(f"/admin/snippets/gulf_summit_citations/source/edit/{source.pk}/")
    expect(page.locator("[name=isbn]")).to_be_visible()
    expect(page.locator("[name=issue]")).to_be_hidden()
    screenshot("book", full_page=True)
    page.locator("[name=kind]").select_option("article")
    expect(page.locator("[name=isbn]")).to_be_hidden()
    expect(page.locator("[name=issue]")).to_be_visible()


@pytest.mark.parametrize("language", ["ar", "en"])
def test_the_desk_reads_in_both_directions(page, log_in, screenshot, home, language):
    log_in(language=language)
    sources = [
        SourceFactory(title="تقرير الإعلام الاجتماعي العربي", edition="النسخة السادسة", publisher=names(SCHOOL)),
        SourceFactory(title="تقرير الاعلام الإجتماعي العربي", edition="النسخة السادسة"),
        SourceFactory(title="Arab Social Media Report", language="en", kind="web_page", year=2014),
    ]
    article = make_article(paragraph("أ", sources[0], (sources[2], "p. 3")), title="مقال القمة", parent=home)
    for name, address in {
        "list": "/admin/snippets/gulf_summit_citations/source/",
        "refused": f"/admin/snippets/gulf_summit_citations/source/delete/{sources[0].pk}/",
        "duplicates": "/admin/citations/duplicates/",
        "import": "/admin/citations/import/",
        "merge": f"/admin/bulk/gulf_summit_citations/source/merge/?id={sources[0].pk}&id={sources[1].pk}",
    }.items():
        page.goto(address)
        screenshot(f"{name}-{language}")
    page.goto(article.get_url())
    expect(page.locator("[role=doc-endnotes]")).to_contain_text("Arab Social Media Report")
    screenshot(f"page-{language}")
