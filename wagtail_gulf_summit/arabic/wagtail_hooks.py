"""The editor's scripts and styles for content of another direction than the admin's."""

import json

from django.templatetags.static import static
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from wagtail import hooks

from wagtail_gulf_summit.conf import conf

from .bidi import direction
from .views import copy_desk

STATIC = "wagtail_gulf_summit/arabic"


@hooks.register("register_admin_urls")
def register_copy_desk_url() -> list[URLPattern]:
    return [path("gulf-summit/copy-desk/", copy_desk, name="gulf_summit_copy_desk")]


@hooks.register("insert_global_admin_css")
def editor_styles() -> SafeString:
    return format_html('<link rel="stylesheet" href="{}">', static(f"{STATIC}/editor.css"))


@hooks.register("insert_global_admin_js")
def editor_scripts() -> SafeString:
    """Global, because dialogs that create a record hold fields too."""
    return format_html(
        '<script src="{}" data-directions="{}" data-language="{}"></script>'
        '<script src="{}"></script><script src="{}" data-url="{}"></script>',
        static(f"{STATIC}/direction.js"),
        json.dumps({code: direction(code) for code, _name in conf.LANGUAGES}),
        "" if conf.WAGTAIL_I18N_ENABLED else conf.DEFAULT_LANGUAGE,
        static(f"{STATIC}/slugs.js"),
        static(f"{STATIC}/copydesk.js"),
        reverse("gulf_summit_copy_desk"),
    )
