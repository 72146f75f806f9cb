from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CitationsConfig(AppConfig):
    name = "wagtail_gulf_summit.citations"
    label = "gulf_summit_citations"
    verbose_name = _("Citations")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from wagtail_gulf_summit.richtext import register_expander

        from . import checks  # noqa: F401  (registers the system checks)
        from .expand import expand_citations

        register_expander(expand_citations)
