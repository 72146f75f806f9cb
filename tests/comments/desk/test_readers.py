"""The page of one reader: what they wrote where one moderates, what holds for them, and how it is changed."""

import pytest
from django.urls import reverse
from django.utils.translation import gettext

from tests.comments.desk.conftest import make_moderator
from tests.comments.factories import make_comment
from wagtail_gulf_summit.comments.models import ReaderStanding
from wagtail_gulf_summit.comments.states import State

pytestmark = pytest.mark.django_db


def page_of(client, comment):
    response = client.get(reverse("reader_comments:reader", args=[comment.pk]))
    assert response.status_code == 200
    return response.content.decode()


def ban(client, comment, **fields):
    data = {"standing": "banned", "subject": "email", "next": reverse("reader_comments:standings"), **fields}
    return client.post(reverse("reader_comments:standing", args=[comment.pk]), data, headers={"Accept": "text/html"})


def test_a_reader_s_comments_here_and_their_numbers_are_shown_and_none_of_another_section(
    moderator, article, foreign_article
):
    mine = make_comment(article, "كلامه هنا", name="سارة")
    make_comment(article, "كلام مرفوض", state=State.REJECTED)
    make_comment(article, "كلام غيره", email="other@example.com")
    make_comment(foreign_article, "كلامه هناك", name="اسم آخر")
    shown = page_of(moderator, mine)
    assert "كلامه هنا" in shown and "كلام مرفوض" in shown and "سارة" in shown
    assert "كلام غيره" not in shown and "كلامه هناك" not in shown and "اسم آخر" not in shown
    # What an author wrote elsewhere is not counted on the card either.
    response = moderator.get(reverse("reader_comments:reader", args=[mine.pk]))
    assert {(card.author.approved, card.author.turned_down) for card in response.context["cards"]} == {(1, 1)}


def test_a_ban_is_made_shown_changed_and_lifted_on_the_reader_s_page(moderator, article):
    comment = make_comment(article, name="سارة")
    assert "gs-mark--bad" not in page_of(moderator, comment)
    assert ban(moderator, comment, note="سبّ").status_code == 302
    assert "سبّ" in page_of(moderator, comment)
    listed = moderator.get(reverse("reader_comments:standings")).content.decode()
    assert reverse("reader_comments:reader", args=[comment.pk]) in listed
    ban(moderator, comment, standing="trusted")
    standing = ReaderStanding.objects.get()
    assert standing.standing == "trusted"
    address = reverse("reader_comments:reader", args=[comment.pk])
    answer = moderator.post(reverse("reader_comments:lift", args=[standing.pk]), {"next": address})
    assert (answer.status_code, answer["Location"]) == (302, address)
    assert not ReaderStanding.objects.exists()


def test_what_another_section_decided_on_a_reader_stays(moderator, article, foreign_article):
    there = make_comment(foreign_article, "هناك")
    here = make_comment(article, "هنا")
    ban(make_moderator("other", foreign_article), there, note="لهم وحدهم")
    assert "لهم وحدهم" not in page_of(moderator, here)
    answer = moderator.post(
        reverse("reader_comments:standing", args=[here.pk]),
        {"standing": "trusted", "subject": ["email", "ip"]},
        headers={"Accept": "application/json"},
    )
    assert answer.status_code == 409
    assert answer.json()["message"] == gettext("Moderators of another section have decided on this reader.")
    assert ReaderStanding.objects.get().standing == "banned"


def test_an_erased_comment_leads_to_no_reader(moderator, article):
    erased = make_comment(article, state=State.ERASED)
    assert moderator.get(reverse("reader_comments:reader", args=[erased.pk])).status_code == 404


@pytest.mark.parametrize(("count", "label"), [(1, "تعليق واحد"), (2, "تعليقان")])
def test_the_foot_of_a_list_counts_in_words(moderator, article, count, label):
    for number in range(count):
        make_comment(article, f"تعليق {number}", state=State.PENDING)
    assert label in moderator.get(reverse("reader_comments:index")).content.decode()


@pytest.mark.parametrize(
    ("count", "label"), [(1, "تعليق واحد"), (2, "تعليقان"), (3, "3 تعليقات"), (11, "11 تعليقًا"), (100, "100 تعليق")]
)
def test_the_foot_of_a_list_has_the_arabic_plural(count, label):
    from django.utils import translation

    from wagtail_gulf_summit.comments.desk.views.queue import KnownCountPaginator

    paginator = KnownCountPaginator([], 25)
    paginator.known_count = count
    with translation.override("ar"):
        assert paginator.items_count_label == label


def test_a_list_exports_many_comments_without_holding_them(moderator, article, monkeypatch):
    """Rows are read in portions, and no list of them is made on the way."""
    from django.db.models import QuerySet

    from wagtail_gulf_summit.comments.models import ReaderComment

    for number in range(7):
        make_comment(article, f"تعليق {number}", state=State.PENDING)
    portions = []
    iterator = QuerySet.iterator
    fetch_all = QuerySet._fetch_all

    def watched(queryset, chunk_size=None):
        if queryset.model is ReaderComment:
            portions.append(chunk_size)
        return iterator(queryset, chunk_size)

    def refused(queryset):
        if queryset.model is ReaderComment:
            raise AssertionError("The whole list was read at once.")
        return fetch_all(queryset)

    monkeypatch.setattr(QuerySet, "iterator", watched)
    monkeypatch.setattr(QuerySet, "_fetch_all", refused)
    for kind in ("csv", "xlsx"):
        response = moderator.get(reverse("reader_comments:index"), {"export": kind})
        assert len(b"".join(response.streaming_content)) > 500
    assert portions == [500, 500]
