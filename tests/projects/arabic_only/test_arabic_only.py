"""A site with its own page types searches and edits Arabic with this one room."""

import pytest
from django.core.management import call_command
from django.urls import reverse
from wagtail.models import Page

pytestmark = pytest.mark.django_db


def test_the_system_checks_pass():
    call_command("check", fail_level="WARNING", databases=["default"])


def test_no_migration_is_missing():
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)


def test_any_page_type_is_found_by_another_form_of_its_words(client):
    page = Page.objects.get(depth=2)
    page.title = "القمّة الخليجيـــة"
    page.save_revision().publish()
    found = client.get("/api/v2/pages/", {"search": "قمه خليجي"}).json()["items"]
    assert [item["title"] for item in found] == ["القمّة الخليجيـــة"]


def test_the_editor_loads_the_scripts_of_the_room(admin_client):
    page = Page.objects.get(depth=2)
    html = admin_client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()
    for name in ("direction.js", "slugs.js", "copydesk.js", "editor.css"):
        assert html.count(f"wagtail_gulf_summit/arabic/{name}") == 1
    assert 'data-directions="{&quot;ar&quot;: &quot;rtl&quot;, &quot;en&quot;: &quot;ltr&quot;}"' in html
