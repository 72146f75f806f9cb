from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CitationsConfig(AppConfig):
    name = "wagtail_gulf_summit.citations"
    label = "gulf_summit_citations"
    verbose_name = _("Citations")
    default_auto_field = "django.db.models.BigAutoField"
