from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PagesConfig(AppConfig):
    name = "wagtail_gulf_summit.pages"
    label = "gulf_summit_pages"
    verbose_name = _("News pages")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        import wagtail_gulf_summit.checks  # noqa: F401  (registers the checks of the whole package)

        from . import checks  # noqa: F401  (registers the system checks)
