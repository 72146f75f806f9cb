"""An editor writes the story of the example site from an empty form, by the requests a browser sends."""

import json
import re

import pytest
from django.urls import reverse
from wagtail.images import get_image_model
from wagtail.test.utils.form_data import inline_formset, nested_form_data, streamfield

from tests.articles import seed_story
from wagtail_gulf_summit.arabic.slugs import make_slug
from wagtail_gulf_summit.articles.models import Topic
from wagtail_gulf_summit.citations.models import Source
from wagtail_gulf_summit.pages.models import ArticlePage, SummitPage
from wagtail_gulf_summit.people.models import Person

pytestmark = pytest.mark.django_db


def make(client, model, **fields):
    """Make a snippet in its chooser, as from within the story."""
    url = reverse(model.snippet_viewset.chooser_viewset.get_url_name("create"))
    data = {**fields, **{f"snippet-chooser-create-form-{name}": value for name, value in fields.items()}}
    answer = client.post(f"{url}?locale=ar&content_locale=ar", data).json()
    assert answer["step"] == "chosen", answer
    return model.objects.get(pk=answer["result"]["id"])


def rich(text, sources=()):
    """Rich text as the editor sends it, each ``[n]`` of ``sources`` a citation."""
    ranges, entities = [], {}
    for key, (marker, source) in enumerate(sources):
        at = text.index(marker)
        ranges.append({"offset": at, "length": len(marker), "key": key})
        entities[str(key)] = {"type": "CITATION", "mutability": "IMMUTABLE", "data": {"id": source.pk}}
    block = {"key": "a", "text": text, "type": "unstyled", "depth": 0, "inlineStyleRanges": [], "entityRanges": ranges}
    return json.dumps({"blocks": [block], "entityMap": entities})


def test_the_story_written_from_an_empty_form_is_the_story_that_was_loaded(client):
    expected = seed_story.load_story()
    section = seed_story.forget_story()
    client.force_login(seed_story.editor())
    data = seed_story.story()

    kept = Source.objects.get(title=data["citations"][0]["title"])
    second = seed_story.second_source()
    new_source = make(
        client, Source, title=second["title"], edition=second["edition_text"], publisher_text=second["publisher"],
        authors_text="", kind="report", year="", url="",
    )  # fmt: skip
    tuqan = seed_story.tuqan()
    new_person = make(client, Person, name=tuqan["name"], role=tuqan["role"], organisation_name=tuqan["organisation"])
    people = {one["id"]: Person.objects.filter(name=one["name"]).first() for one in data["speakers"]}
    assert people["tuqan"] == new_person

    def block(one):
        if one["type"] == "quote":
            value = {
                "quote": rich(one["text"]),
                "person": people[one["speaker"]].pk,
                "attribution": one["attribution"],
                "role_override": "",
                "organisation_override": "",
            }
            return "speaker_quote", value | ({"continued": "on"} if one["continued"] else {})
        cited = {"1": kept, "2": new_source}
        return "paragraph", rich(one["text"], [(f"[{ref}]", cited[ref]) for ref in one.get("footnote_refs", [])])

    form = {
        "title": data["title"],
        "slug": make_slug(data["title"]),
        "kicker": seed_story.KICKER,
        "standfirst": rich(seed_story.STANDFIRST),
        "dateline_place": data["dateline"]["place"],
        "dateline_agency": data["dateline"]["agency"],
        "dateline_text": data["dateline"]["raw"],
        "hero_image": get_image_model().objects.get().pk,
        "hero_alt": seed_story.ALT,
        "hero_caption": "null",
        "hero_credit": seed_story.CREDIT,
        "body": streamfield([block({"type": "paragraph", **data["lead"]}), *map(block, data["body"])]),
        "bylines": streamfield([("byline", {"person": Person.objects.get(name=seed_story.WRITER).pk, "role": ""})]),
        "topics": streamfield([("topic", Topic.objects.get(name=seed_story.TOPIC).pk)]),
        "summits": streamfield([("summit", SummitPage.objects.get(locale=section.locale).pk)]),
        "related": streamfield([]),
        "corrections": streamfield([]),
        "comments": inline_formset([]),
        "action-publish": "1",
    }
    url = reverse("wagtailadmin_pages:add", args=["gulf_summit_pages", "articlepage", section.pk])
    answer = client.post(url, nested_form_data(form))
    assert answer.status_code == 302, answer.context["form"].errors
    assert re.search(r"/admin/pages/\d+/", answer["Location"])
    assert seed_story.document_of(ArticlePage.objects.get()) == expected
