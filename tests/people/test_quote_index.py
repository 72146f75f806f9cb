"""The index of quotes keeps up with what is published, however it changes."""

from datetime import date, datetime, timezone

import pytest
from django.core.management import call_command

from tests.articles.factories import make_article, quote
from tests.people.factories import AffiliationFactory, PersonFactory, translated
from tests.sites import publish, republish, translate
from wagtail_gulf_summit.pages.models import SectionPage
from wagtail_gulf_summit.people.models import Quote
from wagtail_gulf_summit.people.quotes.read import quotes_of, with_speakers

pytestmark = pytest.mark.django_db


def texts():
    return list(Quote.objects.order_by("position").values_list("text", flat=True))


def test_publishing_indexes_the_quotes_in_the_order_shown(news_site):
    person = PersonFactory()
    page = make_article(
        news_site.section,
        quote("الأول<a linktype='citation' id='7'>[1]</a>.".replace("'", '"'), person),
        quote("الثاني.", person, attribution="وأضاف سالم:", continued=True, role_override="خبير"),
        quote("بلا متحدث."),
    )

    rows = Quote.objects.order_by("position").values_list(
        "page_id", "person_id", "text", "html", "attribution", "continued", "role_override", "published_at"
    )
    day = page.first_published_at
    assert list(rows) == [
        (page.pk, person.pk, "الأول.", "<p>الأول.</p>", "", False, "", day),
        (page.pk, person.pk, "الثاني.", "<p>الثاني.</p>", "وأضاف سالم:", True, "خبير", day),
    ]


def test_a_draft_does_not_touch_the_index_until_it_is_published(news_site):
    page = make_article(news_site.section, quote("قبل.", PersonFactory()))
    first = Quote.objects.get()
    page.body[0].value["quote"].source = "<p>بعد.</p>"

    page.save_revision()
    assert texts() == ["قبل."]

    page.get_latest_revision().publish()
    assert texts() == ["بعد."]
    assert Quote.objects.get().pk == first.pk


def test_unpublishing_and_deleting_empty_the_index(news_site):
    page = make_article(news_site.section, quote("نعم.", PersonFactory()))
    other = make_article(news_site.section, quote("لا.", PersonFactory()))

    page.unpublish()
    assert texts() == ["لا."]

    other.delete()
    assert texts() == []


def test_unpublishing_a_section_with_its_pages_empties_the_index(news_site, admin_user):
    make_article(news_site.section, quote("نعم.", PersonFactory()))
    from wagtail.actions.unpublish_page import UnpublishPageAction

    UnpublishPageAction(news_site.parent(), user=admin_user, include_descendants=True).execute()
    assert texts() == []


def test_copying_and_moving_keep_each_page_with_its_own_quotes(news_site):
    page = make_article(news_site.section, quote("نعم.", PersonFactory()))
    copy = page.copy(update_attrs={"slug": "copy"})
    other = publish(news_site.front, SectionPage(title="اقتصاد", slug="economy", locale=news_site.ar))

    copy.move(other, pos="last-child")
    assert sorted(Quote.objects.values_list("page_id", flat=True)) == [page.pk, copy.pk]
    assert quotes_of(Quote.objects.first().person).count() == 2


def test_removing_a_quote_block_removes_it_from_the_index(news_site):
    page = make_article(news_site.section, quote("أ.", PersonFactory()), quote("ب.", PersonFactory()))
    del page.body[0]
    republish(page)
    assert texts() == ["ب."]


def test_the_command_rebuilds_what_is_missing_and_drops_what_is_stale(news_site, capsys):
    page = make_article(news_site.section, quote("نعم.", PersonFactory()))
    Quote.objects.update(text="قديم")
    Quote.objects.create(
        person=PersonFactory(),
        person_key=page.translation_key,
        page_id=news_site.front.pk,
        locale=news_site.ar,
        block_id="x",
        text="زائد",
        published_at=page.first_published_at,
    )
    call_command("gulf_summit_rebuild_quotes", verbosity=1)
    assert texts() == ["نعم."]
    assert capsys.readouterr().out == "اقتباس واحد في الفهرس.\n"


def test_a_quote_shows_the_role_of_its_day(news_site):
    person = PersonFactory()
    AffiliationFactory(person=person, role="باحث", organisation=None, valid_until=date(2014, 12, 31))
    AffiliationFactory(person=person, role="مدير", organisation=None, valid_from=date(2015, 1, 1))
    early = make_article(
        news_site.section, quote("أ.", person), first_published_at=datetime(2014, 9, 17, 8, tzinfo=timezone.utc)
    )
    late = make_article(
        news_site.section, quote("ب.", person), first_published_at=datetime(2015, 9, 17, 8, tzinfo=timezone.utc)
    )

    assert [(quote.page_id, quote.role) for quote in with_speakers(quotes_of(person))] == [
        (late.pk, "مدير"),
        (early.pk, "باحث"),
    ]


def test_the_day_of_the_role_is_the_day_in_the_newsroom(news_site):
    """22:30 UTC on 31 December is already 1 January in Dubai."""
    person = PersonFactory()
    AffiliationFactory(person=person, role="مدير", organisation=None, valid_from=date(2015, 1, 1))
    make_article(
        news_site.section, quote("أ.", person), first_published_at=datetime(2014, 12, 31, 22, 30, tzinfo=timezone.utc)
    )
    assert [quote.role for quote in quotes_of(person)] == ["مدير"]


def test_quotes_are_asked_for_across_languages_and_in_one(news_site):
    person = PersonFactory(name="فادي سالم")
    english = translated(person, name="Fadi Salem")
    page = make_article(news_site.section, quote("نعم.", person))
    translate(page, news_site.en, title="News")

    assert quotes_of(english).count() == 2
    assert [quote.speaker.name for quote in quotes_of(person, news_site.en)] == ["Fadi Salem"]
    assert [quote.speaker.name for quote in quotes_of(english, news_site.ar)] == ["فادي سالم"]


def test_quotes_of_private_pages_are_not_read(news_site):
    person = PersonFactory()
    make_article(news_site.section, quote("سر.", person))
    from wagtail.models import PageViewRestriction

    PageViewRestriction.objects.create(page=news_site.parent(), restriction_type="login")
    assert list(quotes_of(person)) == []


@pytest.mark.parametrize("number", [1, 12])
def test_reading_quotes_takes_the_same_queries_for_one_and_for_many(news_site, number, django_assert_num_queries):
    person = PersonFactory()
    for _count in range(3):
        AffiliationFactory(person=person)
    for _count in range(number):
        speaker = AffiliationFactory().person
        make_article(news_site.section, quote("أ.", person), quote("ب.", speaker))
    with django_assert_num_queries(3):
        for row in with_speakers(Quote.objects.select_related("page").order_by("-pk")):
            assert row.speaker.name and row.role and row.organisation_name


@pytest.mark.parametrize("number", [1, 12])
def test_one_query_finds_the_organisations_in_the_language_of_the_page(news_site, number, django_assert_num_queries):
    for _count in range(number):
        speaker = AffiliationFactory(person=PersonFactory(locale=news_site.en))
        translated(speaker.organisation, "ar", name="بالعربية")
        make_article(news_site.section, quote("أ.", speaker.person))
    with django_assert_num_queries(4):
        names = [row.organisation_name for row in with_speakers(Quote.objects.select_related("page"))]
    assert names == ["بالعربية"] * number
