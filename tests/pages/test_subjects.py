"""What a topic page, a person page and a summit name, in Wagtail's APIs."""

import json

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.articles.factories import TopicFactory
from tests.events.factories import summit
from tests.people.factories import OrganisationFactory, PersonFactory, translated
from tests.sites import publish
from wagtail_gulf_summit.pages.models import PersonPage, SummitPage, TopicPage

pytestmark = pytest.mark.django_db

KINDS = [("topic", TopicFactory, TopicPage), ("person", PersonFactory, PersonPage)]
each_kind = pytest.mark.parametrize(("name", "factory", "model"), KINDS)
v3 = pytest.mark.wagtail8


def named(subject):
    shown = {"id": subject.pk, "name": subject.name, "slug": subject.slug}
    return shown | ({"photo": None} if hasattr(subject, "photo") else {})


def page_about(subject, model, parent, slug="about"):
    return publish(parent, model(title=subject.name, slug=slug, locale=parent.locale, **{model_field(model): subject}))


def model_field(model):
    return "topic" if model is TopicPage else "person"


@pytest.fixture
def send(client, admin_user):
    """Send JSON with a token; gives the status and the answer."""
    from wagtail.models import APIToken

    _token, key = APIToken.create_token(user=admin_user, name="test")
    headers = {"Authorization": f"Bearer {key}"}

    def sending(method, page_id, sent):
        url = f"/api/v3/pages/{page_id}/" if page_id else "/api/v3/pages/"
        response = client.generic(method, url, json.dumps(sent), content_type="application/json", headers=headers)
        return response.status_code, response.json()

    return sending


def places(answer):
    return [[str(part) for part in error["loc"]] for error in answer["errors"]]


@each_kind
def test_v2_tells_what_a_page_is_about_and_lists_pages_by_it(news_site, client, name, factory, model):
    subject, other = factory(), factory()
    page = page_about(subject, model, news_site.front)
    page_about(other, model, news_site.front, slug="other")
    assert client.get(f"/api/v2/pages/{page.pk}/").json()[name] == named(subject)
    listing = f"/api/v2/pages/?type={model._meta.label}&fields={name}"
    assert [item["id"] for item in client.get(f"{listing}&{name}={subject.pk}").json()["items"]] == [page.pk]
    assert [item[name] for item in client.get(listing).json()["items"]] == [named(subject), named(other)]


@each_kind
def test_the_name_is_in_the_language_of_the_page_and_hidden_while_not_published(
    news_site, client, name, factory, model
):
    subject = factory()
    english = translated(subject, name="Smart")
    page = page_about(subject, model, news_site.front_en)
    url = f"/api/v2/pages/{page.pk}/"
    assert client.get(url).json()[name] == named(english)
    type(subject).objects.update(live=False)
    assert client.get(url).json()[name] is None


@each_kind
def test_a_listing_costs_the_same_for_one_and_for_many(news_site, client, name, factory, model):
    def queries():
        with CaptureQueriesContext(connection) as captured:
            items = client.get(f"/api/v2/pages/?type={model._meta.label}&fields=*").json()["items"]
        assert {item[name]["name"] for item in items} == {"English"}
        return len(captured)

    def add(slug):
        subject = factory()
        translated(subject, name="English")
        page_about(subject, model, news_site.front_en, slug)

    add("first")
    queries()
    one = queries()
    for number in range(4):
        add(f"more-{number}")
    assert queries() == one


@v3
@each_kind
def test_v3_reads_and_writes_what_a_page_is_about(news_site, client, send, name, factory, model):
    subject, other = factory(), factory()
    new = {"title": "صفحة", "meta": {"type": model._meta.label, "parent_id": news_site.front.pk, "action": "publish"}}
    status, created = send("POST", None, new | {f"{name}_id": subject.pk})
    assert (status, created[name]) == (201, named(subject))
    read = client.get(f"/api/v3/pages/{created['id']}/").json()
    assert read[name] == named(subject)

    status, again = send("PATCH", read["id"], {**read, "meta": {"action": "publish"}})
    assert (status, again[name]) == (200, named(subject))
    status, changed = send("PATCH", read["id"], {f"{name}_id": other.pk})
    assert (status, changed[name]) == (200, named(other))


@v3
@each_kind
def test_v3_refuses_a_page_about_nothing(news_site, send, name, factory, model):
    page = page_about(factory(), model, news_site.front)
    new = {"title": "صفحة", "meta": {"type": model._meta.label, "parent_id": news_site.front.pk}}
    status, answer = send("POST", None, new)
    assert (status, places(answer)[0][-1]) == (422, f"{name}_id")
    for method, page_id, sent in [("POST", None, new), ("PATCH", page.pk, {})]:
        for key in (None, 98765, "x", {"id": 98765}):
            status, answer = send(method, page_id, sent | {f"{name}_id": key})
            assert (status, places(answer)[0][-1].removesuffix("_id")) == (422, name), (method, key)


def test_organisers_are_named_in_the_language_of_the_summit(news_site, client):
    organisation, hidden = OrganisationFactory(), OrganisationFactory(live=False)
    english = translated(organisation, name="Organisers Ltd")
    chosen = json.dumps([{"type": "organisation", "value": one.pk} for one in (organisation, hidden)])
    page = summit(parent=news_site.front_en, slug="organised", locale=news_site.en, organisers=chosen)
    shown = client.get(f"/api/v2/pages/{page.pk}/").json()["organisers"]
    assert [one["value"] for one in shown] == [{"id": english.pk, "name": "Organisers Ltd"}, None]
    assert client.get(f"/api/newsroom/summits/{page.pk}/").json()["organisers"] == [
        {"id": english.pk, "name": "Organisers Ltd"}
    ]


@v3
def test_organisers_are_sent_back(news_site, client, send):
    organisation = OrganisationFactory()
    chosen = json.dumps([{"type": "organisation", "value": organisation.pk}])
    page = summit(parent=news_site.front, slug="organised", locale=news_site.ar, organisers=chosen)
    read = client.get(f"/api/v3/pages/{page.pk}/").json()["organisers"]
    assert [one["value"] for one in read] == [{"id": organisation.pk, "name": organisation.name}]
    status, answer = send("PATCH", page.pk, {"organisers": read, "meta": {"action": "publish"}})
    assert (status, answer["organisers"]) == (200, read)
    assert [one.value for one in SummitPage.objects.get(pk=page.pk).organisers] == [organisation]


@v3
def test_every_field_has_a_type_in_the_openapi_of_v3(client):
    schemas = client.get("/api/v3/openapi.json").json()["components"]["schemas"]
    untyped = {
        (name, field)
        for name, schema in schemas.items()
        for field, shape in schema.get("properties", {}).items()
        if name.endswith("Schema") and not shape.keys() - {"title", "default", "description"}
    }
    assert untyped - {("_NoSnippetModelsSchema", "meta")} == set()
    assert schemas["SessionSchema"]["properties"]["uid"]["anyOf"][0] == {"type": "string", "format": "uuid"}
    assert schemas["ArticlePageSchema"]["properties"]["dateline"]["anyOf"][0] == {"type": "string"}
