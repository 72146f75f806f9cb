"""Public pages and the admin's listing among a thousand stories: their queries do not grow."""

from scripts.bench.tools import Bench
from scripts.bench.tools.browsing import Browser, on_example_site


@on_example_site
def run(bench: Bench) -> None:
    from wagtail_gulf_summit.pages.models import ArticlePage

    from .newsroom import articles

    articles.make_site()
    browser = Browser()
    sizes = [1, 20, max(bench.items(1_000), 20)]
    found: dict[str, list[list[float]]] = {}
    for size in sizes:
        bench.load("stories", size, ArticlePage.objects.count(), articles.make_articles, batch=100)
        _make_page("person")
        _make_page("topic")
        for name, address in _addresses().items():
            spent = bench.cpu_ms(lambda address=address: browser.get(address), rounds=5)
            found.setdefault(name, []).append([browser.queries(address), spent])
    bench.table(
        f"Queries of a page, and its processor time in ms, among {' / '.join(f'{size:,}' for size in sizes)} stories",
        ["", "1", "20", "most", "ms, 1", "20", "most"],
        [
            [name, *(queries for queries, _spent in each), *(f"{spent:.0f}" for _queries, spent in each)]
            for name, each in found.items()
        ],
    )
    for name, (_one, twenty, most) in found.items():
        bench.check(f"queries of the {name}", most[0], twenty[0])


def _make_page(field: str) -> None:
    """The public page of the first story's author, or of its topic."""
    from wagtail.models import Page

    from wagtail_gulf_summit.pages.models import ArticlePage, FrontPage, PersonPage, TopicPage

    model = {"person": PersonPage, "topic": TopicPage}[field]
    if model.objects.exists():
        return
    story = ArticlePage.objects.order_by("first_published_at").first()
    about = {"person": story.bylines[0].value["person"], "topic": story.topics[0].value}[field]
    front = FrontPage.objects.get()
    page = model(title=about.name, slug=f"a-{field}", locale=front.locale, **{field: about})
    Page.objects.get(pk=front.pk).add_child(instance=page).save_revision().publish()


def _addresses() -> dict[str, str]:
    from django.urls import reverse

    from wagtail_gulf_summit.pages.models import FrontPage, PersonPage, SectionPage, TopicPage

    section = SectionPage.objects.order_by("path").first()
    return {
        "front page": FrontPage.objects.get().get_url(),
        "section page": section.get_url(),
        "person page": PersonPage.objects.get().get_url(),
        "topic page": TopicPage.objects.get().get_url(),
        "listing of articles": reverse("gulf_summit_articles:index"),
        "explorer of a section": reverse("wagtailadmin_explore", args=[section.pk]),
    }
