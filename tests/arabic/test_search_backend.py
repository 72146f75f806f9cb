"""The backend on pages and images, through the calls that Wagtail's admin and API make."""

import pytest
from wagtail.images import get_image_model
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import Page
from wagtail.search.query import Not, Phrase, PlainText

from wagtail_gulf_summit.arabic.search.suggestions import suggestions

from .factories import index_pages

pytestmark = pytest.mark.django_db


def titles(results):
    return [page.title for page in results]


def test_the_exact_word_ranks_above_the_fold_and_the_fold_above_the_stem():
    index_pages(["قمة للحكومات هنا", "قمة الإنترنت هنا", "قمة الانترنت هنا", "قمة بالإنترنت هنا"])
    assert titles(Page.objects.search("الإنترنت")) == ["قمة الإنترنت هنا", "قمة الانترنت هنا", "قمة بالإنترنت هنا"]
    assert titles(Page.objects.search("الانترنت")) == ["قمة الانترنت هنا", "قمة الإنترنت هنا", "قمة بالإنترنت هنا"]


def test_all_words_must_be_found_unless_any_is_asked_for():
    index_pages(["قمة الحكومات", "قمة الشركات"])
    assert titles(Page.objects.search("القمم حكومه")) == ["قمة الحكومات"]
    assert set(titles(Page.objects.search("القمم حكومه", operator="or"))) == {"قمة الحكومات", "قمة الشركات"}


def test_a_phrase_is_found_in_its_folded_spelling_and_in_its_order():
    index_pages(["قمة الإمارات اليوم", "الإمارات قمة اليوم"])
    assert titles(Page.objects.search(Phrase("قمه الامارات"))) == ["قمة الإمارات اليوم"]


def test_a_negation_leaves_out_every_form_of_the_word():
    index_pages(["قمة الحكومات", "قمة الشركات"])
    query = PlainText("قمة") & Not(PlainText("حكومه"))
    assert titles(Page.objects.search(query)) == ["قمة الشركات"]


@pytest.mark.parametrize("query", ["؟", '"', "'", "!!", "()", "*", ":", "\\", "&|"])
def test_a_query_without_words_finds_nothing(query):
    index_pages(["قمة الحكومات"])
    assert titles(Page.objects.search(query)) == []
    assert titles(Page.objects.autocomplete(query)) == []


@pytest.mark.parametrize("query", ['قمة "', "قمة'", "(قمة)", "قمة*", "قمة:", "قمة\\", "قمة؟", "«قمة»", "قمة\x00"])
def test_punctuation_does_not_hide_a_word(query):
    index_pages(["قمة الحكومات"])
    assert titles(Page.objects.search(query)) == ["قمة الحكومات"]


def test_a_word_still_being_typed_is_completed_without_its_article():
    index_pages(["اجتماع الحكومات", "اجتماع الأحزاب"])
    for typed in ("حكو", "الحكو", "والحكو", "احزاب", "الاحز"):
        assert len(Page.objects.autocomplete(typed)) == 1, typed


def test_only_the_last_word_is_taken_as_a_beginning():
    index_pages(["اجتماع الحكومات"])
    assert titles(Page.objects.autocomplete("اجتماع حكو")) == ["اجتماع الحكومات"]
    assert titles(Page.objects.autocomplete("اجت حكومات")) == []


def test_images_and_other_models_are_found_with_no_change_to_them():
    image = get_image_model().objects.create(title="القمّة الخليجيـــة", file=get_test_image_file())
    assert list(get_image_model().objects.search("قمه خليجي")) == [image]


def test_a_renamed_page_is_found_by_its_new_title_alone():
    page = Page.get_first_root_node().add_child(title="قمة الحكومات", slug="one")
    page.title = "منتدى الشركات"
    page.save()
    assert titles(Page.objects.search("شركه")) == ["منتدى الشركات"]
    assert titles(Page.objects.search("حكومه")) == []


def test_suggestions_are_titles_without_repeated_spellings():
    index_pages(["قمة الإنترنت", "قِمّة الإنترنت", "قمر"])
    assert suggestions(Page.objects.all(), "القمه ال") in (["قمة الإنترنت"], ["قِمّة الإنترنت"])
    assert suggestions(Page.objects.all(), " ") == []
