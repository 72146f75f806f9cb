"""What makes a page type a person's page: mix in, then subclass Page yourself."""

from typing import Any

from django.db import models
from django.http import Http404
from django.utils.translation import gettext_lazy as _

from wagtail_gulf_summit.compat import read_as

from .loading import shown
from .serializers import PersonOfPage


class PersonPageMixin(models.Model):
    """A public page of one person, with what they said and wrote."""

    person = models.ForeignKey(
        "gulf_summit_people.Person", verbose_name=_("person"), on_delete=models.PROTECT, related_name="+"
    )

    page_kind = "person_page"
    #: Quotes, and stories, on one page.
    items_per_page = 20

    api_fields = read_as("person", PersonOfPage())

    class Meta:
        abstract = True

    def get_absolute_url(self) -> str:
        return self.get_url() or ""

    def serve(self, request: Any, *args: Any, **kwargs: Any) -> Any:
        """The page; not found while the person is not published."""
        if not getattr(request, "is_preview", False) and shown(self.person, self.locale_id) is None:
            raise Http404
        return super().serve(request, *args, **kwargs)
