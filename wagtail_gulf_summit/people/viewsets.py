"""The desks of people and organisations."""

from django.utils.translation import gettext_lazy as _
from wagtail.snippets.views.snippets import SnippetViewSet

from .models import Organisation, Person
from .panels import organisation_panels, person_panels


class PersonViewSet(SnippetViewSet):
    model = Person
    icon = "user"
    menu_label = _("People")
    menu_name = "gulf-summit-people"
    menu_hook = "register_newsroom_menu_item"
    menu_order = 100
    add_to_admin_menu = True
    panels = person_panels


class OrganisationViewSet(SnippetViewSet):
    model = Organisation
    icon = "home"
    menu_label = _("Organisations")
    menu_name = "gulf-summit-organisations"
    menu_hook = "register_newsroom_menu_item"
    menu_order = 110
    add_to_admin_menu = True
    panels = organisation_panels
