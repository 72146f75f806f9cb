"""Buttons of a listing's rows that ask nothing of the database for each row.

wagtail-localize adds its own to each row of a listing at three queries a row. They
are left out of ours, for the same buttons stand on the page of each object; the one
that begins a translation is put back from what the listing knows already.
"""

from collections.abc import Callable, Iterable
from typing import Any

from django.apps import apps
from django.contrib.admin.utils import quote
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.admin.ui.menus import MenuItem
from wagtail.admin.widgets.button import Button, ButtonWithDropdown

LOCALIZE = "wagtail_localize"


def cheap_hooks(name: str) -> list[Callable[..., Any]]:
    """The registered hooks of that name, without those of wagtail-localize."""
    return [hook for hook in hooks.get_hooks(name) if not hook.__module__.startswith(LOCALIZE)]


def shown_buttons(buttons: Iterable[Any], user: Any) -> list[Any]:
    """Buttons and menu items as buttons, as far as ``user`` may see them."""
    shown = []
    for button in buttons:
        if isinstance(button, MenuItem):
            if button.is_shown(user):
                shown.append(Button.from_menu_item(button))
        elif button.show:
            shown.append(button)
    return shown


def more_menu(buttons: list[Any], title: str) -> list[Any]:
    """``buttons`` in the "more" menu of a row; nothing for none."""
    if not buttons:
        return []
    label = _("More options for '%(title)s'") % {"title": title}
    return [ButtonWithDropdown(buttons=buttons, icon_name="dots-horizontal", attrs={"aria-label": label})]


def translate_page_button(page: Any, user: Any) -> list[Button]:
    """Begins a translation of ``page``, where the listing says that a language is missing."""
    if not getattr(page, "_has_untranslated_locale", False) or not may_translate(user):
        return []
    url = reverse("wagtail_localize:submit_page_translation", args=[page.alias_of_id or page.pk])
    return [Button(_("Translate this page"), url, icon_name="wagtail-localize-language", priority=60)]


def translate_snippet_button(snippet: Any, user: Any) -> list[Button]:
    """Begins a translation of ``snippet``, where the listing says that a language is missing."""
    if not getattr(snippet, "has_untranslated_locale", False) or not may_translate(user):
        return []
    meta = snippet._meta
    url = reverse(
        "wagtail_localize:submit_snippet_translation", args=[meta.app_label, meta.model_name, quote(snippet.pk)]
    )
    return [Button(_("Translate"), url, icon_name="wagtail-localize-language", priority=100)]


def may_translate(user: Any) -> bool:
    return apps.is_installed(LOCALIZE) and user.has_perm("wagtail_localize.submit_translation")
