from django.apps import AppConfig, apps
from django.utils.translation import gettext_lazy as _


class ArabicConfig(AppConfig):
    name = "wagtail_gulf_summit.arabic"
    label = "gulf_summit_arabic"
    verbose_name = _("Arabic")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        import wagtail_gulf_summit.checks  # noqa: F401  (registers the checks of the whole package)

        from . import checks  # noqa: F401  (registers the system checks)

        if apps.is_installed("wagtail.contrib.redirects"):
            from . import redirects

            redirects.install()
        if apps.is_installed("wagtail.snippets"):
            from . import choosers

            choosers.install()
