import pytest
from wagtail.embeds.embeds import get_embed_hash
from wagtail.embeds.models import Embed
from wagtail.images import get_image_model
from wagtail.images.tests.utils import get_test_image_file

from tests.articles.factories import VIDEO


@pytest.fixture
def image(db):
    file = get_test_image_file(size=(900, 600))
    return get_image_model().objects.create(title="قاعة", file=file, description="قاعة القمة")


@pytest.fixture
def embed(db):
    """What was fetched of a video before."""
    return Embed.objects.create(
        url=VIDEO,
        hash=get_embed_hash(VIDEO),
        type="video",
        html="<iframe></iframe>",
        title="خطاب",
        provider_name="YouTube",
        thumbnail_url="https://i.ytimg.com/1.jpg",
    )
