from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from .conf import conf
from .requirements import listed_apps, missing_apps


class GulfSummitConfig(AppConfig):
    name = "wagtail_gulf_summit"
    label = "wagtail_gulf_summit"
    verbose_name = _("Gulf Summit")

    def __init__(self, *args):
        super().__init__(*args)
        self.missing = missing_apps(listed_apps())
        # The models of a room cannot be imported without those of the rooms below it: Django would stop with a
        # traceback before any check could name the app that is missing. Django is still walking through this list,
        # so what is added here is loaded after the rest, and gulf_summit.E003 then says what to add.
        if isinstance(conf.INSTALLED_APPS, list):
            conf.INSTALLED_APPS.extend(self.missing)

    def ready(self):
        from . import checks  # noqa: F401  (registers the system checks)
