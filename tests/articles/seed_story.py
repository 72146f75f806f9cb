"""The story of the example site, loaded; then without it, so that an editor can write it again."""

import re
from typing import Any

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.test import Client
from django.utils.html import strip_tags
from wagtail.images import get_image_model
from wagtail.images.tests.utils import get_test_image_file

from example_project.seed.data import seed
from example_project.seed.ensure import Progress
from example_project.seed.load import load_locales
from example_project.seed.pages import load_pages
from example_project.seed.snippets import load_snippets
from example_project.seed.users import EDITORS, load_groups
from tests.articles.factories import TopicFactory
from tests.e2e.languages import set_language
from tests.people.factories import PersonFactory
from wagtail_gulf_summit.citations.models import Source
from wagtail_gulf_summit.pages.models import ArticlePage, PersonPage, SectionPage
from wagtail_gulf_summit.people.models import Organisation, Person

KICKER, STANDFIRST = "تواصل اجتماعي", "تناقش القمة الإمكانيات الكبيرة لوسائل التواصل الاجتماعي."
ALT, CREDIT = "قاعة القمة", "وام"
TOPIC, WRITER, IMAGE = "حوكمة ذكية", "ليلى العلي", "قاعة"

#: What two articles that an editor would call the same differ in.
OWN = {
    "id", "first_published_at", "first_published_at_display", "last_published_at", "last_published_at_display",
    "datePublished", "dateModified",
}  # fmt: skip


def load_story(port: int = 80) -> dict[str, Any]:
    """Load the example site, with a picture, a topic and a byline on its story; the document of the story."""
    progress = Progress(lambda line: None)
    locales = load_locales(progress)
    load_groups(progress)
    load_snippets(locales, progress)
    load_pages(locales, port, progress)
    ArticlePage.objects.get(locale=locales["en"]).delete()
    story = ArticlePage.objects.get()
    story.kicker = KICKER
    story.standfirst = f"<p>{STANDFIRST}</p>"
    story.hero_image = get_image_model().objects.create(title=IMAGE, file=get_test_image_file(size=(900, 600)))
    story.hero_alt, story.hero_credit = ALT, CREDIT
    story.bylines = [("byline", {"person": PersonFactory(name=WRITER), "role": ""})]
    story.topics = [("topic", TopicFactory(name=TOPIC))]
    story.save_revision().publish()
    return document_of(story)


def forget_story() -> SectionPage:
    """Take away the story, one of its speakers and one of its sources; the section it was in."""
    ArticlePage.objects.get().delete()
    gone = Person.objects.get(name=tuqan()["name"])
    PersonPage.objects.filter(person__translation_key=gone.translation_key).delete()
    Person.objects.filter(translation_key=gone.translation_key).delete()
    Organisation.objects.get(name=tuqan()["organisation"]).delete()
    Source.objects.get(title=second_source()["title"]).delete()
    return SectionPage.objects.get(locale__language_code="ar")


def editor() -> Any:
    """The editor of the example site, who works in Arabic."""
    user = get_user_model().objects.create_user("editor", "editor@example.com", "pass")
    user.groups.set([Group.objects.get(name=EDITORS)])
    set_language(user, "ar")
    return user


def story() -> dict[str, Any]:
    return seed("ar")


def tuqan() -> dict[str, Any]:
    """The speaker who is new."""
    return next(one for one in seed("ar")["speakers"] if one["id"] == "tuqan")


def second_source() -> dict[str, Any]:
    """The source that is new."""
    return seed("ar")["citations"][1]


def document_of(page: Any) -> dict[str, Any]:
    """What the newsroom API answers, apart from ids and times."""
    answer = Client(SERVER_NAME="127.0.0.1").get(f"/api/newsroom/articles/{page.pk}/")
    assert answer.status_code == 200, answer.content
    return without_own(answer.json())


def without_own(value: Any) -> Any:
    if isinstance(value, dict):
        shown = {name: without_own(one) for name, one in value.items() if name not in OWN}
        # A loaded source keeps the line of the newspaper; that of a new one is marked up, and reads the same.
        return {**shown, "html": strip_tags(shown["html"])} if "csl" in shown else shown
    if isinstance(value, list):
        return [without_own(one) for one in value]
    return re.sub(r' data-block-key="[^"]*"', "", value) if isinstance(value, str) else value
