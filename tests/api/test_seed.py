"""The article of the example site through every door: word for word what the newspaper printed."""

import json
import re
from datetime import date
from html import unescape
from pathlib import Path
from urllib.parse import urlsplit

import bibtexparser
import jsonschema_rs
import pytest
import vobject
from django.db import transaction
from django.utils.html import strip_tags
from pybtex.database import parse_string

from example_project.seed.data import seed
from example_project.seed.ensure import Progress
from example_project.seed.load import load_locales
from example_project.seed.pages import load_pages
from example_project.seed.rebuild import article_text
from example_project.seed.snippets import load_snippets
from wagtail_gulf_summit.pages.models import ArticlePage, SummitPage

pytestmark = pytest.mark.django_db
HOST = {"SERVER_NAME": "127.0.0.1", "SERVER_PORT": "8000"}
LANGUAGES = ["ar", "en"]
EXAMPLE = Path(__file__).parents[2] / "example_project"
CSL_SCHEMA = Path(__file__).parents[1] / "citations" / "csl-data.json"
PRINTED = Path(__file__).parent / "article_ar.txt"
MARKER = re.compile(
    r'<sup class="citation"><a href="#cite-(\d+)" id="cite-ref-\1-\d+" role="doc-noteref">\[\1\]</a></sup>'
)


@pytest.fixture(scope="module", autouse=True)
def loaded(django_db_setup, django_db_blocker):
    """The seed, loaded once for this module."""
    with django_db_blocker.unblock(), transaction.atomic():
        progress = Progress(lambda line: None)
        locales = load_locales(progress)
        load_snippets(locales, progress)
        load_pages(locales, 8000, progress)
        yield
        transaction.set_rollback(True)


def page(language):
    return ArticlePage.objects.get(locale__language_code=language)


@pytest.fixture(params=LANGUAGES)
def language(request):
    return request.param


@pytest.fixture
def document(client, language):
    return get(client, f"/api/newsroom/articles/{page(language).pk}/")


def get(client, address, **query):
    response = client.get(address, query, **HOST)
    assert response.status_code == 200, response.content.decode()
    assert "linktype=" not in response.content.decode()
    assert "<embed" not in response.content.decode()
    return response.json()


def printed(language):
    """The seed's paragraphs and quotes, in their order."""
    data = seed(language)
    return [("paragraph", data["lead"]["text"])] + [
        ("speaker_quote" if block["type"] == "quote" else block["type"], block["text"]) for block in data["body"]
    ]


def words(body):
    """The type of each block, and what it says without its marks."""
    texts = [block["value"] if block["type"] == "paragraph" else block["value"]["quote"] for block in body]
    return [(block["type"], unescape(strip_tags(html))) for block, html in zip(body, texts, strict=True)]


def test_the_body_is_what_was_printed_word_for_word(document, language):
    assert words(document["body"]) == printed(language)


def test_two_sources_are_cited_where_the_text_has_their_numbers(document, language):
    citing = [block["value"] for block in document["body"] if "doc-noteref" in json.dumps(block["value"])]
    [paragraph] = citing
    assert re.findall(r'id="cite-ref-(\d)-1"', paragraph) == ["1", "2"]
    assert [(one["number"], one["backrefs"]) for one in document["citations"]] == [
        (1, ["cite-ref-1-1"]),
        (2, ["cite-ref-2-1"]),
    ]
    assert [one["csl"]["title"] for one in document["citations"]] == [
        source["title"] for source in seed(language)["citations"]
    ]


def test_three_people_speak_each_with_role_and_organisation(document, language):
    quotes = [block["value"] for block in document["body"] if block["type"] == "speaker_quote"]
    speakers = {speaker["id"]: speaker for speaker in seed(language)["speakers"]}
    said = [block for block in seed(language)["body"] if block["type"] == "quote"]
    assert [
        (one["person"]["name"], one["role"], one["organisation"]["name"], one["attribution"], one["continued"])
        for one in quotes
    ] == [
        (
            speakers[block["speaker"]]["name"],
            speakers[block["speaker"]]["role"],
            speakers[block["speaker"]]["organisation"],
            block["attribution"],
            block["continued"],
        )
        for block in said
    ]
    assert len({one["person"]["id"] for one in quotes}) == 3


def test_each_language_has_its_direction_and_points_at_the_other(client):
    documents = {language: get(client, f"/api/newsroom/articles/{page(language).pk}/") for language in LANGUAGES}
    assert [(documents[language]["lang"], documents[language]["dir"]) for language in LANGUAGES] == [
        ("ar", "rtl"),
        ("en", "ltr"),
    ]
    alternates = [
        {"lang": "ar", "dir": "rtl", "html_url": documents["ar"]["html_url"], "is_default": True},
        {"lang": "en", "dir": "ltr", "html_url": documents["en"]["html_url"], "is_default": False},
    ]
    assert documents["ar"]["alternates"] == documents["en"]["alternates"] == alternates


def test_the_dateline_is_printed_as_one_line(document, language):
    dateline = seed(language)["dateline"]
    assert document["dateline"] == {
        "place": dateline["place"],
        "agency": dateline["agency"],
        "text": dateline["raw"],
    }


def test_the_article_covers_the_summit(client, document, language):
    event = seed(language)["event"]
    [summit] = document["summits"]
    assert summit["title"] == event["name"]
    whole = get(client, f"/api/newsroom/summits/{summit['id']}/")
    assert [session["title"] for session in whole["sessions"]] == [one["name"] or "" for one in event["workshops"]]
    assert [session["invitation_only"] for session in whole["sessions"]] == [
        one["invitation_only"] for one in event["workshops"]
    ]
    assert whole["expected_attendance"]["min"] == event["expected_attendance"]["min"]


#: What the newspaper told of the summit, copied from its article and not from the seed.
TOLD = {
    "ar": {
        "title": "قمة الحكومات الخليجية الثالثة للتواصل الاجتماعي",
        "theme": "تواصل اجتماعي مبدع لتعاون فعّال وحوكمة ذكية",
        "dates": "17 و18 سبتمبر 2014",
        "venue": "فندق سوفيتيل داون تاون، دبي",
        "expected": "أكثر من 300",
        "workshops": "6 ورش عمل معلنة",
        "invitation": "بدعوة فقط",
    },
    "en": {
        "title": "Third Gulf Governments Social Media Summit",
        "theme": "Creative social media for effective collaboration and smart governance",
        "dates": "17–18 September 2014",
        "venue": "Sofitel Downtown hotel, Dubai",
        "expected": "more than 300",
        "workshops": "6 workshops announced",
        "invitation": "By invitation only",
    },
}


@pytest.fixture
def summit(language):
    return SummitPage.objects.get(locale__language_code=language)


def test_the_document_of_the_summit_holds_what_was_told_and_nothing_else(client, language, summit):
    told = TOLD[language]
    document = get(client, f"/api/newsroom/summits/{summit.pk}/")
    assert (document["title"], document["theme"], document["edition"]) == (told["title"], told["theme"], 3)
    assert document["when"] | {"hijri": ""} == {
        "timezone": "Asia/Dubai",
        "start": "2014-09-17T00:00:00+04:00",
        "end": "2014-09-19T00:00:00+04:00",
        "all_day": True,
        "display": told["dates"],
        "days": told["dates"],
        "hours": "",
        "hijri": "",
    }
    assert (document["venue"]["text"], document["venue"]["country_code"]) == (told["venue"], "AE")
    assert document["expected_attendance"] == {"min": 300, "text": told["expected"]}
    assert document["announced"] == [{"kind": "workshop", "announced": 6, "described": 4}]
    assert [one["invitation_only"] for one in document["sessions"]] == [False, False, False, True]
    assert all(one["abstract"] for one in document["sessions"])
    # The newspaper did not tell these.
    assert document["venue"]["address"] == document["organiser_text"] == document["registration_url"] == ""
    assert document["organisers"] == document["previous_dates"] == document["body"] == document["topics"] == []
    assert document["venue"]["coordinates"] is document["hero"] is None
    for one in document["sessions"]:
        assert (one["start"], one["end"], one["day"], one["capacity"]) == (None, None, None, None)
        assert one["room"] == one["track"] == ""
        assert one["speakers"] == []


def test_the_page_of_the_summit_shows_what_was_told(client, language, summit):
    html = client.get(urlsplit(summit.full_url).path, **HOST).content.decode()
    main = unescape(strip_tags(html[html.index("<main") : html.index("</main>")]))
    for told in TOLD[language].values():
        assert told in main
    assert main.count(TOLD[language]["invitation"]) == 1
    assert len(re.findall(r'id="session-', html)) == 4


def test_the_calendar_of_the_summit_holds_its_two_days_and_no_hour_that_nobody_told(client, language, summit):
    answer = client.get(f"/api/newsroom/summits/{summit.pk}.ics", **HOST)
    [event] = vobject.readOne(answer.content.decode()).vevent_list
    told = TOLD[language]
    assert (event.summary.value, event.location.value) == (told["title"], told["venue"])
    assert (event.dtstart.value, event.dtend.value) == (date(2014, 9, 17), date(2014, 9, 19))
    assert event.description.value == told["theme"]
    assert event.status.value == "CONFIRMED"


def test_wagtails_stable_api_gives_the_same_content(client, document, language):
    listed = get(client, "/api/v2/pages/", type="gulf_summit_pages.ArticlePage", fields="*", locale=language)
    [item] = listed["items"]
    for name in ("title", "body"):
        assert item[name] == document[name]
    assert [(one["number"], one["id"], one["html"]) for one in item["citations"]] == [
        (one["number"], one["id"], one["html"]) for one in document["citations"]
    ]


@pytest.mark.wagtail8
def test_wagtails_new_api_gives_the_same_content(client, document, language):
    item = get(client, f"/api/v3/pages/{page(language).pk}/")
    assert item["title"] == document["title"]
    assert words(item["body"]) == words(document["body"])
    assert [block["id"] for block in item["body"]] == [block["id"] for block in document["body"]]


def test_every_language_finds_the_article_by_a_word_of_it(client, language):
    word = {"ar": "ورشات", "en": "workshop"}[language]
    found = get(client, "/api/newsroom/search/", q=word, lang=language, type="article")
    assert [item["id"] for item in found["items"]] == [page(language).pk]
    assert "<mark>" in found["items"][0]["excerpt"]


def test_the_article_put_together_again_is_what_was_printed_byte_for_byte(settings):
    settings.LOCALE_PATHS = [EXAMPLE / "locale"]
    assert article_text(page("ar")) == PRINTED.read_text(encoding="utf-8")


def test_programs_that_are_not_ours_read_its_sources_in_arabic(client):
    address = f"/api/newsroom/articles/{page('ar').pk}/citations"
    titles = [source["title"] for source in seed("ar")["citations"]]
    items = json.loads(client.get(f"{address}.json", **HOST).content)
    jsonschema_rs.validate(json.loads(CSL_SCHEMA.read_text(encoding="utf-8")), items)
    text = client.get(f"{address}.bib", **HOST).content.decode()
    by_pybtex = [entry.fields["title"] for entry in parse_string(text, "bibtex").entries.values()]
    by_bibtexparser = [entry["title"] for entry in bibtexparser.parse_string(text).entries]
    assert [item["title"] for item in items] == by_pybtex == by_bibtexparser == titles
