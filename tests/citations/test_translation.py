"""Citations survive translation with wagtail-localize, or somebody is told."""

import pytest
from django.apps import apps
from django.urls import reverse
from wagtail.models import Page

from tests.citations.factories import SourceFactory, locale, make_article, paragraph
from tests.citations.study.models import StudyPage
from wagtail_gulf_summit.citations.losses import losses_of, lost_citations
from wagtail_gulf_summit.citations.marks import Mark, find_marks
from wagtail_gulf_summit.citations.models import Source
from wagtail_gulf_summit.citations.numbering import citation_documents

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(not apps.is_installed("wagtail_localize"), reason="a site without wagtail-localize"),
]

SENTENCE = 'قال "سالم"{} إن العدد 82 مليونًا.{} وهذا كل شيء.'


def marks(page) -> list[Mark]:
    return [mark for chunk in page.cited_rich_text() for mark in find_marks(chunk)]


@pytest.fixture
def sources():
    return SourceFactory(title="الأول"), SourceFactory(title="الثاني")


@pytest.fixture
def article(sources):
    first, second = sources
    before, between, after = SENTENCE.split("{}")
    return make_article(paragraph(before, (first, "ص 3"), between, second, after), title="مقال")


@pytest.fixture
def translate(article):
    """Translate the one sentence of the article; ``{0}`` and ``{1}`` stand for its markers."""
    from wagtail_localize.models import StringTranslation, Translation, TranslationSource

    def translate(text: str) -> "Translation":
        english = locale("en")
        source, _created = TranslationSource.update_or_create_from_instance(article)
        work, _created = Translation.objects.get_or_create(source=source, target_locale=english)
        work.save_target(publish=False)
        segment = source.stringsegment_set.get(context__path__startswith="body")
        StringTranslation.objects.update_or_create(
            translation_of=segment.string,
            locale=english,
            context=segment.context,
            defaults={"data": text.format('<a id="a1">[1]</a>', '<a id="a2">[1]</a>'), "translation_type": "manual"},
        )
        return work

    return translate


@pytest.fixture
def on_commit(django_capture_on_commit_callbacks):
    return django_capture_on_commit_callbacks


def english_page(article) -> StudyPage:
    return StudyPage.objects.get(translation_key=article.translation_key, locale=locale("en"))


def test_the_sentence_is_one_segment_with_movable_markers(article, translate):
    from wagtail_localize.models import StringSegment

    translate("x")
    (segment,) = StringSegment.objects.filter(context__path__startswith="body")
    assert segment.string.data == SENTENCE.format('<a id="a1">[1]</a>', '<a id="a2">[1]</a>')


def test_both_citations_are_kept_and_may_change_places(article, sources, translate):
    first, second = sources
    translate("All said:{1} 82 million,{0} says Salem.").save_target(publish=True)
    assert marks(english_page(article)) == [Mark(second.pk), Mark(first.pk, "ص 3")]
    assert losses_of(english_page(article)) == []


def test_a_place_with_quotes_and_angle_brackets_is_kept(sources):
    from wagtail_localize.models import Translation, TranslationSource

    article = make_article(paragraph("أ", (sources[0], "ص &lt;3&gt; &quot;أ&quot; &amp; '"), " ب."), title="مقال")
    source, _created = TranslationSource.update_or_create_from_instance(article)
    Translation.objects.create(source=source, target_locale=locale("en")).save_target(publish=True)
    assert marks(english_page(article)) == [Mark(sources[0].pk, 'ص <3> "أ" & \'')]


def test_the_translation_shows_translated_sources(article, sources, translate):
    english = sources[0].copy_for_translation(locale("en"))
    english.title, english.live = "The first", True
    english.save()
    translate("All.{0}{1}").save_target(publish=True)
    assert [document["html"] for document in citation_documents(english_page(article))] == [
        '<cite dir="ltr">The first</cite>',
        '<span lang="ar" dir="rtl"><cite dir="rtl">الثاني</cite></span>',
    ]


def test_a_lost_citation_is_named(article, sources, translate):
    translate("All.{0}").save_target(publish=True)
    assert lost_citations(article, english_page(article)) == [sources[1]]


def test_publishing_a_loss_asks_first_and_names_the_source(admin_client, on_commit, article, sources, translate):
    translate("All.{1}")
    page = english_page(article)
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])
    assert "“الأول”" in "".join(str(message) for message in admin_client.get(address).context["messages"])
    response = admin_client.post(address, {"action": "publish"})
    assert response.context["lost"] == [sources[0]]
    assert not Page.objects.get(pk=page.pk).live
    with on_commit(execute=True):
        admin_client.post(address, {"action": "publish", "lost-citations-confirmed": "1"})
    assert marks(english_page(article)) == [Mark(sources[1].pk)]
    assert english_page(article).live


def test_publishing_without_a_loss_asks_nothing(admin_client, on_commit, article, translate):
    translate("All.{1}{0}")
    page = english_page(article)
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])
    assert list(admin_client.get(address).context["messages"]) == []
    with on_commit(execute=True):
        assert admin_client.post(address, {"action": "publish"}).status_code == 302
    assert english_page(article).live


def test_a_page_that_is_no_translation_is_never_warned_about(admin_client, article):
    assert losses_of(article) == []


def test_a_source_is_translated_with_what_every_language_shares():
    from wagtail_localize.models import Translation, TranslationSource

    english = locale("en")
    source = SourceFactory(title="تقرير", doi="10.1000/x", volume="3", year=2014, url="https://example.org/")
    kept, _created = TranslationSource.update_or_create_from_instance(source)
    assert [segment.string.data for segment in kept.stringsegment_set.all()] == ["تقرير"]
    Translation.objects.create(source=kept, target_locale=english).save_target(publish=True)
    translated = Source.objects.get(locale=english)
    assert (translated.doi, translated.volume, translated.year, translated.url) == (
        "10.1000/x", "3", 2014, "https://example.org/",
    )  # fmt: skip
