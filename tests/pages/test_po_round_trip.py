"""What the seed holds goes to English and back as PO files: no text is lost, no sentence split, no source dropped."""

import re

import polib
import pytest
from wagtail_localize.models import Translation, TranslationSource

from example_project.seed.data import seed
from tests.articles.factories import TopicFactory, make_article, paragraph, quote
from tests.citations.factories import SourceFactory, marker
from tests.events.factories import session, summit
from tests.people.factories import AffiliationFactory, OrganisationFactory, PersonFactory
from tests.sites import build_news_site
from wagtail_gulf_summit.pages.models import ArticlePage

pytestmark = pytest.mark.django_db

ENGLISH = "In English: "
MARKER = re.compile(r'<a (?=[^>]*linktype="citation")[^>]*id="(\d+)"[^>]*>')


@pytest.fixture
def news():
    return build_news_site()


@pytest.fixture
def article(news):
    """The article of the seed, with its two sources cited where they are in print."""
    data = seed("ar")
    sources = {str(number): SourceFactory(title=one["title"]) for number, one in enumerate(data["citations"], 1)}
    salem = PersonFactory(name="فادي سالم")

    def cited(text):
        return re.sub(r"\[(\d)\]", lambda found: marker(sources[found[1]]), text)

    blocks = [paragraph(data["lead"]["text"])]
    for block in data["body"]:
        text = cited(block["text"])
        blocks.append(paragraph(text) if block["type"] == "paragraph" else quote(text, salem))
    blocks.append(paragraph("خاتمة" + "".join(marker(source) for source in sources.values())))
    return make_article(
        news.section,
        *blocks,
        title=data["title"],
        slug="summit",
        dateline_place=data["dateline"]["place"],
        dateline_agency=data["dateline"]["agency"],
    )


def export(page, locale):
    source, _made = TranslationSource.update_or_create_from_instance(page)
    translation, _made = Translation.objects.get_or_create(source=source, target_locale=locale)
    return translation, polib.pofile(str(translation.export_po()))


def send_back(translation, po, translate):
    for entry in po:
        entry.msgstr = entry.msgid if entry.msgctxt == "slug" else translate(entry.msgid)
    assert translation.import_po(polib.pofile(str(po)), delete=False) == []
    translation.save_target(publish=True)


def printed(page):
    """The texts of a page, in order, with its citations."""
    texts = [block.value if block.block_type == "paragraph" else block.value["quote"] for block in page.body]
    return [page.title, page.dateline_place, page.dateline_agency, *(text.source for text in texts)]


def citations(page):
    """The sources that a page cites, in order, by their numbers in the database."""
    return [key for text in printed(page) for key in MARKER.findall(text)]


def test_a_po_file_takes_the_seed_to_english_and_back_whole(news, article):
    before = printed(article)
    there, po = export(article, news.en)
    groups = [text for text in before if text]
    assert sorted({entry.msgid for entry in po if entry.msgctxt != "slug"}) == sorted(
        {segment(text) for text in groups}
    )
    send_back(there, po, lambda text: ENGLISH + text)
    english = ArticlePage.objects.get(locale=news.en, translation_key=article.translation_key)
    assert [segment(text) for text in printed(english)] == [ENGLISH + segment(text) for text in before]
    assert len(citations(article)) == 4
    assert citations(english) == citations(article)
    back, po = export(english, news.ar)
    send_back(back, po, lambda text: text.removeprefix(ENGLISH))
    again = ArticlePage.objects.get(pk=article.pk)
    assert [segment(text) for text in printed(again)] == [segment(text) for text in before]
    assert citations(again) == citations(article)


def segment(text):
    """A text as it is offered to a translator: without its paragraph, its citations as numbered tags."""
    inner = re.sub(r"^<p[^>]*>(.*)</p>$", r"\1", text)
    numbers = iter(range(1, 100))
    return re.sub(MARKER, lambda _found: f'<a id="a{next(numbers)}">', inner)


def summit_of_the_seed(news):
    event = seed("ar")["event"]
    sessions = [
        session(one["name"] or "", abstract=one["summary"], invitation_only=one["invitation_only"])
        for one in event["workshops"]
    ]
    facts = {"venue_name": event["venue"], "attendance_text": event["expected_attendance"]["text"]}
    shared = {name: event[name] for name in ("theme", "city", "country_code", "timezone", "organiser_text")}
    body = [("paragraph", f"<p>{seed('ar')['lead']['text']}</p>")]
    return summit(
        parent=news.section,
        locale=news.ar,
        title=event["name"],
        slug="held",
        body=body,
        sessions=sessions,
        **facts,
        **shared,
    )


def person_of_the_seed(news):
    speaker = seed("ar")["speakers"][0]
    school = OrganisationFactory(name=speaker["organisation"])
    person = PersonFactory(name=speaker["name"], bio="<p>باحث في <b>الإعلام</b> الاجتماعي</p>")
    AffiliationFactory(person=person, organisation=school, role=speaker["role"])
    return person


def source_of_the_seed(news):
    one = seed("ar")["citations"][0]
    return SourceFactory(
        title=one["title"],
        note="نسخة مطبوعة",
        place="دبي",
        year=2014,
        doi="10.1000/182",
        authors=[("text", "فادي سالم")],
    )


def topic_of_the_seed(news):
    return TopicFactory(name="الحكومات الذكية")


def organisation_of_the_seed(news):
    return OrganisationFactory(name=seed("ar")["speakers"][0]["organisation"])


def words_of_summit(page):
    fields = [page.title, page.theme, page.venue_name, page.city, page.attendance_text, page.organiser_text]
    sessions = [text for one in page.summit_sessions.all() for text in (one.title, one.abstract)]
    return [*fields, *sessions, *(block.value.source for block in page.body)]


def words_of_person(person):
    return [person.name, person.bio, *(one.role for one in person.affiliations.all())]


def words_of_source(source):
    return [source.title, source.note, source.place, *(block.value for block in source.authors)]


def words_of_name(instance):
    return [instance.name]


#: What nobody translates, and every translation shares.
SHARED = ("timezone", "country_code", "start_date", "end_date", "year", "doi", "kind")


def shared(instance):
    return [getattr(instance, name) for name in SHARED if hasattr(instance, name)]


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (summit_of_the_seed, words_of_summit),
        (person_of_the_seed, words_of_person),
        (source_of_the_seed, words_of_source),
        (topic_of_the_seed, words_of_name),
        (organisation_of_the_seed, words_of_name),
    ],
)
def test_what_goes_along_with_an_article_makes_the_same_way(news, make, words, django_capture_on_commit_callbacks):
    original = make(news)
    before = [segment(text) for text in words(original)]
    there, po = export(original, news.en)
    assert {text for text in before if text} <= {entry.msgid for entry in po}
    with django_capture_on_commit_callbacks(execute=True):
        send_back(there, po, lambda text: ENGLISH + text)
    english = type(original).objects.get(locale=news.en, translation_key=original.translation_key)
    assert [segment(text) for text in words(english)] == [text and ENGLISH + text for text in before]
    assert shared(english) == shared(original)
    assert english.live
    back, po = export(english, news.ar)
    send_back(back, po, lambda text: text.removeprefix(ENGLISH))
    again = type(original).objects.get(pk=original.pk)
    assert [segment(text) for text in words(again)] == before
    assert shared(again) == shared(original)


def test_the_sessions_of_a_summit_stay_the_same_sessions_in_every_language(news):
    original = summit_of_the_seed(news)
    there, po = export(original, news.en)
    send_back(there, po, lambda text: ENGLISH + text)
    english = type(original).objects.get(locale=news.en, translation_key=original.translation_key)
    keys = [
        [(one.translation_key, one.invitation_only) for one in page.summit_sessions.all()]
        for page in (original, english)
    ]
    assert keys[0] == keys[1]
    assert len(keys[0]) == 4
