from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class NewsroomApiConfig(AppConfig):
    name = "wagtail_gulf_summit.api"
    label = "gulf_summit_api"
    verbose_name = _("Newsroom API")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        import wagtail_gulf_summit.checks  # noqa: F401  (registers the checks of the whole package)

        from . import checks  # noqa: F401  (registers the system checks)
