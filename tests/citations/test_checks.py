"""A page type that would lose its citations is named before it does."""

import pytest
from django.apps import apps
from django.db import models
from django.test.utils import isolate_apps
from wagtail.fields import RichTextField
from wagtail.models import Page

from tests.citations.study.models import StudyPage
from wagtail_gulf_summit.citations import checks
from wagtail_gulf_summit.citations.blocks import CitedRichTextBlock
from wagtail_gulf_summit.citations.mixins import CitedPageMixin
from wagtail_gulf_summit.fields import FrozenStreamField


def ids(messages) -> list[str]:
    return [message.id for message in messages]


class Fields(models.Model):
    intro = RichTextField(features=["bold", "citation"])
    body = FrozenStreamField([("text", CitedRichTextBlock())])
    plain = RichTextField()

    class Meta:
        abstract = True


@isolate_apps("tests.citations.study")
def test_a_page_without_the_mixin_is_warned_of():
    class Loose(Fields, models.Model):  # noqa: DJ008
        class Meta:
            app_label = "study"

    assert ids(checks.unnumbered_fields(Loose)) == ["gulf_summit.W201", "gulf_summit.W201"]


@isolate_apps("tests.citations.study")
def test_a_field_that_is_left_out_is_warned_of():
    class Partial(CitedPageMixin, Fields):  # noqa: DJ008
        cited_fields = ["body"]

        class Meta:
            app_label = "study"

    (message,) = checks.unnumbered_fields(Partial)
    assert (message.id, "Partial.cited_fields" in message.hint) == ("gulf_summit.W202", True)


@isolate_apps("tests.citations.study")
def test_a_page_that_says_itself_what_it_shows_is_not():
    class Own(CitedPageMixin, Fields):  # noqa: DJ008
        class Meta:
            app_label = "study"

        def cited_rich_text(self):
            return iter([self.intro])

    assert ids(checks.unnumbered_fields(Own)) == []


@isolate_apps("tests.citations.study")
def test_an_unknown_cited_field_is_an_error():
    class Wrong(CitedPageMixin, models.Model):  # noqa: DJ008
        cited_fields = ["nowhere"]

        class Meta:
            app_label = "study"

    assert ids(Wrong._check_cited_fields()) == ["gulf_summit.E201"]


@pytest.mark.parametrize("model", [StudyPage, Page])
def test_our_own_pages_are_clean(model):
    assert ids(checks.unnumbered_fields(model)) == []


def test_snippets_must_be_installed(monkeypatch):
    assert ids(checks.check_snippets_installed(None)) == []
    monkeypatch.setattr(apps, "is_installed", lambda name: name != "wagtail.snippets")
    assert ids(checks.check_snippets_installed(None)) == ["gulf_summit.E200"]
