from django.apps import AppConfig, apps
from django.utils.translation import gettext_lazy as _


class PeopleConfig(AppConfig):
    name = "wagtail_gulf_summit.people"
    label = "gulf_summit_people"
    verbose_name = _("People")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        import wagtail_gulf_summit.checks  # noqa: F401  (registers the checks of the whole package)
        from wagtail_gulf_summit.richtext import register_expander

        from .page_links import expand_document_links, expand_page_links
        from .quotes import signals

        signals.connect()
        register_expander(expand_page_links)
        register_expander(expand_document_links)
        if apps.is_installed("wagtail_gulf_summit.citations"):
            register_parties()


def register_parties():
    """Offer people and organisations as authors and publishers of sources."""
    from wagtail_gulf_summit.citations.registry import Party, register_party

    from .choosers import OrganisationChooserBlock, PersonChooserBlock

    def person_party(person):
        return Party(person.name, family=person.family_name, given=person.given_name)

    def organisation_party(organisation):
        return Party(organisation.name)

    register_party("person", lambda: PersonChooserBlock(label=_("Person")), person_party)
    register_party("organisation", lambda: OrganisationChooserBlock(label=_("Organisation")), organisation_party)
