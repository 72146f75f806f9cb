"""Run in a site's own shell: make an article in the admin, publish it, and print what each API answers."""

import json

from django.contrib.auth import get_user_model
from django.test import Client
from django.test.utils import setup_test_environment
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page, Site
from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text, streamfield

from wagtail_gulf_summit.compat import WAGTAIL_8
from wagtail_gulf_summit.pages.models import ArticlePage, FrontPage, SectionPage

setup_test_environment()
get_user_model().objects.create_superuser("admin", "admin@example.com", "pass")
browser = Client(SERVER_NAME="localhost")
browser.login(username="admin", password="pass")


def make(model, parent, **fields):
    """Publish a new page by its form in the admin."""
    empty = {
        field.name: streamfield([]) if isinstance(field, StreamField) else rich_text("")
        for field in model._meta.get_fields()
        if isinstance(field, (StreamField, RichTextField))
    }
    form = browser.get(f"/admin/pages/add/{model._meta.app_label}/{model._meta.model_name}/{parent.pk}/")
    shown = {name: value for name, value in form.context["form"].initial.items() if isinstance(value, (str, int))}
    formsets = {name: inline_formset([]) for name in form.context["form"].formsets}
    data = nested_form_data({**shown, **empty, **formsets, **fields, "action-publish": "publish"})
    answer = browser.post(
        form.request["PATH_INFO"], {name: value for name, value in data.items() if value is not None}
    )
    if answer.status_code != 302:
        raise SystemExit(f"{answer.context['form'].errors}")
    return model.objects.get(slug=fields["slug"])


site = Site.objects.get(is_default_site=True)
front = make(FrontPage, Page.get_first_root_node(), title="الأولى", slug="front")
site.root_page = front
site.save()
section = make(SectionPage, front, title="أخبار", slug="news")
article = make(
    ArticlePage,
    section,
    title="القمة تبدأ غدًا",
    slug="summit",
    body=streamfield([("paragraph", rich_text("<p>قالت الهيئة إن القمة تبدأ غدًا.</p>"))]),
)
reader = Client(SERVER_NAME="localhost")
print(
    json.dumps(
        {
            name: reader.get(f"/api/{name}/{article.pk}/").json()
            for name in ("newsroom/articles", "v2/pages", "v3/pages")
            if WAGTAIL_8 or name != "v3/pages"
        }
    )
)
