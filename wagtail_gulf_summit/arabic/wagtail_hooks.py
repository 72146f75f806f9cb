"""The editor's scripts and styles for content of another direction than the admin's."""

import json

from django.http import HttpRequest
from django.templatetags.static import static
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.permission_policies.pages import PagePermissionPolicy

from wagtail_gulf_summit.conf import conf

from .bidi import direction
from .translations import TranslationsReportView
from .views import copy_desk

STATIC = "wagtail_gulf_summit/arabic"


@hooks.register("register_admin_urls")
def register_copy_desk_url() -> list[URLPattern]:
    return [path("gulf-summit/copy-desk/", copy_desk, name="gulf_summit_copy_desk")]


@hooks.register("register_admin_urls")
def register_translations_report_urls() -> list[URLPattern]:
    report, results = TranslationsReportView.as_view(), TranslationsReportView.as_view(results_only=True)
    return [
        path("reports/not-translated/", report, name=TranslationsReportView.index_url_name),
        path("reports/not-translated/results/", results, name=TranslationsReportView.index_results_url_name),
    ]


class TranslationsReportMenuItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        actions = TranslationsReportView.any_permission_required
        return conf.WAGTAIL_I18N_ENABLED and PagePermissionPolicy().user_has_any_permission(request.user, actions)


@hooks.register("register_reports_menu_item")
def register_translations_report() -> MenuItem:
    return TranslationsReportMenuItem(
        _("Not translated or out of date"),
        reverse(TranslationsReportView.index_url_name),
        name="gulf-summit-translations",
        icon_name=TranslationsReportView.header_icon,
        order=660,
    )


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
