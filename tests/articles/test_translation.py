"""An article through wagtail-localize: every text is offered, people and topics follow the language."""

import pytest
from wagtail.models import Locale
from wagtail_localize.models import StringSegment, StringTranslation, Translation, TranslationSource

from tests.articles.factories import TABLE, TopicFactory, make_article, paragraph, quote
from tests.citations.factories import SourceFactory, marker
from tests.people.factories import AffiliationFactory, translated
from tests.sites import republish
from wagtail_gulf_summit.articles.blocks import StoryBlock
from wagtail_gulf_summit.pages.models import ArticlePage
from wagtail_gulf_summit.people.models import Person
from wagtail_gulf_summit.scope import page_scope

pytestmark = pytest.mark.django_db


def translate_to_english(page, translations):
    """The English article that wagtail-localize makes of ``page``."""
    source, _created = TranslationSource.update_or_create_from_instance(page)
    translation = Translation.objects.create(source=source, target_locale=Locale.objects.get(language_code="en"))
    for segment in StringSegment.objects.filter(source=source):
        StringTranslation.objects.create(
            translation_of=segment.string,
            locale=translation.target_locale,
            context=segment.context,
            data=translations.get(segment.string.data, segment.string.data),
            translation_type=StringTranslation.TRANSLATION_TYPE_MANUAL,
        )
    translation.save_target(publish=True)
    return ArticlePage.objects.get(locale__language_code="en", translation_key=page.translation_key)


def offered(page):
    source, _created = TranslationSource.update_or_create_from_instance(page)
    return set(StringSegment.objects.filter(source=source).values_list("string__data", flat=True))


def test_every_text_of_every_block_is_offered_for_translation(news_site):
    story = StoryBlock()
    page = make_article(
        news_site.section,
        ("heading", {"text": "عنوان"}),
        quote(
            "قول", AffiliationFactory().person, attribution="وقال", role_override="خبير", organisation_override="مركز"
        ),
        ("pull_quote", {"text": "مقتبس"}),
        ("gallery", {"title": "معرض", "images": []}),
        ("table", story.child_blocks["table"].to_python(TABLE)),
        ("statistic", {"text": "82 مليون", "unit": "مستخدم", "claim": "العدد"}),
        ("fact_box", {"title": "حقائق", "text": "<p>حقيقة</p>"}),
        title="العنوان",
        slug="story",
        kicker="تمهيد",
        standfirst="<p>مقدمة</p>",
        dateline_place="دبي",
        dateline_agency="وام",
        hero_caption="<p>صورة</p>",
        hero_credit="مصور",
        corrections=[("correction", {"date": "2014-09-17", "text": "<p>تصحيح</p>"})],
    )
    assert offered(page) == {
        *("عنوان", "قول", "وقال", "خبير", "مركز", "مقتبس", "معرض", "المستخدمون", "البلد", "مليون"),
        *("الإمارات", "عُمان"),
        *("82 مليون", "مستخدم", "العدد", "حقائق", "حقيقة", "العنوان", "story", "تمهيد", "مقدمة", "دبي", "وام"),
        *("صورة", "مصور", "تصحيح"),
    }


def test_a_translated_article_names_people_and_topics_in_its_language(news_site):
    affiliation = AffiliationFactory(person__name="فادي سالم", role="مدير", organisation__name="كلية")
    topic, source = TopicFactory(name="حوكمة"), SourceFactory()
    page = make_article(
        news_site.section,
        paragraph(f"نص{marker(source)}"),
        quote("قول", affiliation.person),
        ("table", StoryBlock().child_blocks["table"].to_python(TABLE)),
        title="العنوان",
        people=[affiliation.person],
        about=[topic],
    )
    english_person = translated(affiliation.person, name="Fadi Salem")
    english_person.affiliations.update(role="Director")
    translated(affiliation.organisation, name="School")
    translated(topic, name="Governance")
    translated(source)

    english = translate_to_english(
        page, {"العنوان": "Headline", "قول": "Saying", "البلد": "Country", "الإمارات": "UAE"}
    )

    with page_scope(english):
        body = english.body.stream_block.get_api_representation(english.body)
        bylines = english.bylines.stream_block.get_api_representation(english.bylines)
        topics = english.topics.stream_block.get_api_representation(english.topics)
    value = body[1]["value"]
    assert (value["quote"], value["person"]["name"], value["role"]) == ("<p>Saying</p>", "Fadi Salem", "Director")
    assert value["organisation"]["name"] == "School"
    assert bylines[0]["value"]["person"]["name"] == "Fadi Salem"
    assert topics[0]["value"]["name"] == "Governance"
    assert body[2]["value"]["columns"][0]["heading"] == "Country"
    assert body[2]["value"]["rows"][0]["values"] == ["<p>UAE</p>", 7.5]


def test_readers_of_a_translation_are_told_of_its_own_updates_only(news_site):
    page = make_article(news_site.section, title="العنوان")
    page.substantive_update = True
    page = republish(page)
    assert page.last_updated_at is not None

    english = translate_to_english(page, {"العنوان": "Headline"})
    assert (english.title, english.substantive_update, english.last_updated_at) == ("Headline", False, None)


def test_a_translated_person_keeps_roles_with_the_organisation_of_the_language(news_site):
    affiliation = AffiliationFactory(role="مدير", organisation__name="كلية")
    translated(affiliation.organisation, name="School")
    source, _created = TranslationSource.update_or_create_from_instance(affiliation.person)
    translation = Translation.objects.create(source=source, target_locale=Locale.objects.get(language_code="en"))
    translation.save_target(publish=True)
    english = Person.objects.get(locale__language_code="en")
    assert [(one.role, one.organisation.name) for one in english.affiliations.all()] == [("مدير", "School")]
