from datetime import datetime, timezone

import pytest


@pytest.fixture
def frozen_now():
    return datetime(2014, 9, 17, 9, tzinfo=timezone.utc)
