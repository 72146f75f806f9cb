"""Twelve paragraphs, four quotes, two citations, five topics and two authors, twenty thousand times.

Some hundred are written with all that Wagtail and the package write for a published
page. The others are copies of their rows under other ids, addresses and times.
"""

import random
from datetime import datetime, timedelta, timezone
from typing import Any

from django.core.management import call_command
from django.db import transaction
from wagtail.models import Locale, Page, ReferenceIndex, Site

from scripts.bench.tools import text
from wagtail_gulf_summit.articles.models import Topic
from wagtail_gulf_summit.citations.models import Source
from wagtail_gulf_summit.pages.models import ArticlePage, FrontPage, SectionPage
from wagtail_gulf_summit.people.models import Affiliation, Organisation, Person

from .copies import copy_articles

#: A word that one story in a hundred has, for searching.
RARE = "زعفران"
FIRST = datetime(2015, 1, 1, tzinfo=timezone.utc)
SECTIONS, PEOPLE, TOPICS, SOURCES = 10, 200, 100, 300
#: Articles that are not copies.
MODELS = 200


@transaction.atomic
def make_site() -> None:
    """The front page, sections, people, topics and sources, unless they are there."""
    if SectionPage.objects.exists():
        return
    locale = Locale.objects.get_or_create(language_code="ar")[0]
    front = Page.get_first_root_node().add_child(instance=FrontPage(title="أخبار", slug="news", locale=locale))
    front.save_revision().publish()
    Site.objects.update(root_page=front, hostname="127.0.0.1", port=80)
    Site.clear_site_root_paths_cache()
    for number in range(SECTIONS):
        parent = Page.objects.get(pk=front.pk)
        section = parent.add_child(
            instance=SectionPage(title=f"قسم {number}", slug=f"section-{number}", locale=locale)
        )
        section.save_revision().publish()
    organisations = [Organisation.objects.create(name=f"مؤسسة {n}", locale=locale) for n in range(PEOPLE // 4)]
    for number in range(PEOPLE):
        person = Person.objects.create(name=f"كاتب {number}", locale=locale)
        Affiliation.objects.create(
            person=person, organisation=organisations[number // 4], role=f"مدير {number}", locale=locale
        )
    for number in range(TOPICS):
        Topic.objects.create(name=f"موضوع {number}", locale=locale)
    for number in range(SOURCES):
        Source.objects.create(title=f"تقرير {number}", year=2014, locale=locale)


def make_articles(start: int, stop: int) -> None:
    """The articles numbered from ``start`` up to ``stop``, published."""
    if start >= MODELS:
        copy_articles(start // MODELS, stop - start)
        return
    sections = list(SectionPage.objects.order_by("path"))
    parts = Parts()
    for number in range(start, stop):
        section = sections[number % len(sections)]
        page = article(number, parts, section.locale)
        Page.objects.get(pk=section.pk).add_child(instance=page)
        ReferenceIndex.create_or_update_for_object(page)
    call_command("gulf_summit_rebuild_documents")


class Parts:
    """What articles show of others, by id."""

    def __init__(self) -> None:
        self.people = list(Person.objects.order_by("pk").values_list("pk", flat=True))
        self.topics = list(Topic.objects.order_by("pk").values_list("pk", flat=True))
        self.sources = list(Source.objects.order_by("pk").values_list("pk", flat=True))


def article(number: int, parts: Parts, locale: Any) -> ArticlePage:
    """An unsaved article; the same for the same number."""
    dice = random.Random(number)
    rare = RARE if number % 100 == 0 else ""
    cited = dice.sample(parts.sources, 2)
    body: list[dict[str, Any]] = []
    for at in range(12):
        marker = f'<a linktype="citation" id="{cited[at // 6]}">[1]</a>' if at % 6 == 5 else ""
        words = text.sentence(dice, 40, rare if at == 0 else "")
        body.append({"type": "paragraph", "value": f"<p>{words}{marker}</p>"})
        if at % 3 == 2:
            quoted = {"quote": f"<p>{text.sentence(dice, 20)}</p>", "person": dice.choice(parts.people)}
            body.append({"type": "speaker_quote", "value": {**quoted, "attribution": "وقال:", "continued": False}})
    published = FIRST + timedelta(hours=number)
    return ArticlePage(
        title=text.sentence(dice, 9),
        slug=f"story-{number}",
        locale=locale,
        standfirst=text.sentence(dice, 20),
        dateline_place="دبي",
        dateline_agency="سويفت نيوز",
        body=body,
        bylines=[{"type": "byline", "value": {"person": pk, "role": ""}} for pk in dice.sample(parts.people, 2)],
        topics=[{"type": "topic", "value": pk} for pk in dice.sample(parts.topics, 5)],
        first_published_at=published,
        last_published_at=published,
        latest_revision_created_at=published,
    )
