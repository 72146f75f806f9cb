"""Pages in bulk for the search tests: neither saved one by one nor published."""

from django.contrib.contenttypes.models import ContentType
from wagtail.models import Locale, Page
from wagtail.search.backends import get_search_backend


def index_pages(titles):
    """Pages with these titles, in the search index; returned in the order of the titles."""
    root = Page.get_first_root_node()
    locale = Locale.get_active()
    content_type = ContentType.objects.get_for_model(Page)
    first = root.numchild + 1
    pages = [
        Page(
            title=title,
            draft_title=title,
            slug=f"page-{number}",
            path=Page._get_path(root.path, root.depth + 1, number),
            depth=root.depth + 1,
            url_path=f"/page-{number}/",
            locale=locale,
            content_type=content_type,
        )
        for number, title in enumerate(titles, first)
    ]
    Page.objects.bulk_create(pages)
    Page.objects.filter(pk=root.pk).update(numchild=root.numchild + len(pages))
    pages = list(Page.objects.filter(path__in=[page.path for page in pages]).order_by("path"))
    get_search_backend().add_bulk(Page, pages)
    return pages
