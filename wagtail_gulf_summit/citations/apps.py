from django.apps import AppConfig
from django.db.models.signals import pre_delete
from django.utils.translation import gettext_lazy as _


class CitationsConfig(AppConfig):
    name = "wagtail_gulf_summit.citations"
    label = "gulf_summit_citations"
    verbose_name = _("Citations")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        import wagtail_gulf_summit.checks  # noqa: F401  (registers the checks of the whole package)
        from wagtail_gulf_summit import api_fields
        from wagtail_gulf_summit.richtext import register_expander

        from . import checks  # noqa: F401  (registers the system checks)
        from .deletion import refuse_if_cited
        from .expand import expand_citations

        api_fields.register()
        register_expander(expand_citations)
        pre_delete.connect(refuse_if_cited, sender=self.get_model("Source"))
