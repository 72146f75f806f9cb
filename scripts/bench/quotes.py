"""What a person said, among a hundred thousand quotes."""

from datetime import timedelta
from typing import Any

from scripts.bench.tools import Bench, text
from scripts.bench.tools.browsing import Browser, on_example_site

#: One person in this many says one quote in two.
PEOPLE, ON_A_PAGE = 200, 200


@on_example_site
def run(bench: Bench) -> None:
    from wagtail_gulf_summit.people.models import Person, Quote

    from .newsroom import articles

    articles.make_site()
    total = bench.items(100_000)
    pages = max(total // ON_A_PAGE, 10)
    from wagtail_gulf_summit.pages.models import ArticlePage

    bench.load("stories", pages, ArticlePage.objects.count(), articles.make_articles, batch=100)
    speaker = Person.objects.order_by("pk").first()
    address = f"/api/newsroom/people/{speaker.pk}/quotes/?limit=20"
    report = "/admin/reports/quotes/"
    browser = Browser()
    browser.get(address)
    few = browser.queries(address)
    few_report = browser.queries(report)
    bench.load("quotes", total, Quote.objects.count(), _make_quotes, batch=5_000)
    cursor = browser.get(address).json()["next"]
    rows = []
    for name, asked, before in (
        ("the newest 20 of a person", address, few),
        ("the next 20", f"{address}&cursor={cursor}", few),
        ("the report, first page", report, few_report),
    ):
        queries = browser.queries(asked)
        spent = bench.cpu_ms(lambda asked=asked: browser.get(asked), rounds=5)
        rows.append([name, queries, f"{spent:.1f}"])
        bench.check(f"queries for {name}", queries, before)
    bench.table(f"Among {Quote.objects.count():,} quotes", ["", "queries", "ms"], rows)


def _make_quotes(start: int, stop: int) -> None:
    """Further quotes in the index, on the stories there are; every second one is by the first person."""
    import random

    from wagtail_gulf_summit.pages.models import ArticlePage
    from wagtail_gulf_summit.people.models import Person, Quote

    people = list(Person.objects.order_by("pk"))
    stories: list[Any] = list(ArticlePage.objects.order_by("pk").only("pk", "locale", "first_published_at"))
    dice = random.Random(start)
    rows = []
    for number in range(start, stop):
        story = stories[number % len(stories)]
        person = people[0] if number % 2 else people[number // 2 % len(people)]
        words = text.sentence(dice, 20)
        rows.append(
            Quote(
                person=person,
                person_key=person.translation_key,
                page_id=story.pk,
                locale_id=story.locale_id,
                block_id=f"made-{number}",
                position=number,
                text=words,
                html=f"<p>{words}</p>",
                published_at=story.first_published_at + timedelta(seconds=number % 1000),
            )
        )
    Quote.objects.bulk_create(rows, batch_size=1_000)
