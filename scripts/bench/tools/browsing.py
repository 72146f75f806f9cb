"""Pages as a superuser sees them, in this process, so that their queries can be counted."""

from typing import Any

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext, override_settings

#: Decorates the ``run`` of a module that browses: the addresses of ``tools/urls.py`` have no admin.
on_example_site = override_settings(ROOT_URLCONF="example_project.urls")


class Browser:
    """Logged in; for a module whose ``run`` is ``on_example_site``."""

    def __init__(self) -> None:
        from django.contrib.auth import get_user_model

        users = get_user_model().objects
        user = users.filter(username="bench").first() or users.create_superuser("bench", "bench@example.com", "bench")
        self.client = Client(SERVER_NAME="127.0.0.1")
        self.client.force_login(user)

    def get(self, address: str) -> Any:
        """The answer, which has to be a page."""
        response = self.client.get(address)
        if response.status_code != 200:
            raise RuntimeError(f"{address} answered {response.status_code}")
        return response

    def queries(self, address: str) -> int:
        """How many queries a page takes once what it shows has been seen before."""
        self.get(address)
        with CaptureQueriesContext(connection) as found:
            self.get(address)
        return len(found)
