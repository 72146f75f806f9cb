"""What every test shares: a clean cache, a media folder of its own, and the database it says it needs."""

import gc

import django
import pytest
import wagtail
from django.conf import settings as django_settings
from django.core.cache import cache
from django.utils import translation

from tests.remembered import is_transactional, remembered
from wagtail_gulf_summit.compat import WAGTAIL_8

# Migrating makes millions of objects that stay; to look for those that do not takes a third of its time.
gc.set_threshold(100_000, 50, 100)


def pytest_report_header() -> str:
    engine = django_settings.DATABASES["default"]["ENGINE"].rsplit(".", 1)[-1]
    return f"wagtail {wagtail.__version__}, django {django.__version__}, {engine}"


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    engine = django_settings.DATABASES["default"]["ENGINE"]
    absent = {name for name in ("postgresql", "sqlite") if name not in engine}
    if not WAGTAIL_8:
        absent.add("wagtail8")
    left_out = [item for item in items if absent & {mark.name for mark in item.iter_markers()}]
    config.hook.pytest_deselected(items=left_out)
    items[:] = [item for item in items if item not in left_out]
    for item in items:
        if is_transactional(item) and "django_db_serialized_rollback" not in item.fixturenames:
            # Wagtail's root page, site and locale come from migrations, and a transactional test empties every table.
            item.fixturenames.append("django_db_serialized_rollback")


@pytest.fixture(autouse=True)
def clean_process(settings, tmp_path):
    """No cached answer, uploaded file or active language crosses from one test into another."""
    settings.MEDIA_ROOT = str(tmp_path / "media")
    cache.clear()
    translation.activate(settings.LANGUAGE_CODE)
    yield
    translation.activate(settings.LANGUAGE_CODE)


@pytest.fixture
def news_site(db, request):
    """A news site in Arabic and English: see ``tests.sites.NewsSite``."""
    from tests.sites import build_news_site

    return remembered(build_news_site, request.node)


@pytest.fixture
def image(db):
    from wagtail.images import get_image_model
    from wagtail.images.tests.utils import get_test_image_file

    file = get_test_image_file(size=(900, 600))
    return get_image_model().objects.create(title="قاعة", file=file, description="قاعة القمة")


@pytest.fixture
def embed(db):
    """What was fetched of a video before."""
    from wagtail.embeds.embeds import get_embed_hash
    from wagtail.embeds.models import Embed

    from tests.articles.factories import VIDEO

    return Embed.objects.create(
        url=VIDEO,
        hash=get_embed_hash(VIDEO),
        type="video",
        html="<iframe></iframe>",
        title="خطاب",
        provider_name="YouTube",
        thumbnail_url="https://i.ytimg.com/1.jpg",
    )
