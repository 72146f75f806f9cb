"""In the Arabic admin, an editor writes the story of the example site from an empty form, in one sitting."""

import re

import pytest
from django.utils import translation
from django.utils.translation import gettext
from playwright.sync_api import Locator, expect
from playwright.sync_api import Page as Tab

from tests.articles import seed_story
from wagtail_gulf_summit.pages.models import ArticlePage

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)

CITE = "Control+Alt+f"


def said(text: str) -> str:
    """What the Arabic admin says for ``text``."""
    with translation.override("ar"):
        return gettext(text)


class Form:
    """The form of an article, as its editor uses it."""

    def __init__(self, page: Tab) -> None:
        self.page = page

    def part(self, name: str) -> Locator:
        return self.page.locator(f"[data-contentpath={name}]").first

    def open(self, tab: str) -> None:
        self.page.locator("[role=tab]", has_text=said(tab)).first.click()

    def add(self, stream: str, label: str = "") -> Locator:
        """A new block at the end of a stream; ``label`` is needed where there are several kinds."""
        part = self.part(stream)
        blocks = part.locator("[data-streamfield-child]:visible")
        count = blocks.count()
        part.locator(".c-sf-add-button:visible").last.click()
        if label:
            self.page.get_by_role("option", name=said(label), exact=True).click()
        expect(blocks).to_have_count(count + 1)
        return blocks.last

    def write(self, box: Locator, text: str, cite: dict | None = None) -> None:
        """Type ``text``; at each ``[n]`` of ``cite``, cite what it says."""
        box.click()
        for piece in re.split(r"(\[\d\])", text):
            if cite and piece in cite:
                self.page.keyboard.press(CITE)
                cite[piece](self.page.locator(".modal-body"))
                locator = self.page.locator(".modal-body [name=locator]")
                expect(locator).to_be_focused()
                self.page.keyboard.press("Enter")
                expect(self.page.locator(".modal-body")).to_have_count(0)
            elif piece:
                self.page.keyboard.insert_text(piece)

    def choose(self, where: Locator, title: str = "", search: str = "", make: dict | None = None) -> None:
        """Choose in a modal what is called ``title``, after a search; or ``make`` it there, field by field."""
        where.locator("[data-chooser-action-choose]:visible").first.click()
        modal = self.page.locator(".modal-body")
        if make:
            create_here(modal, make)
        else:
            if search:
                modal.locator("[name=q]").fill(search)
            modal.locator("a").filter(has_text=title).first.click()
        expect(self.page.locator(".modal-body")).to_have_count(0)


def create_here(modal: Locator, fields: dict) -> None:
    """Fill in the form for a new one."""
    modal.get_by_role("tab").nth(1).click()
    form = modal.locator("#tab-create")
    for name, value in fields.items():
        form.locator(f"[name$={name}]").first.fill(value)
    form.locator("button[type=submit]").click()


def test_the_story_is_written_from_an_empty_form(page, client, context, live_server, screenshot):
    expected = seed_story.load_story(port=int(live_server.url.rsplit(":", 1)[1]))
    section = seed_story.forget_story()
    client.force_login(seed_story.editor())
    cookie = client.cookies["sessionid"]
    context.add_cookies([{"name": "sessionid", "value": cookie.value, "url": live_server.url}])
    data, source, tuqan = seed_story.story(), seed_story.second_source(), seed_story.tuqan()
    speakers = {one["id"]: one["name"] for one in data["speakers"]}
    known = data["citations"][0]["title"]
    cite = {
        "[1]": lambda modal: modal.get_by_role("link", name=known, exact=True).click(),
        "[2]": lambda modal: create_here(
            modal, {"title": source["title"], "publisher_text": source["publisher"], "edition": source["edition_text"]}
        ),
    }

    page.goto(f"/admin/pages/add/gulf_summit_pages/articlepage/{section.pk}/")
    assert page.locator("html").get_attribute("dir") == "rtl"
    form = Form(page)
    page.locator("[name=kicker]").fill(seed_story.KICKER)
    page.locator("[name=title]").fill(data["title"])
    form.write(form.part("standfirst").locator("[contenteditable=true]"), seed_story.STANDFIRST)
    page.locator("[name=dateline_place]").fill(data["dateline"]["place"])
    page.locator("[name=dateline_agency]").fill(data["dateline"]["agency"])
    page.locator("[name=dateline_text]").fill(data["dateline"]["raw"])
    form.choose(form.part("hero_image"), seed_story.IMAGE)
    page.locator("[name=hero_alt]").fill(seed_story.ALT)
    page.locator("[name=hero_credit]").fill(seed_story.CREDIT)

    new = {"tuqan": {"name": tuqan["name"], "role": tuqan["role"], "organisation_name": tuqan["organisation"]}}
    for item in [{"type": "paragraph", **data["lead"]}, *data["body"]]:
        block = form.add("body", "Speaker quote" if item["type"] == "quote" else "Paragraph")
        form.write(block.locator("[contenteditable=true]").first, item["text"], cite)
        if item["type"] == "quote":
            form.choose(block, speakers[item["speaker"]], make=new.pop(item["speaker"], None))
            block.locator("[name$=attribution]").fill(item["attribution"])
            block.locator("[name$=continued]").set_checked(item["continued"])
    screenshot("story")

    form.open("People and sources")
    form.choose(form.add("bylines"), seed_story.WRITER)
    form.choose(form.add("summits"), data["event"]["name"], search=data["event"]["name"])
    form.open("Promotion")
    form.choose(form.add("topics"), seed_story.TOPIC)
    screenshot("promotion")

    page.locator("[data-w-dropdown-target=toggle]").last.click()
    page.locator("button[name=action-publish]").click()
    page.wait_for_load_state()
    screenshot("published")
    written = ArticlePage.objects.get()
    assert written.live
    assert seed_story.document_of(written) == expected
