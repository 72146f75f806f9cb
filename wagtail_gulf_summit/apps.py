from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class GulfSummitConfig(AppConfig):
    name = "wagtail_gulf_summit"
    label = "wagtail_gulf_summit"
    verbose_name = _("Gulf Summit")

    def ready(self):
        from . import checks  # noqa: F401  (registers the system checks)
