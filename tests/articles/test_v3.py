"""An article through Wagtail's API v3: what was read can be sent back."""

import json
import re
from datetime import timedelta

import pytest
from django.utils import timezone

from tests.articles.factories import TopicFactory, every_block, make_article, paragraph, quote
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


def test_a_page_past_its_expiry_is_hidden_from_the_public_and_counted_nowhere(news_site, client, token):
    shown, over = (make_article(news_site.section, title=f"خبر {slug}", slug=slug) for slug in ("shown", "over"))
    over.expire_at = timezone.now() - timedelta(minutes=1)
    over.save()
    lists = [
        "?type=gulf_summit_pages.ArticlePage",
        f"?child_of={news_site.section.pk}",
        f"?descendant_of={news_site.section.pk}&search=خبر&limit=1",
    ]
    for query in lists:
        answer = client.get(f"/api/v3/pages/{query}").json()
        assert ([item["id"] for item in answer["items"]], answer["count"]) == ([shown.pk], 1), query
        assert client.get(f"/api/v3/pages/{query}", headers=token).json()["count"] == 2
    addresses = [f"/api/v3/pages/{over.pk}/", f"/api/v3/pages/find/?html_path={over.get_url()}"]
    assert [client.get(address).status_code for address in addresses] == [404, 404]
    assert [client.get(address, headers=token).status_code for address in addresses] == [200, 302]
    assert client.get(f"/api/v3/pages/{shown.pk}/").status_code == 200


def test_a_site_with_a_port_that_is_none_is_refused(news_site, client):
    page = make_article(news_site.section)
    for address in ("", f"{page.pk}/"):
        assert client.get(f"/api/v3/pages/{address}?site=testserver:abc").status_code == 400, address


def test_what_readers_do_not_see_is_kept_when_it_is_sent_back_and_shown_to_nobody_else(news_site, client, token):
    person, source, topic = PersonFactory(live=False), SourceFactory(live=False), TopicFactory(live=False)
    hidden = make_article(news_site.section, title="مسودة")
    hidden.unpublish()
    page = make_article(
        news_site.section,
        quote("نعم.", person),
        ("pull_quote", {"text": "نعم.", "person": person}),
        ("statistic", {"text": "1", "source": source}),
        ("related_article", hidden),
        people=[person],
        about=[topic],
        related=[("article", hidden)],
    )
    url = f"/api/v3/pages/{page.pk}/"
    public = client.get(url)
    read = client.get(url, headers=token)

    assert (public.json()["body"][2]["value"]["source"], read.json()["body"][2]["value"]["source"]["id"]) == (
        None,
        source.pk,
    )
    for one in (person.name, topic.name, hidden.title):
        assert one in json.dumps(read.json(), ensure_ascii=False)
        assert one not in json.dumps(public.json(), ensure_ascii=False)
    assert (public.headers.get("Cache-Control"), read.headers["Cache-Control"]) == (None, "private")
    assert "Authorization" in read.headers["Vary"]

    sent = {name: read.json()[name] for name in STREAMS} | {"meta": {"action": "publish"}}
    response = client.patch(url, data=json.dumps(sent), content_type="application/json", headers=token)
    assert response.status_code == 200, response.content.decode()
    stored = type(page).objects.get(pk=page.pk)
    body = [block.value for block in stored.body]
    chosen = [body[0]["person"], body[1]["person"], body[2]["source"], body[3], stored.bylines[0].value["person"]]
    chosen += [stored.topics[0].value, stored.related[0].value]
    assert [one and one.pk for one in chosen] == [
        *(person.pk, person.pk, source.pk, hidden.pk),
        *(person.pk, topic.pk, hidden.pk),
    ]
    for address in (url, f"/api/newsroom/articles/{page.pk}/", f"/api/v2/pages/{page.pk}/", page.get_url()):
        assert person.name not in client.get(address).content.decode(), address
