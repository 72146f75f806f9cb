"""The "Newsroom" menu that every room hangs its desk in."""

from django.urls import URLPattern, path, reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from django.views.i18n import JavaScriptCatalog
from wagtail import hooks
from wagtail.admin.menu import Menu, SubmenuMenuItem

newsroom_menu = Menu(register_hook_name="register_newsroom_menu_item")


@hooks.register("register_admin_menu_item")
def register_newsroom_menu() -> SubmenuMenuItem:
    return SubmenuMenuItem(_("Newsroom"), newsroom_menu, name="newsroom", icon_name="openquote", order=150)


@hooks.register("register_admin_urls")
def register_script_catalogue_url() -> list[URLPattern]:
    catalogue = JavaScriptCatalog.as_view(packages=["wagtail_gulf_summit"])
    return [path("gulf-summit/jsi18n/", catalogue, name="gulf_summit_jsi18n")]


@hooks.register("insert_global_admin_js")
def load_script_catalogue() -> SafeString:
    """Our scripts' words; Wagtail's own catalogue holds its words alone, and the two add up."""
    return format_html('<script src="{}"></script>', reverse("gulf_summit_jsi18n"))
