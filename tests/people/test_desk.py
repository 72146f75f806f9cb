"""The people desk of the admin."""

import csv
import io

import pytest
from django.contrib.auth.models import Permission
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.articles.factories import make_article, quote
from tests.comments.factories import make_comment
from tests.people.factories import AffiliationFactory, OrganisationFactory, PersonFactory, locale
from wagtail_gulf_summit.people.models import Organisation, Person

pytestmark = pytest.mark.django_db


def desk(name, *args, model=Person):
    return reverse(model.snippet_viewset.get_url_name(name), args=args)


def create_in_chooser(client, language="ar", **data):
    url = reverse(Person.snippet_viewset.chooser_viewset.get_url_name("create"))
    fields = {"name": "", "role": "", "organisation_name": "", **data}
    prefix = "snippet-chooser-create-form"
    return client.post(
        f"{url}?locale={language}", {**fields, **{f"{prefix}-{name}": value for name, value in fields.items()}}
    )


def test_a_person_is_made_in_the_chooser_with_role_and_organisation(admin_client):
    faculty = OrganisationFactory(name="كلية محمد بن راشد للإدارة الحكومية")
    response = create_in_chooser(
        admin_client, name="فادي سالم", role="مدير", organisation_name="كلية محمد بن راشد للادارة الحكومية"
    )
    person = Person.objects.get()
    affiliation = person.affiliations.get()
    assert response.json()["result"] == {
        "id": str(person.pk),
        "string": "فادي سالم",
        "edit_url": desk("edit", person.pk),
    }
    assert (affiliation.role, affiliation.organisation, person.locale.language_code) == ("مدير", faculty, "ar")


def test_a_new_organisation_is_made_with_its_person(admin_client):
    locale("en")
    create_in_chooser(
        admin_client, "en", name="Elizabeth Linder", role="Policy specialist", organisation_name="Facebook"
    )
    organisation = Organisation.objects.get()
    assert (organisation.name, organisation.locale.language_code) == ("Facebook", "en")


def test_a_name_that_is_kept_already_is_refused_until_the_editor_insists(admin_client):
    PersonFactory(name="إليزابيث ليندر")
    assert "step" in create_in_chooser(admin_client, name="اليزابيث ليندر").json()
    assert Person.objects.count() == 1
    create_in_chooser(admin_client, name="اليزابيث ليندر", create_anyway="on")
    assert Person.objects.count() == 2


def test_a_name_that_hides_its_order_is_refused(admin_client):
    create_in_chooser(admin_client, name="\u202eنimda")
    assert Person.objects.count() == 0


def queries(client, url):
    with CaptureQueriesContext(connection) as found:
        assert client.get(url).status_code == 200
    return len(found)


def test_the_listing_takes_the_same_queries_for_one_person_and_for_many(admin_client):
    AffiliationFactory()
    queries(admin_client, desk("list"))
    few = queries(admin_client, desk("list"))
    for _number in range(20):
        AffiliationFactory()
    assert queries(admin_client, desk("list")) == few


def test_the_listing_filters_by_organisation_and_by_being_quoted(admin_client, news_site):
    quoted, other = AffiliationFactory(), AffiliationFactory()
    make_article(news_site.section, quote("نعم.", quoted.person))

    def shown(**filters):
        response = admin_client.get(desk("list"), filters)
        return {person.pk for person in response.context["object_list"]}

    assert shown(organisation=other.organisation.pk) == {other.person.pk}
    assert shown(quoted="true") == {quoted.person.pk}
    assert shown() == {quoted.person.pk, other.person.pk}


def test_overlapping_roles_in_one_organisation_are_warned_of_and_saved(admin_client):
    affiliation = AffiliationFactory()
    other = AffiliationFactory(person=affiliation.person, organisation=affiliation.organisation)
    form = {
        "name": "فادي سالم",
        "slug": "fadi",
        "bio": "null",
        "links-count": "0",
        "affiliations-TOTAL_FORMS": "2",
        "affiliations-INITIAL_FORMS": "2",
        "affiliations-MIN_NUM_FORMS": "0",
        "affiliations-MAX_NUM_FORMS": "1000",
    }
    for index, one in enumerate([affiliation, other]):
        prefix = f"affiliations-{index}"
        form |= {
            f"{prefix}-id": one.pk,
            f"{prefix}-role": one.role,
            f"{prefix}-organisation": one.organisation_id,
            f"{prefix}-valid_from": "",
            f"{prefix}-valid_until": "",
            f"{prefix}-ORDER": index + 1,
        }
    response = admin_client.post(desk("edit", affiliation.person.pk), {**form, "action-publish": "1"}, follow=True)
    person = Person.objects.get()
    assert person.name == "فادي سالم"
    assert [message.level_tag for message in response.context["messages"]] == ["success", "warning"]


def test_the_dossier_shows_what_a_person_said_and_wrote(admin_client, news_site):
    person = AffiliationFactory(role="مدير").person
    make_article(news_site.section, quote("نعم.", person), title="خبر", people=[person])
    response = admin_client.get(desk("dossier", person.pk))
    assert [(part.total, [entry.title for entry in part.entries]) for part in response.context["parts"]] == [
        (1, ["نعم."]),
        (1, ["خبر"]),
        (1, ["خبر"]),
    ]


def test_the_dossier_shows_moderators_what_a_person_wrote_as_a_reader(
    client, admin_user, django_user_model, news_site
):
    account = django_user_model.objects.create_user("layla", password="x")
    person = PersonFactory(user=account)
    page = make_article(news_site.section, title="خبر")
    make_comment(page, "رأيي.", user=account)
    make_comment(page, "رأي غيري.")

    def shown(user):
        client.force_login(user)
        parts = client.get(desk("dossier", person.pk)).context["parts"]
        return [(part.total, [entry.title for entry in part.entries]) for part in parts]

    assert shown(admin_user) == [(1, ["رأيي."])]
    editor = django_user_model.objects.create_user("editor", password="x")
    editor.user_permissions.add(*Permission.objects.filter(codename__in=["access_admin", "change_person"]))
    assert shown(editor) == []


def test_a_duplicate_is_merged_from_its_page(admin_client, news_site):
    duplicate, into = PersonFactory(name="فادى سالم"), PersonFactory(name="فادي سالم")
    make_article(news_site.section, quote("نعم.", duplicate), title="خبر")

    page = admin_client.get(desk("merge", into.pk), {"duplicate": duplicate.pk})
    assert (page.context["referring"], list(page.context["same_name"])) == (["خبر"], [duplicate])

    admin_client.post(desk("merge", into.pk), {"duplicate": duplicate.pk})
    assert list(Person.objects.all()) == [into]


def test_merging_asks_for_the_permission_to_delete(client, django_user_model, news_site):
    user = django_user_model.objects.create_user("editor", password="x")
    user.user_permissions.add(
        Permission.objects.get(codename="access_admin"), Permission.objects.get(codename="change_person")
    )
    client.force_login(user)
    assert client.get(desk("dossier", PersonFactory().pk)).status_code == 200
    assert client.get(desk("merge", PersonFactory().pk)).status_code == 302


def test_the_report_of_quotes_filters_and_exports(admin_client, news_site):
    person = AffiliationFactory(role="مدير", organisation__name="كلية").person
    make_article(news_site.section, quote("نعم.", person), title="خبر", slug="news")
    make_article(news_site.section, quote("لا.", PersonFactory()))
    url = reverse("gulf_summit_quotes_report")

    shown = admin_client.get(url, {"person": person.pk, "published_at_from": "2000-01-01"})
    assert [quote.text for quote in shown.context["object_list"]] == ["نعم."]

    response = admin_client.get(url, {"person": person.pk, "export": "csv"})
    rows = list(csv.reader(io.StringIO(b"".join(response.streaming_content).decode())))
    assert rows[1][:6] == [person.name, "مدير", "كلية", "نعم.", "خبر", "http://testserver/technology/news/"]


def test_the_report_takes_the_same_queries_for_one_quote_and_for_many(admin_client, news_site):
    url = reverse("gulf_summit_quotes_report")
    make_article(news_site.section, quote("نعم.", AffiliationFactory().person))
    queries(admin_client, url)
    few = queries(admin_client, url)
    speakers = [AffiliationFactory().person for _number in range(10)]
    make_article(news_site.section, *(quote("نعم.", person) for person in speakers))
    assert queries(admin_client, url) == few
