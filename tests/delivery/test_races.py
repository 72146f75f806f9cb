"""Editors and readers at the same moment, each on a connection of their own."""

import threading
import time

import pytest
from django.db import connection

from tests.articles.factories import make_article, quote
from tests.sites import build_news_site
from wagtail_gulf_summit.delivery.kinds import ARTICLE
from wagtail_gulf_summit.delivery.store.read import find
from wagtail_gulf_summit.delivery.store.visible import Place
from wagtail_gulf_summit.pages.models import ArticlePage

from .watching import all_is_fresh, whenever_saved

pytestmark = [pytest.mark.postgresql, pytest.mark.django_db(transaction=True, serialized_rollback=True)]
PLACE = Place("testserver", 80)
PUBLICATIONS = 8


def in_threads(*functions):
    """Run all at once; what one of them raised is raised here."""
    errors = []

    def run(function):
        try:
            function()
        except BaseException as error:
            errors.append(error)
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=[function]) for function in functions]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert errors == []


def number(text):
    return int(text.partition('"title":"خبر ')[2].partition('"')[0])


def test_a_reader_never_meets_an_older_document_after_a_newer_one():
    site = build_news_site()
    page = make_article(site.section, title="خبر 0", slug="raced")
    lock, ticket, publishing = threading.Lock(), [0], [2]
    seen = []

    def publish():
        while True:
            with lock:
                # Numbers are given in the order in which the last one wins.
                ticket[0] += 1
                mine = ticket[0]
                if mine > PUBLICATIONS:
                    publishing[0] -= 1
                    return
                draft = ArticlePage.objects.get(pk=page.pk)
                draft.title = f"خبر {mine}"
                revision = draft.save_revision()
            if mine % 2:
                time.sleep(0.01)
            with lock:
                if ArticlePage.objects.get(pk=page.pk).live_revision_id < revision.pk:
                    revision.publish()

    def read():
        while publishing[0]:
            found = find(ARTICLE, page.pk, PLACE)
            seen.append(number(found.text.decode()))

    in_threads(publish, publish, read, read_apart(page, publishing))
    assert seen == sorted(seen)
    assert number(find(ARTICLE, page.pk, PLACE).text.decode()) == PUBLICATIONS


def read_apart(page, publishing):
    """A second reader, who keeps a count of their own."""

    def read():
        mine = []
        while publishing[0]:
            mine.append(number(find(ARTICLE, page.pk, PLACE).text.decode()))
        assert mine == sorted(mine)

    return read


def test_two_editors_publish_one_page_and_others_rename_whom_it_shows():
    from tests.people.factories import PersonFactory
    from wagtail_gulf_summit.delivery.kinds import build, load_instance
    from wagtail_gulf_summit.people.models import Person

    site = build_news_site()
    people = [PersonFactory(name=f"كاتب {n}") for n in range(2)]
    page = make_article(site.section, title="خبر 0", slug="raced", people=people)
    make_article(site.section, title="آخر", slug="other", related=[("article", page)])

    def publish(start):
        def run():
            for step in range(4):
                draft = ArticlePage.objects.get(pk=page.pk)
                draft.title = f"خبر {start + step}"
                draft.save_revision().publish()

        return run

    def rename(pk):
        def run():
            for step in range(4):
                person = Person.objects.get(pk=pk)
                person.name = f"كاتب {pk} {step}"
                person.save()

        return run

    def read():
        for _time in range(20):
            assert find(ARTICLE, page.pk, PLACE) is not None

    in_threads(publish(100), publish(200), rename(people[0].pk), rename(people[1].pk), read)
    assert find(ARTICLE, page.pk, PLACE).text.decode() == build(load_instance(ARTICLE, page.pk)).text()
    assert all_is_fresh()


def test_whoever_is_renamed_while_a_story_that_quotes_them_is_being_published_has_the_new_name_in_it():
    from tests.people.factories import PersonFactory
    from wagtail_gulf_summit.people.models import Person

    site = build_news_site()
    person = PersonFactory(name="قديم")
    page = make_article(site.section, quote("قال", person), title="خبر 0", slug="raced")

    def rename():
        speaker = Person.objects.get(pk=person.pk)
        speaker.name = "جديد"
        speaker.save()

    def rename_meanwhile(instance):
        assert [block.value["person"].name for block in instance.body] == ["قديم"]
        in_threads(rename)

    draft = ArticlePage.objects.get(pk=page.pk)
    draft.title = "خبر 1"
    revision = draft.save_revision()
    with whenever_saved(ArticlePage, rename_meanwhile):
        revision.publish()
    text = find(ARTICLE, page.pk, PLACE).text.decode()
    assert number(text) == 1
    assert '"name":"جديد"' in text
    assert '"name":"قديم"' not in text


def test_what_was_computed_before_a_change_is_not_kept_after_it(monkeypatch):
    from wagtail_gulf_summit.delivery.models import StoredDocument
    from wagtail_gulf_summit.delivery.store import write

    site = build_news_site()
    page = make_article(site.section, title="خبر 1", slug="raced")
    StoredDocument.objects.update(stale=True)
    build, changed = write.build, []

    def build_slowly(instance):
        built = build(instance)
        if not changed:
            changed.append(True)

            def publish():
                draft = ArticlePage.objects.get(pk=page.pk)
                draft.title = "خبر 2"
                draft.save_revision().publish()

            in_threads(publish)
        return built

    monkeypatch.setattr(write, "build", build_slowly)
    assert number(find(ARTICLE, page.pk, PLACE).text.decode()) == 2
    assert number(StoredDocument.objects.get(kind="article").document) == 2
