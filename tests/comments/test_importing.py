"""Comments of WordPress and of plain django-comments-xtd come in, each thread kept."""

from datetime import datetime, timezone
from io import StringIO
from pathlib import Path

import pytest
from django.contrib.contenttypes.models import ContentType
from django.core.management import CommandError, call_command
from django.utils import timezone as django_timezone
from django_comments_xtd import models as xtd_models
from django_comments_xtd.models import XtdComment

from tests.comments.site import make_article
from wagtail_gulf_summit.comments import privacy
from wagtail_gulf_summit.comments.importing import store
from wagtail_gulf_summit.comments.importing.source import ForeignComment
from wagtail_gulf_summit.comments.models import PageCounts, ReaderComment
from wagtail_gulf_summit.comments.readers import ip_key
from wagtail_gulf_summit.comments.states import State

pytestmark = pytest.mark.django_db

EXPORT = Path(__file__).with_name("wordpress.xml")


def run(command, *args, **options):
    out, err = StringIO(), StringIO()
    call_command(command, *args, stdout=out, stderr=err, **options)
    return out.getvalue(), err.getvalue()


def threads_of(page):
    """Body by id, and what each answers, as one picture: ``(body, body answered, level, state)``."""
    rows = ReaderComment.objects.filter(page=page).select_related("reply_to").order_by("created_at", "pk")
    return [(row.comment, row.reply_to and row.reply_to.comment, row.level, row.state) for row in rows]


IMPORTED = [
    ("مقال مفيد & واضح", None, 0, "approved"),
    ("أوافقك، انظر هنا (https://a.example/x)", "مقال مفيد & واضح", 1, "approved"),
    ("Buy now", "أوافقك، انظر هنا (https://a.example/x)", 2, "spam"),
    ("ردّ على من حُذف", None, 0, "pending"),
]


def test_a_wordpress_export_comes_in_with_its_threads(article, reader):
    out, err = run("gulf_summit_import_wordpress_comments", EXPORT)
    assert threads_of(article) == IMPORTED
    assert out == (
        "Imported 4; there already 0; without words 0; pingbacks and others left out 1; without a page 1.\n"
    )
    assert "No page for post 42 “صفحة لا نعرفها” (https://old.example/unknown/), with 1 comments." in err
    listed = reader.listed()
    assert [(item["author"], item["depth"], item["created_at"]) for item in listed] == [
        ("سارة", 0, "2014-09-17T10:00:00Z"),
        ("خالد", 1, "2014-09-17T10:05:00Z"),
    ]
    assert ReaderComment.objects.get(user_name="خالد").user_url == ""
    spam = ReaderComment.objects.get(state="spam")
    assert (spam.user_email, spam.created_at) == ("", datetime(2014, 9, 17, 10, 10, tzinfo=timezone.utc))
    assert PageCounts.objects.values_list("approved", "pending", "spam").get(page=article) == (2, 1, 1)


def test_an_import_that_is_run_again_adds_only_what_was_missing(article, news, tmp_path):
    run("gulf_summit_import_wordpress_comments", EXPORT)
    lost = make_article(news.section)
    pages = tmp_path / "pages.csv"
    pages.write_text(f"post,page\n42,{lost.pk}\n", encoding="utf-8")
    out, _err = run("gulf_summit_import_wordpress_comments", EXPORT, pages=pages)
    assert out == (
        "Imported 1; there already 4; without words 0; pingbacks and others left out 1; without a page 0.\n"
    )
    assert (threads_of(article), threads_of(lost)) == (IMPORTED, [("Lost?", None, 0, "approved")])


def test_an_import_does_not_bring_back_what_was_erased(article):
    run("gulf_summit_import_wordpress_comments", EXPORT)
    privacy.erase(privacy.of_email("sara@example.com"))
    run("gulf_summit_import_wordpress_comments", EXPORT)
    assert threads_of(article)[0] == ("", None, 0, "erased")
    assert ReaderComment.objects.count() == 4


def test_a_dry_run_changes_nothing(article):
    out, _err = run("gulf_summit_import_wordpress_comments", EXPORT, dry_run=True)
    assert f"4 comments of “قمة الحكومات” go to page {article.pk} “{article.title}”." in out
    assert ReaderComment.objects.count() == 0


def test_a_broken_or_hostile_file_is_refused_with_what_is_wrong(article, tmp_path):
    file = tmp_path / "export.xml"
    whole = EXPORT.read_text(encoding="utf-8")
    file.write_text(whole[: whole.index("<title>صفحة")], encoding="utf-8")
    with pytest.raises(CommandError, match="no complete XML"):
        run("gulf_summit_import_wordpress_comments", file)
    assert threads_of(article) == IMPORTED
    bomb = '<!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><rss><channel>&b;</channel></rss>'
    file.write_text(bomb, encoding="utf-8")
    with pytest.raises(CommandError, match="declares entities"):
        run("gulf_summit_import_wordpress_comments", file)
    with pytest.raises(CommandError, match="No such file"):
        run("gulf_summit_import_wordpress_comments", tmp_path / "none.xml")


def test_a_map_that_names_a_page_that_is_none_is_refused(article, news, tmp_path):
    pages = tmp_path / "pages.csv"
    for text, words in (
        (f"42,{news.section.pk}", "no page that takes comments"),
        ("42;7", "line 1"),
        ("a,b\nc,d", "line 2"),
    ):
        pages.write_text(text, encoding="utf-8")
        with pytest.raises(CommandError, match=words):
            run("gulf_summit_import_wordpress_comments", EXPORT, pages=pages)


def foreign(number, parent=None, body="نص"):
    time = datetime(2020, 1, 1, 0, number % 60, tzinfo=timezone.utc)
    key = f"t:{parent}" if parent is not None else None
    return ForeignComment(f"t:{number}", key, "س", "", "", body, time, State.APPROVED)


def test_an_import_that_is_stopped_leaves_no_thread_in_pieces_and_goes_on(article, monkeypatch):
    monkeypatch.setattr(store, "PORTION", 2)
    comments = [foreign(1), foreign(2, 1), foreign(3, 2), foreign(4), foreign(5, 4)]
    steps = iter(range(3))

    def stop_after_three():
        if next(steps, None) == 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        store.store(article, comments, on_each=stop_after_three)
    assert ReaderComment.objects.count() == 3
    assert store.store(article, comments) == {"stored": 2, "there": 3}


def test_comments_that_answer_each_other_in_a_circle_are_cut_open(article):
    assert store.store(article, [foreign(1, 2), foreign(2, 1), foreign(3, 3)]) == {"stored": 3}
    assert [row[2] for row in threads_of(article)] == [0, 1, 0]


def make_xtd(page, body, parent=None, **fields):
    kind = ContentType.objects.get_for_model(page)
    fields = {"is_public": True, "user_name": "زائر", "user_email": "x@example.com", **fields}
    comment = XtdComment(content_type=kind, object_pk=str(page.pk), site_id=1, comment=body, **fields)
    comment.parent_id = parent.pk if parent else 0
    comment.submit_date = fields.get("submit_date", django_timezone.now())
    comment.save()
    return comment


def test_comments_of_xtd_become_reader_comments_in_place(article, news, reader, monkeypatch):
    monkeypatch.setattr(xtd_models, "max_thread_level_for_content_type", lambda content_type: 3)
    root = make_xtd(article, "أصل", ip_address="192.0.2.1")
    reply = make_xtd(article, "رد", root)
    deep = make_xtd(article, "رد على الرد", reply)
    held = make_xtd(article, "محجوز", is_public=False)
    gone = make_xtd(article, "محذوف", is_removed=True)
    make_xtd(news.home, "في غير مكانه")
    out, err = run("gulf_summit_import_xtd_comments")
    assert out == "Made 5 reader comments; without a page 1.\n"
    assert f":{news.home.pk}, which has 1 comments." in err
    assert [(item["id"], item["parent"], item["depth"]) for item in reader.listed()] == [
        (root.pk, None, 0),
        (reply.pk, root.pk, 1),
        (deep.pk, reply.pk, 2),
    ]
    states = dict(ReaderComment.objects.values_list("pk", "state"))
    assert (states[held.pk], states[gone.pk]) == ("pending", "removed")
    row = ReaderComment.objects.get(pk=root.pk)
    assert (row.ip_address, row.ip_key, row.last_position) == (None, ip_key("192.0.2.1"), 2)
    assert PageCounts.objects.values_list("approved", "pending", "removed").get(page=article) == (3, 1, 1)
    assert run("gulf_summit_import_xtd_comments")[0] == "Made 0 reader comments; without a page 1.\n"


def test_comments_of_xtd_on_other_objects_go_where_a_file_says(article, news, tmp_path):
    make_xtd(news.home, "في غير مكانه")
    kind = ContentType.objects.get_for_model(news.home)
    pages = tmp_path / "pages.csv"
    pages.write_text(f"{kind.app_label}.{kind.model}:{news.home.pk},{article.pk}\n", encoding="utf-8")
    assert run("gulf_summit_import_xtd_comments", pages=pages)[0] == "Made 1 reader comments; without a page 0.\n"
    assert threads_of(article) == [("في غير مكانه", None, 0, "approved")]
    assert ReaderComment.objects.get().object_pk == str(article.pk)
