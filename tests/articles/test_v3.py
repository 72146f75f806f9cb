"""An article through Wagtail's API v3: what was read can be sent back."""

import json
import re

import pytest

from tests.articles.factories import TopicFactory, every_block, make_article, paragraph
from tests.citations.factories import SourceFactory, marker
from tests.people.factories import PersonFactory

pytestmark = [pytest.mark.django_db, pytest.mark.wagtail8]

STREAMS = ["body", "bylines", "topics", "related", "corrections"]


@pytest.fixture
def token(admin_user):
    from wagtail.models import APIToken

    _token, key = APIToken.create_token(user=admin_user, name="test")
    return {"Authorization": f"Bearer {key}"}


def without_keys(document):
    """The fields sent, but for the keys that editors give to paragraphs."""
    fields = {name: document[name] for name in ["standfirst", *STREAMS]}
    return json.loads(re.sub(r' data-block-key=\\"\w+\\"', "", json.dumps(fields)))


def test_an_article_sent_back_as_it_was_read_is_the_same(news_site, client, image, embed, token):
    related = make_article(news_site.section)
    cited = paragraph(f"نص{marker(SourceFactory(), 'ص 3')}")
    page = make_article(
        news_site.section,
        cited,
        *every_block(image),
        ("related_article", related),
        standfirst="<p>مقدمة</p>",
        hero_image=image,
        people=[PersonFactory()],
        about=[TopicFactory()],
        related=[("article", related)],
        corrections=[("correction", {"date": "2014-09-17", "text": "<p>تصحيح</p>"})],
    )
    url = f"/api/v3/pages/{page.pk}/"
    read = client.get(url, headers=token).json()

    sent = {name: read[name] for name in ["standfirst", *STREAMS]} | {"meta": {"action": "publish"}}
    response = client.patch(url, data=json.dumps(sent), content_type="application/json", headers=token)

    assert response.status_code == 200, response.content.decode()
    assert without_keys(client.get(url, headers=token).json()) == without_keys(read)


def test_an_empty_text_sent_back_is_read_as_empty(news_site, client, token):
    page = make_article(news_site.section, standfirst="", hero_caption="")
    url = f"/api/v3/pages/{page.pk}/"
    read = client.get(url, headers=token).json()
    assert (read["standfirst"], read["hero_caption"]) == ("", "")
    sent = {name: read[name] for name in ("standfirst", "hero_caption")} | {"meta": {"action": "publish"}}
    assert client.patch(url, data=json.dumps(sent), content_type="application/json", headers=token).status_code == 200
    again = client.get(url, headers=token).json()
    assert (again["standfirst"], again["hero_caption"]) == ("", "")
    assert client.get(f"/api/newsroom/articles/{page.pk}/").json()["standfirst"] == ""
