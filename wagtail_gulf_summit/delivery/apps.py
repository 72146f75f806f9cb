from django.apps import AppConfig
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _


class DeliveryConfig(AppConfig):
    name = "wagtail_gulf_summit.delivery"
    label = "gulf_summit_delivery"
    verbose_name = _("Delivery")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        import wagtail_gulf_summit.checks  # noqa: F401  (registers the checks of the whole package)

        from . import signals

        signals.connect()
        post_migrate.connect(write_functions, sender=self)


def write_functions(using, **kwargs):
    """On PostgreSQL, keep the plans of what is read most often."""
    from django.db import connections

    from wagtail_gulf_summit.statements import planned

    from .store import lists, read

    if connections[using].vendor == "postgresql":
        planned.install(using, read.statements(), planned.ONE)
        planned.install(using, lists.statements())
