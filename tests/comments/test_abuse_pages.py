"""Pages that strangers may neither list nor comment on, and threads they may not join."""

import pytest
from django.contrib.auth.models import Group
from wagtail.models import Page, PageViewRestriction, Site

from tests.comments.client import Reader, code_of
from tests.comments.factories import make_comment
from tests.comments.site import FULL, make_article, page_type, publish, translate

pytestmark = pytest.mark.django_db


def hide(article, how):
    if how == "draft":
        Page.objects.filter(pk=article.pk).update(live=False)
    elif how == "unpublished":
        article.unpublish()
    elif how == "deleted":
        Page.objects.get(pk=article.pk).delete()
    elif how == "private":
        PageViewRestriction.objects.create(page=article, restriction_type=PageViewRestriction.LOGIN)
    elif how == "private section":
        restriction = PageViewRestriction.objects.create(
            page=article.get_parent(), restriction_type=PageViewRestriction.GROUPS
        )
        restriction.groups.add(Group.objects.create(name="staff"))


@pytest.mark.parametrize("how", ["draft", "unpublished", "deleted", "private", "private section"])
def test_a_page_that_is_not_public_is_not_there(reader, article, open_house, how):
    token, page_id = reader.token(), article.pk
    reader.post("قبل")
    hide(article, how)
    answers = [
        reader.get("", page=page_id),
        reader.get("token/", page=page_id),
        reader.send("POST", "", {"page": page_id, "name": "S", "email": "s@x.com", "body": "x", "token": token}),
    ]
    assert [code_of(response) for response in answers] == [(404, "page-not-found")] * 3
    assert reader.get("counts/", pages=str(page_id)).json() == {"items": []}


def test_another_site_s_page_is_not_there(reader, news):
    home = publish(Page.get_first_root_node(), Page(title="Other", slug="other", locale=news.home.locale))
    Site.objects.create(hostname="other.example", root_page=home)
    foreign = publish(home, page_type("section")(title="S", slug="s", locale=news.home.locale))
    foreign = make_article(foreign)
    assert code_of(reader.get("", page=foreign.pk)) == (404, "page-not-found")
    assert code_of(reader.get("token/", page=foreign.pk)) == (404, "page-not-found")
    there = Reader(foreign)
    there.http.defaults["SERVER_NAME"] = "other.example"
    assert there.listed() == []


@pytest.mark.parametrize("is_translated", [True, False])
@pytest.mark.parametrize("is_joined", [True, False])
def test_a_page_of_a_site_within_the_site_is_there_alone(
    reader, article, news, settings, open_house, is_translated, is_joined
):
    settings.WAGTAIL_I18N_ENABLED = is_translated
    settings.GULF_SUMMIT_COMMENTS_JOIN_TRANSLATIONS = is_joined
    reader.post("قبل")
    token = reader.token()
    Site.objects.create(hostname="within.example", root_page=news.section)
    answers = [
        reader.get("", page=article.pk),
        reader.get("token/", page=article.pk),
        reader.post("بعد", token=token),
    ]
    assert [code_of(response) for response in answers] == [(404, "page-not-found")] * 3
    assert reader.get("counts/", pages=str(article.pk)).json() == {"items": []}
    reader.http.defaults["SERVER_NAME"] = "within.example"
    assert reader.post("بعد").status_code == 201
    assert [comment["body"] for comment in reader.listed()] == ["بعد", "قبل"]
    assert reader.get("counts/", pages=str(article.pk)).json() == {"items": [{"page": article.pk, "count": 2}]}


def test_a_joined_conversation_ends_where_another_site_begins(reader, article, news, settings, open_house):
    settings.GULF_SUMMIT_COMMENTS_JOIN_TRANSLATIONS = True
    settings.WAGTAIL_I18N_ENABLED = False
    in_english = Reader(translate(article))
    in_english.page.move(Page.objects.get(pk=news.home.pk), pos="last-child")
    Site.objects.create(hostname="english.example", root_page=in_english.page)
    in_english.http.defaults["SERVER_NAME"] = "english.example"
    reader.post("عربي")
    in_english.post("English")
    assert [comment["body"] for comment in reader.listed()] == ["عربي"]
    assert [comment["body"] for comment in in_english.listed()] == ["English"]


def test_a_page_type_that_takes_no_comments_is_not_there(reader, news):
    plain = publish(news.home, page_type("plain")(title="P", slug="p", locale=news.home.locale))
    for page in (plain, news.home, news.section):
        assert code_of(reader.get("token/", page=page.pk)) == (404, "page-not-found")


def test_a_page_type_can_be_named_in_the_settings(reader, news, settings):
    plain = publish(news.home, page_type("plain")(title="P", slug="p", locale=news.home.locale))
    settings.GULF_SUMMIT_COMMENTS_PAGE_TYPES = (plain._meta.label,)
    assert Reader(plain).post("نص").status_code == 202


if not FULL:  # the project comments_only has the subclassed page type

    @pytest.mark.parametrize("policy", ["premoderated", "postmoderated", "closed"])
    def test_a_subclassed_page_type_obeys_the_policy(news, settings, policy):
        settings.GULF_SUMMIT_COMMENTS_CONFIRM_EMAIL = False
        review = make_article(news.section, "review", comment_policy=policy)
        expected = {"premoderated": 202, "postmoderated": 201, "closed": 403}
        assert Reader(review).post("نص").status_code == expected[policy]


def test_a_reply_stays_within_its_page(reader, article, news):
    elsewhere = make_comment(make_article(news.section))
    assert code_of(reader.post("رد", parent=elsewhere.pk)) == (400, "parent-not-open")


@pytest.mark.parametrize("state", ["unconfirmed", "pending", "rejected", "spam", "removed", "erased"])
def test_only_a_public_comment_can_be_answered(reader, article, state):
    hidden = make_comment(article, state=state)
    assert code_of(reader.post("رد", parent=hidden.pk)) == (400, "parent-not-open")
    assert code_of(reader.post("رد", parent=999999)) == (400, "parent-not-open")


def test_replies_go_as_deep_as_the_site_says(reader, open_house):
    parent = None
    for depth in range(4):
        receipt = reader.post(f"عمق {depth}", parent=parent).json()
        assert receipt["comment"]["depth"] == depth
        parent = receipt["id"]
    assert code_of(reader.post("أعمق", parent=parent)) == (400, "parent-too-deep")


def test_translations_join_one_conversation_by_a_setting(reader, article, settings, open_house):
    english = translate(article)
    reader.post("تعليق عربي")
    Reader(english).post("An English comment")
    assert [item["body"] for item in reader.listed()] == ["تعليق عربي"]
    settings.GULF_SUMMIT_COMMENTS_JOIN_TRANSLATIONS = True
    joined = [(item["body"], item["lang"], item["dir"]) for item in reader.listed(order="oldest")]
    assert joined == [("تعليق عربي", "ar", "rtl"), ("An English comment", "en", "ltr")]
    counted = reader.get("counts/", pages=f"{article.pk},{english.pk}").json()["items"]
    assert counted == [{"page": article.pk, "count": 2}, {"page": english.pk, "count": 2}]
    answer = Reader(english).post("Yes", parent=reader.listed(order="oldest")[0]["id"])
    assert answer.status_code == 201


def test_a_withheld_translation_keeps_its_comments_to_itself(reader, article, settings, open_house):
    settings.GULF_SUMMIT_COMMENTS_JOIN_TRANSLATIONS = True
    english = translate(article)
    Reader(english).post("An English comment")
    english.unpublish()
    assert reader.listed() == []
    assert reader.get("counts/", pages=str(article.pk)).json()["items"] == [{"page": article.pk, "count": 0}]
