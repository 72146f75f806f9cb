"""The article form: what it begins with, what can be left empty, what it tells the editor."""

import json
from uuid import uuid4

import pytest
from django.urls import reverse

from tests.articles.factories import make_article, paragraph, quote
from tests.people.factories import PersonFactory, translated
from wagtail_gulf_summit.articles.findings import story_findings
from wagtail_gulf_summit.articles.forms import first_values
from wagtail_gulf_summit.pages.models import ArticlePage

pytestmark = pytest.mark.django_db


def first(section, user):
    return first_values(ArticlePage(), section, user)


def test_the_first_article_of_a_section_begins_empty(news_site, admin_user):
    assert first(news_site.section, admin_user) == {}


def test_a_new_article_begins_with_the_dateline_of_the_users_last_one(news_site, admin_user, django_user_model):
    other = django_user_model.objects.create_user("other", password="x")
    make_article(news_site.section, dateline_place="دبي", dateline_agency="سويفت نيوز", owner=admin_user)
    make_article(news_site.section, dateline_place="الدوحة", dateline_agency="قنا", owner=other)

    assert first(news_site.section, admin_user) == {"dateline_place": "دبي", "dateline_agency": "سويفت نيوز"}
    newcomer = django_user_model.objects.create_user("newcomer", password="x")
    assert first(news_site.section, newcomer) == {"dateline_place": "الدوحة", "dateline_agency": "قنا"}


def test_a_new_article_carries_the_byline_of_its_user_in_its_language(news_site, admin_user):
    person = PersonFactory(user=admin_user, name="ليلى")
    translated(person, name="Layla")
    for section, name in ((news_site.section, "ليلى"), (news_site.section_en, "Layla")):
        assert [child.value["person"].name for child in first(section, admin_user)["bylines"]] == [name]


def test_the_form_shows_what_it_begins_with(news_site, admin_client, admin_user):
    PersonFactory(user=admin_user, name="ليلى")
    make_article(news_site.section, dateline_place="دبي", dateline_agency="سويفت نيوز", owner=admin_user)
    url = reverse("wagtailadmin_pages:add", args=["gulf_summit_pages", "articlepage", news_site.section.pk])
    form = admin_client.get(url).context["form"]
    assert (form["dateline_place"].value(), form["dateline_agency"].value()) == ("دبي", "سويفت نيوز")
    assert [child.value["person"].name for child in form["bylines"].value()] == ["ليلى"]


def stream(name, *blocks):
    """The form data of a StreamField: blocks are ``(type, {suffix: value})``."""
    data = {f"{name}-count": str(len(blocks))}
    for index, (kind, fields) in enumerate(blocks):
        place = f"{name}-{index}"
        data |= {
            f"{place}-type": kind,
            f"{place}-order": str(index),
            f"{place}-deleted": "",
            f"{place}-id": str(uuid4()),
        }
        data |= {f"{name}-{index}-value{suffix}": value for suffix, value in fields.items()}
    return data


def rich(text=""):
    """Rich text as the editor sends it."""
    if not text:
        return "null"
    blocks = [{"key": "a", "text": text, "type": "unstyled", "depth": 0, "inlineStyleRanges": [], "entityRanges": []}]
    return json.dumps({"blocks": blocks, "entityMap": {}})


EMPTY_BLOCKS = [
    ("paragraph", {"": rich()}),
    ("heading", {"-text": "", "-level": "2"}),
    (
        "speaker_quote",
        {"-quote": rich(), "-person": "", "-attribution": "", "-role_override": "", "-organisation_override": ""},
    ),
    ("pull_quote", {"-text": "", "-person": ""}),
    ("image", {"-image": "", "-alt": "", "-caption": rich(), "-credit": "", "-licence": ""}),
    ("gallery", {"-title": "", "-images-count": "0"}),
    ("embed", {"": ""}),
    ("table", {"-caption": "", "-column-count": "0", "-row-count": "0"}),
    ("statistic", {"-text": "", "-value": "", "-unit": "", "-claim": "", "-source": ""}),
    ("fact_box", {"-title": "", "-text": rich()}),
    ("related_article", {"": ""}),
]


def form_data(*body, **fields):
    data = {
        "title": "خبر",
        "slug": "news",
        "kicker": "",
        "standfirst": rich(),
        "hero_caption": rich(),
        "comments-TOTAL_FORMS": "0",
        "comments-INITIAL_FORMS": "0",
        **stream("body", *body),
    }
    for name in ("bylines", "topics", "summits", "related", "corrections"):
        data |= stream(name)
    return {**data, **fields}


@pytest.mark.parametrize("block", EMPTY_BLOCKS, ids=[kind for kind, _fields in EMPTY_BLOCKS])
def test_a_draft_is_saved_while_a_block_is_still_empty(news_site, admin_client, block):
    page = make_article(news_site.section)
    url = reverse("wagtailadmin_pages:edit", args=[page.pk])
    response = admin_client.post(url, form_data(block, title="مسودة"), headers={"accept": "application/json"})
    assert (response.status_code, response.json()["success"]) == (200, True), response.content
    draft = ArticlePage.objects.get(pk=page.pk).get_latest_revision_as_object()
    assert (draft.title, [child.block_type for child in draft.body]) == ("مسودة", [block[0]])


@pytest.mark.parametrize("block", EMPTY_BLOCKS, ids=[kind for kind, _fields in EMPTY_BLOCKS])
def test_a_draft_with_an_empty_block_is_previewed_and_edited_again(news_site, admin_client, block):
    page = make_article(news_site.section)
    preview = reverse("wagtailadmin_pages:preview_on_edit", args=[page.pk])
    answer = admin_client.post(preview, form_data(block))
    assert answer.json() == {"is_valid": True, "is_available": True}
    shown = admin_client.get(preview, {"mode": "", "in_preview_panel": "true"})
    assert "خبر" in shown.content.decode()


def test_an_empty_quote_is_not_published(news_site, admin_client):
    page = make_article(news_site.section, title="قديم")
    url = reverse("wagtailadmin_pages:edit", args=[page.pk])
    response = admin_client.post(url, {**form_data(EMPTY_BLOCKS[2]), "action-publish": "1"})
    assert list(response.context["form"].errors) == ["body"]
    assert ArticlePage.objects.get(pk=page.pk).title == "قديم"


GLUED = "الحكومةوالصحة"


def rules(page):
    return [(finding.rule, finding.found) for finding in story_findings(page)]


def test_a_story_with_nothing_to_look_at(news_site):
    page = make_article(news_site.section, paragraph("نص سليم."), quote("نعم.", PersonFactory()))
    assert rules(page) == []


def test_an_editor_is_told_what_to_look_at_in_the_order_of_the_page(news_site):
    hidden = PersonFactory(name="غائب", live=False)
    page = make_article(
        news_site.section,
        paragraph(f"في قطاع {GLUED} اليوم."),
        quote("نعم."),
        quote("لا.", hidden),
        ("statistic", {"text": "74%"}),
        ("heading", {"text": "عميق", "level": "4"}),
        title=f"{GLUED} معًا",
        hero_image=make_image(),
    )
    assert rules(page) == [
        ("missing_space", GLUED),
        ("missing_alt", "صورة"),
        ("heading_order", "عميق"),
        ("missing_space", GLUED),
        ("quote_without_person", "نعم."),
        ("unpublished_person", "غائب"),
        ("statistic_without_source", "74%"),
    ]


def make_image(**fields):
    from wagtail.images import get_image_model
    from wagtail.images.tests.utils import get_test_image_file

    return get_image_model().objects.create(title="صورة", file=get_test_image_file(), **fields)


def test_pictures_of_the_body_need_a_description_unless_they_are_decorative(news_site):
    plain, told = make_image(), make_image(description="قاعة")
    page = make_article(
        news_site.section,
        ("image", {"image": plain}),
        ("image", {"image": plain, "decorative": True}),
        ("image", {"image": plain, "alt": "قاعة"}),
        ("gallery", {"images": [{"image": told}, {"image": plain}]}),
    )
    assert [(finding.rule, finding.block_id) for finding in story_findings(page)] == [
        ("missing_alt", page.body[0].id),
        ("missing_alt", page.body[3].id),
    ]


def test_a_long_headline_is_told_with_its_length(news_site, settings):
    settings.GULF_SUMMIT_HEADLINE_LENGTH = 10
    page = make_article(news_site.section, title="خبر طويل عن القمة")
    assert next(finding.message for finding in story_findings(page)) == "عدد الأحرف 17، ويكفي منها 10."


def test_english_copy_is_not_read_by_arabic_rules(news_site):
    assert rules(make_article(news_site.section_en, paragraph(GLUED))) == []


def test_the_findings_stand_in_the_preview_beside_the_editor_only(news_site, admin_client):
    page = make_article(news_site.section)
    preview = reverse("wagtailadmin_pages:preview_on_edit", args=[page.pk])
    admin_client.post(preview, form_data(("paragraph", {"": rich(GLUED)})))

    beside = admin_client.get(preview, {"mode": "", "in_preview_panel": "true"}).content.decode()
    alone = admin_client.get(preview, {"mode": ""}).content.decode()
    assert '<li data-gs-check="missing_space"' in beside
    assert "<li data-gs-check" not in alone
    assert "<li data-gs-check" not in admin_client.get(page.get_url()).content.decode()


def test_wagtails_checker_counts_the_findings_of_articles(news_site, admin_client):
    def configured(page):
        html = admin_client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()
        text = html.split('<script id="checker-axe-configuration" type="application/json">')[1].split("</script>")[0]
        return json.loads(text)

    found = configured(make_article(news_site.section))
    assert "gs-missing-space" in found["options"]["runOnly"]
    assert {rule["id"] for rule in found["spec"]["rules"]} > {"gs-missing-alt", "gs-quote-without-person"}
    assert found["messages"]["gs-missing-space"]["error_name"]
    assert "gs-missing-space" not in configured(news_site.section)["options"]["runOnly"]
