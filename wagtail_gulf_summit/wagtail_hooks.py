"""The "Newsroom" menu that every room hangs its desk in."""

from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import Menu, SubmenuMenuItem

newsroom_menu = Menu(register_hook_name="register_newsroom_menu_item")


@hooks.register("register_admin_menu_item")
def register_newsroom_menu() -> SubmenuMenuItem:
    return SubmenuMenuItem(_("Newsroom"), newsroom_menu, name="newsroom", icon_name="openquote", order=150)
