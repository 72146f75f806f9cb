from wagtail.snippets.models import register_snippet

from .viewsets import OrganisationViewSet, PersonViewSet

register_snippet(PersonViewSet)
register_snippet(OrganisationViewSet)
