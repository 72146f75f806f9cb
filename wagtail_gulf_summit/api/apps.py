import sys

from django.apps import AppConfig, apps
from django.utils.translation import gettext_lazy as _

from wagtail_gulf_summit.compat import WAGTAIL_8


class NewsroomApiConfig(AppConfig):
    name = "wagtail_gulf_summit.api"
    label = "gulf_summit_api"
    verbose_name = _("Newsroom API")
    default_auto_field = "django.db.models.BigAutoField"

    #: Whether Wagtail had made the schemas of its API v3 before our fields were described to it.
    v3_schemas_made_before = False

    def ready(self) -> None:
        from wagtail_gulf_summit import api_fields

        from . import checks  # noqa: F401  (registers the system checks)

        api_fields.register()
        if apps.is_installed("wagtail_gulf_summit.delivery"):
            from . import purging

            purging.connect()
        if WAGTAIL_8:
            self.v3_schemas_made_before = "wagtail.api.v3.registry" in sys.modules
            from . import v3_fields

            v3_fields.register()
