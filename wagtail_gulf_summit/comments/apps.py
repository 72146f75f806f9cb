from typing import Any

from django.apps import AppConfig
from django.db.models.signals import post_migrate
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
            post_migrate.connect(write_functions, sender=self)


def write_functions(using: str, **kwargs: Any) -> None:
    """On PostgreSQL, keep the plan of what readers ask for most often."""
    from django.db import connections

    from wagtail_gulf_summit.statements import planned

    from . import reading

    if connections[using].vendor == "postgresql":
        planned.install(using, reading.statements())
