from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ReaderCommentsConfig(AppConfig):
    name = "wagtail_gulf_summit.comments"
    label = "gulf_summit_comments"
    verbose_name = _("Reader comments")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        import wagtail_gulf_summit.checks  # noqa: F401  (registers the checks of the whole package)

        from . import checks  # noqa: F401  (registers the system checks)
        from .installed import missing_apps

        if not missing_apps():
            from .models.comment import detach_xtd_cascade

            detach_xtd_cascade()
