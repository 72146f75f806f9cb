"""What a search of the newsroom API finds, and in what order, on the database at hand."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import PageViewRestriction

from tests.articles.factories import make_article
from tests.sites import translate
from wagtail_gulf_summit.api import search as door
from wagtail_gulf_summit.delivery import search as finding

pytestmark = pytest.mark.django_db


def paragraph(text):
    return ("paragraph", f"<p>{text}</p>")


def found(client, q, **parameters):
    answer = client.get("/api/newsroom/search/", {"q": q, "type": "article", **parameters})
    assert answer.status_code == 200, answer.content
    return answer.json()


def ids(answer):
    return [item["id"] for item in answer["items"]]


def walked(client, query, limit):
    """The ids on all pages of results, one page after the other."""
    seen, cursor = [], {}
    while True:
        answer = found(client, query, limit=limit, **cursor)
        seen += ids(answer)
        if answer["next"] is None:
            return seen
        cursor = {"cursor": answer["next"]}


@pytest.fixture
def deep(monkeypatch):
    """How deep a search goes."""

    def deep(most):
        monkeypatch.setattr(finding, "MOST", most)
        monkeypatch.setattr(door, "MOST", most)

    return deep


def test_the_word_as_it_is_written_ranks_above_its_forms(client, news_site):
    parent = news_site.parent()
    as_written = make_article(parent, paragraph("تناقش الحكومات ذلك"), title="خبر أول")
    another_form = make_article(parent, paragraph("تناقش حكومة ذلك"), title="خبر ثان")
    make_article(parent, paragraph("كلام"), title="خبر ثالث")
    assert ids(found(client, "الحكومات")) == [as_written.pk, another_form.pk]


@pytest.mark.postgresql
def test_a_title_ranks_above_a_body(client, news_site):
    in_title = make_article(news_site.parent(), title="الحكومات الذكية")
    in_body = make_article(news_site.parent(), paragraph("تناقش الحكومات ذلك"), title="خبر أول")
    assert ids(found(client, "الحكومات")) == [in_title.pk, in_body.pk]


def test_each_language_is_searched_for_itself(client, news_site):
    article = make_article(news_site.parent(), title="GITEX في دبي")
    english = translate(article, news_site.en, title="GITEX in Dubai")
    assert sorted(ids(found(client, "gitex"))) == sorted([article.pk, english.pk])
    assert ids(found(client, "gitex", lang="en")) == [english.pk]


@pytest.mark.parametrize("typed", ["!!", "«»", "'", "&", "100%", r"\ : * | ( )", "%(lang)s"])
def test_signs_are_searched_for_like_anything_else(client, news_site, typed):
    make_article(news_site.parent(), title="قمة")
    assert ids(found(client, typed)) == []


def test_pages_of_results_follow_each_other(client, news_site):
    articles = [make_article(news_site.parent(), title=f"قمة الحكومات {number}") for number in range(5)]
    seen = walked(client, "قمة", limit=2)
    assert sorted(seen) == sorted(article.pk for article in articles)
    assert len(seen) == 5


@pytest.mark.postgresql
def test_of_more_matches_than_are_ranked_those_in_titles_and_the_newest_stay(client, news_site, deep):
    parent = news_site.parent()
    oldest = make_article(parent, title="قمة الحكومات")
    others = [make_article(parent, paragraph("في القمة"), title=f"خبر {number}") for number in range(4)]
    deep(3)
    assert ids(found(client, "قمة")) == [oldest.pk, others[3].pk, others[2].pk]


@pytest.mark.postgresql
def test_results_are_ranked_in_batches_that_follow_each_other(client, news_site, monkeypatch):
    from wagtail_gulf_summit.delivery.store import matches

    monkeypatch.setattr(matches, "BATCH", 2)
    parent = news_site.parent()
    once, thrice = paragraph("في القمة"), [paragraph("القمة"), paragraph("القمة"), paragraph("القمة")]
    texts = [[once], thrice, [once], [once], thrice]
    pks = [make_article(parent, *text, title=f"خبر {number}").pk for number, text in enumerate(texts)]

    seen = walked(client, "القمة", limit=1)

    newest, before, oldest = [pks[4], pks[3]], [pks[1], pks[2]], [pks[0]]
    assert seen == [*newest, *before, *oldest]


@pytest.mark.postgresql
@pytest.mark.parametrize("titles", ["by index", "one by one"])
def test_looking_through_the_newest_pages_finds_what_the_index_finds(client, news_site, monkeypatch, titles):
    from wagtail_gulf_summit.delivery.store import matches

    parent = news_site.parent()
    words = ["القمة", "كلام", "في القمة", "القمة", "كلام", "في القمة", "القمة"]
    for number, (title, text) in enumerate(zip(words, reversed(words), strict=True)):
        make_article(parent, paragraph(text), title=f"{title} {number}")
    hidden = make_article(parent, paragraph("القمة"), title="القمة")
    PageViewRestriction.objects.create(page=hidden, restriction_type=PageViewRestriction.LOGIN)
    monkeypatch.setattr(matches, "BATCH", 2)
    monkeypatch.setattr(matches, "MATCHES_A_TEXT", 1_000_000)
    by_index = [walked(client, "القمة", limit) for limit in (1, 2, 5)]

    monkeypatch.setattr(matches, "MATCHES_A_TEXT", 0)
    monkeypatch.setattr(matches, "MATCHES_A_TITLE", 1_000_000 if titles == "by index" else 0)
    assert [walked(client, "القمة", limit) for limit in (1, 2, 5)] == by_index
    with CaptureQueriesContext(connection) as captured:
        found(client, "القمة", limit=1)
    assert len([query for query in captured if "ts_rank" in query["sql"]]) == 1
    assert len(by_index[0]) == len(words)


@pytest.mark.postgresql
def test_the_plans_of_later_statements_are_not_meddled_with(client, news_site):
    found(client, "قمة")
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_setting('enable_seqscan'), current_setting('enable_sort')")
        assert cursor.fetchone() == ("on", "on")


def test_the_excerpt_is_cut_out_of_the_text_round_the_word(client, news_site):
    long = "كلمة " * 100
    body = [paragraph(long), paragraph(f"قبل الزعفران {long}"), paragraph(long)]
    make_article(news_site.parent(), *body, title="خبر")
    [item] = found(client, "زعفران")["items"]
    assert item["excerpt"].startswith("… كلمة") and item["excerpt"].endswith("كلمة …")
    assert "قبل <mark>الزعفران</mark> كلمة" in item["excerpt"]
