"""The newsroom in Wagtail's API v3 and nowhere else."""

from django.urls import path
from wagtail.api.v3.urls import api

import tests.projects.full.urls  # noqa: F401  (registers the newsroom)

urlpatterns = [path("api/v3/", api.urls)]
