from django.apps import AppConfig
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
