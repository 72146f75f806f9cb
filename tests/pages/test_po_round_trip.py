"""The seed's article goes to English and back as PO files: no text is lost, no sentence split, no citation dropped."""

import re

import polib
import pytest
from wagtail_localize.models import Translation, TranslationSource

from example_project.seed.data import seed
from tests.articles.factories import make_article, paragraph, quote
from tests.citations.factories import SourceFactory, marker
from tests.people.factories import PersonFactory
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
