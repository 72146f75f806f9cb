"""Whatever is asked, the answer is one that the contract describes, and none is a server error."""

from pathlib import Path

import pytest
import schemathesis
from django.core.wsgi import get_wsgi_application
from hypothesis import HealthCheck, settings
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

# The answers do not depend on the database or on Wagtail's version; asking for all of them once is enough.
pytestmark = [pytest.mark.django_db, pytest.mark.sqlite, pytest.mark.wagtail8]

CONTRACT = schemathesis.openapi.from_path(Path(__file__).parents[2] / "docs" / "reference" / "openapi.json")
BASE = "http://testserver/api/newsroom"
CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_schema_conformance,
]


@CONTRACT.parametrize()
@settings(max_examples=6, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
def test_every_answer_is_in_the_contract(case, newsroom):
    app = get_wsgi_application()
    case.call_and_validate(app=app, base_url=BASE, checks=CHECKS)
    if "id" in case.path_parameters:
        # An id that was thought up is of nothing.
        kind = case.path.strip("/").partition("/")[0]
        known = {"summits": newsroom.summit, "people": newsroom.person, "sources": newsroom.source}
        case.path_parameters["id"] = known.get(kind, newsroom.article).pk
        case.call_and_validate(app=app, base_url=BASE, checks=CHECKS)
