"""Public pages and the admin's listing among a thousand stories: their queries do not grow."""

from scripts.bench.tools import Bench
from scripts.bench.tools.browsing import Browser


def run(bench: Bench) -> None:
    from wagtail_gulf_summit.pages.models import ArticlePage, PersonPage, TopicPage

    from .newsroom import articles

    articles.make_site()
    make_articles = articles.make_articles
    bench.load("stories", 10, ArticlePage.objects.count(), make_articles, batch=10)
    _make_page(PersonPage, "person")
    _make_page(TopicPage, "topic")
    browser = Browser()
    addresses = _addresses()
    few = {name: browser.queries(address) for name, address in addresses.items()}
    bench.load("stories", bench.items(1_000), ArticlePage.objects.count(), make_articles, batch=100)
    rows = []
    for name, address in addresses.items():
        many = browser.queries(address)
        spent = bench.cpu_ms(lambda address=address: browser.get(address), rounds=5)
        rows.append([name, few[name], many, f"{spent:.0f}"])
        bench.check(f"queries of the {name}", many, max(few[name], 1) if ArticlePage.objects.count() > 20 else many)
    bench.table("Queries of a page", ["", "10 stories", "1,000 stories", "ms"], rows)


def _make_page(model, field: str) -> None:
    """The public page of the person, or the topic, that most stories name."""
    from wagtail.models import Page

    from wagtail_gulf_summit.pages.models import FrontPage

    if model.objects.exists():
        return
    about = model._meta.get_field(field).related_model.objects.order_by("pk").first()
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
        "listing of articles": reverse("gulf_summit_articles:index", urlconf="example_project.urls"),
        "explorer of a section": reverse("wagtailadmin_explore", args=[section.pk], urlconf="example_project.urls"),
    }
