"""A moderator of one section neither sees nor decides anything of another's, by any address."""

import re

import pytest
from django.urls import reverse
from wagtail.models import ModelLogEntry, Page

from tests.comments.desk.conftest import make_moderator
from tests.comments.factories import make_comment
from tests.comments.site import make_article, translate
from wagtail_gulf_summit.comments.desk.viewset import viewset
from wagtail_gulf_summit.comments.models import GroupCommentPermission, ModeratorNote, ReaderComment, ReaderStanding
from wagtail_gulf_summit.comments.states import State

pytestmark = pytest.mark.django_db

SECRET = "كلام قسم آخر"


def posts_about(pk, state="pending"):
    """What the desk's forms send about one comment."""
    return [
        ("decide", [], {"action": "approve", "comment": f"{pk}:{state}"}),
        ("decide", [], {"action": "undo", "comment": f"{pk}:"}),
        ("note", [pk], {"text": "ملاحظة"}),
        ("pin", [pk], {"pinned": "1"}),
        ("standing", [pk], {"standing": "banned", "subject": ["email"], "reject_waiting": "1"}),
    ]


def ban_of(comment):
    return ReaderStanding.objects.create(
        subject="email", key=comment.author_key, standing="banned", name=SECRET, page_id=comment.page_id
    )


def test_every_address_of_the_desk_is_looked_at_here():
    names = {pattern.name for pattern in viewset.get_urlpatterns()}
    gets = {"index", "state", "state_results", "metrics", "standings", "comment", "reader"}
    assert names == gets | {name for name, _args, _data in posts_about(1)} | {"lift"}


def test_nothing_of_another_section_is_shown(moderator, article, foreign_article):
    make_comment(article, "كلام قسمي", state=State.PENDING)
    foreign = [make_comment(foreign_article, f"{SECRET} {state}", state=state, name=SECRET) for state in State]
    standing = ban_of(foreign[0])
    addresses = [
        reverse("reader_comments:index"),
        *(reverse("reader_comments:state", args=[state]) for state in State),
        *(reverse("reader_comments:state_results", args=[state]) for state in State),
        *(reverse("reader_comments:state", args=[state]) + f"?page={foreign_article.pk}" for state in State),
        *(reverse("reader_comments:state", args=[state]) + f"?section={foreign_article.pk}" for state in State),
        *(reverse("reader_comments:state", args=[state]) + "?q=كلام" for state in State),
        *(reverse("reader_comments:state", args=[state]) + "?export=csv" for state in State),
        reverse("reader_comments:metrics"),
        reverse("reader_comments:standings"),
        reverse("wagtailadmin_home"),
    ]
    for address in addresses:
        response = moderator.get(address)
        text = b"".join(response.streaming_content) if response.streaming else response.content
        shown = [secret for secret in (SECRET, foreign_article.title) if secret in text.decode()]
        assert (address, response.status_code, shown) == (address, 200, [])
    for view in ("comment", "reader"):
        addresses = [reverse(f"reader_comments:{view}", args=[comment.pk]) for comment in foreign]
        assert {moderator.get(address).status_code for address in addresses} == {404}
    assert moderator.post(reverse("reader_comments:lift", args=[standing.pk])).status_code == 404
    assert ReaderStanding.objects.filter(pk=standing.pk).exists()


def test_nothing_of_another_section_is_decided(moderator, foreign_article):
    comment = make_comment(foreign_article, SECRET, state=State.PENDING)
    before = ReaderComment.objects.values().get(pk=comment.pk)
    for name, args, data in posts_about(comment.pk):
        assert (name, moderator.post(reverse(f"reader_comments:{name}", args=args), data).status_code) == (name, 404)
    assert ReaderComment.objects.values().get(pk=comment.pk) == before
    assert ModeratorNote.objects.count() == ReaderStanding.objects.count() == ModelLogEntry.objects.count() == 0


def test_in_a_choice_of_many_another_section_s_are_left_out(moderator, article, foreign_article):
    mine = make_comment(article, state=State.PENDING)
    theirs = make_comment(foreign_article, state=State.PENDING)
    chosen = [f"{mine.pk}:pending", f"{theirs.pk}:pending"]
    answer = moderator.post(
        reverse("reader_comments:decide"),
        {"action": "approve", "comment": chosen},
        headers={"Accept": "application/json"},
    )
    assert [result["id"] for result in answer.json()["results"]] == [mine.pk]
    assert answer.json()["counts"]["pending"] == 0
    assert ReaderComment.objects.get(pk=theirs.pk).state == State.PENDING


@pytest.mark.parametrize("groups", [0, 1])
def test_who_moderates_nothing_finds_no_desk(news, article, groups):
    nobody = make_moderator("nobody")
    if not groups:
        nobody.user.groups.clear()
    comment = make_comment(article, SECRET, state=State.PENDING)
    get = [reverse("reader_comments:index")]
    get += [reverse(f"reader_comments:{name}", args=[comment.pk]) for name in ("comment", "reader")]
    get += [reverse(f"reader_comments:{name}") for name in ("metrics", "standings")]
    answers = [nobody.get(address) for address in get]
    answers += [nobody.post(reverse(f"reader_comments:{n}", args=a), d) for n, a, d in posts_about(comment.pk)]
    assert {response.status_code for response in answers} <= {302, 403}
    assert all(response["Location"].startswith("/admin/") for response in answers if response.status_code == 302)
    assert ReaderComment.objects.get(pk=comment.pk).state == State.PENDING
    assert ModeratorNote.objects.count() == ReaderStanding.objects.count() == 0


def test_a_stranger_is_sent_to_log_in(article, client):
    comment = make_comment(article, state=State.PENDING)
    for name, args, data in posts_about(comment.pk):
        response = client.post(reverse(f"reader_comments:{name}", args=args), data)
        assert (response.status_code, response["Location"].split("?")[0]) == (302, reverse("wagtailadmin_login"))
    assert ReaderComment.objects.get(pk=comment.pk).state == State.PENDING


def test_a_look_changes_nothing_and_every_change_needs_the_csrf_token(news, article):
    strict = make_moderator("strict", news.section, enforce_csrf=True)
    comment = make_comment(article, state=State.PENDING)
    standing = ban_of(comment)
    forms = [*posts_about(comment.pk), ("lift", [standing.pk], {})]
    for name, args, data in forms:
        address = reverse(f"reader_comments:{name}", args=args)
        answers = strict.get(address, data).status_code, strict.post(address, data).status_code
        assert (name, *answers) == (name, 405, 403)
    assert ReaderComment.objects.get(pk=comment.pk).state == State.PENDING
    assert (ReaderStanding.objects.count(), ModeratorNote.objects.count()) == (1, 0)


def test_a_reply_shows_no_words_of_a_section_that_is_not_one_s_own(moderator, article, news, settings):
    """Joined translations are one conversation of two sections."""
    settings.GULF_SUMMIT_COMMENTS_JOIN_TRANSLATIONS = True
    there = make_comment(translate(article), SECRET, name=SECRET)
    here = make_comment(article, "جواب", reply_to=there, state=State.PENDING, email="other@example.com")
    for address in (
        reverse("reader_comments:index"),
        reverse("reader_comments:comment", args=[here.pk]),
        reverse("reader_comments:reader", args=[here.pk]),
    ):
        text = moderator.get(address).content.decode()
        assert "جواب" in text and SECRET not in text


def test_the_section_s_translation_is_not_the_section(moderator, news):
    english = make_article(news.section_en, title="English", slug="english")
    comment = make_comment(english, SECRET, state=State.PENDING)
    assert moderator.get(reverse("reader_comments:comment", args=[comment.pk])).status_code == 404


def test_a_moderator_of_the_whole_tree_sees_a_page_without_a_section(news):
    everywhere = make_moderator("everywhere", Page.get_first_root_node())
    alone = make_article(news.home, title="بلا قسم", slug="alone")
    comment = make_comment(alone, "تعليق وحيد", state=State.PENDING)
    assert "تعليق وحيد" in everywhere.get(reverse("reader_comments:index")).content.decode()
    assert everywhere.get(reverse("reader_comments:comment", args=[comment.pk])).status_code == 200


def test_a_page_that_is_deleted_takes_its_comments_from_the_desk(moderator, article):
    comment = make_comment(article, SECRET, state=State.PENDING)
    Page.objects.get(pk=article.pk).delete()
    assert SECRET not in moderator.get(reverse("reader_comments:index")).content.decode()
    assert moderator.get(reverse("reader_comments:comment", args=[comment.pk])).status_code == 404


@pytest.mark.parametrize("value", ["abc", "-1", "9" * 30, "1,2"])
def test_a_filter_of_nothing_is_no_server_error(moderator, article, value):
    for name in ("section", "page", "author", "held_by", "age", "reported"):
        assert (name, moderator.get(reverse("reader_comments:index"), {name: value}).status_code) == (name, 200)


@pytest.mark.parametrize("pk", [0, 2**31, 2**63, 10**30])
def test_ids_of_nothing_are_not_found(moderator, pk):
    assert moderator.get(f"/admin/reader-comments/{pk}/").status_code == 404
    assert (
        moderator.post(reverse("reader_comments:decide"), {"action": "spam", "comment": f"{pk}:"}).status_code != 500
    )


def test_the_group_form_says_which_sections_a_group_moderates(admin_client, news):
    group = make_moderator("editors", news.section).user.groups.get()
    address = reverse("wagtailusers_groups:edit", args=[group.pk])
    html = admin_client.get(address).content.decode()
    assert "comment_permissions-0-page" in html
    forms = {"name": group.name}
    for prefix in set(re.findall(r'name="([\w-]+)-TOTAL_FORMS"', html)):
        forms |= {f"{prefix}-TOTAL_FORMS": 0, f"{prefix}-INITIAL_FORMS": 0}
    forms |= {
        "comment_permissions-TOTAL_FORMS": 2,
        "comment_permissions-INITIAL_FORMS": 1,
        "comment_permissions-0-page": news.section.pk,
        "comment_permissions-0-DELETE": "on",
        "comment_permissions-1-page": news.section_en.pk,
    }
    assert admin_client.post(address, forms).status_code == 302
    kept = GroupCommentPermission.objects.filter(group=group).values_list("page_id", flat=True)
    assert list(kept) == [news.section_en.pk]


def test_only_moderators_have_the_desk_in_their_menu(moderator, news):
    address = reverse("reader_comments:index")
    assert address in moderator.get(reverse("wagtailadmin_home")).content.decode()
    assert address not in make_moderator("nobody").get(reverse("wagtailadmin_home")).content.decode()
