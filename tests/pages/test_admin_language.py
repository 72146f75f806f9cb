"""In an Arabic admin no screen of ours shows an English sentence, also after somebody used it in English."""

import re
from datetime import date
from decimal import Decimal
from html.parser import HTMLParser

import pytest
from django.urls import NoReverseMatch, reverse
from wagtail.models import Page
from wagtail.users.models import UserProfile

from tests.articles.factories import TopicFactory, make_article, paragraph, quote
from tests.citations.factories import SourceFactory, marker
from tests.comments.factories import make_comment
from tests.events.factories import dubai, session
from tests.people.factories import AffiliationFactory
from tests.sites import build_news_site, publish
from wagtail_gulf_summit.pages.models import SummitPage, SummitSeriesPage

pytestmark = pytest.mark.django_db

# Names, addresses, codes and keys are the same in every language; Wagtail never
# offers its "Actions" and "Locale" for translation, and 7.4 has no Arabic for its autosave.
NAMES = re.compile(
    r"https?://\S+|\S*[@/_.\[\]]\S*|\b(?:ORCID|DOI|ISBN|BibTeX|RIS|CSL-JSON|JSON|iCalendar|UID|RSS|IP|URL|UTC|CSV|XLSX"
    r"|AE|ar|en|Wagtail|English|Arabic|Technology|Gulf News|Ctrl|Alt|Shift|Esc|Enter|Backspace|admin|Root"
    r"|Moderators approval|Actions|Locale|Saved|Autosave is paused|[A-Z])\b"
)
ENGLISH = re.compile(r"[A-Za-z]{2,}")
SPOKEN = ("title", "aria-label", "placeholder", "alt")
VOID = frozenset(
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"]
)
# Wagtail's list of keys, its own notices, and a list of the world's time zones.
SKIPPED = re.compile(r"script|style|template|svg|code|kbd|noscript")


class Words(HTMLParser):
    """What a page says in ``<main>``: texts, and attributes that are read out."""

    def __init__(self):
        super().__init__()
        self.open, self.said = [], []

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        foreign = attributes.get("lang", "ar") != "ar" and tag != "html"
        self.open.append((tag, bool(SKIPPED.fullmatch(tag)) or foreign or attributes.get("name") == "timezone"))
        if self.listening():
            self.said += [attributes[name] for name in SPOKEN if attributes.get(name)]
        if tag in VOID:
            self.open.pop()

    def handle_endtag(self, tag):
        while self.open and self.open.pop()[0] != tag:
            pass

    def handle_data(self, text):
        if self.listening():
            self.said.append(text)

    def listening(self):
        return any(tag == "main" for tag, _skipped in self.open) and not any(skipped for _tag, skipped in self.open)


def english_in(html):
    words = Words()
    words.feed(html)
    return sorted({text.strip() for text in words.said if ENGLISH.search(NAMES.sub(" ", text))})


@pytest.fixture
def newsroom():
    """One of everything, so that no screen is empty."""
    site = build_news_site()
    person = AffiliationFactory().person
    source = SourceFactory(title="مصدر")
    series = publish(site.front, SummitSeriesPage(title="سلسلة القمم", slug="series", locale=site.ar))
    one = session("جلسة", dubai(17, 9), dubai(17, 10), room="القاعة", speakers=[(person, "speaker")])
    other = session("جلسة أخرى", dubai(17, 9), dubai(17, 10), room="القاعة", speakers=[(person, "moderator")])
    summit = SummitPage(
        title="القمة", slug="summit", locale=site.ar, start_date=date(2014, 9, 17), timezone="Asia/Dubai"
    )
    summit.timezone = "Asia/Dubai"
    summit.summit_sessions = [one, other]
    summit = publish(series, summit)
    article = make_article(
        site.parent(),
        paragraph(f"نص{marker(source)} الحكومةوالصحة"),
        quote("كلام", person),
        ("fact_box", {"title": "معلومات", "text": "<p>نص</p>"}),
        ("statistic", {"value": Decimal(82), "unit": "مليون", "claim": "مستخدم"}),
        people=[person],
    )
    comment = make_comment(article, "تعليق ينتظر", state="pending")
    make_comment(article, "تعليق ظاهر")
    return {
        "person": person,
        "organisation": person.affiliations.get().organisation,
        "source": source,
        "topic": TopicFactory(),
        "summit": summit,
        "article": article,
        "comment": comment,
        "pages": Page.objects.filter(depth__gt=1, locale=site.ar),
    }


def screens(newsroom):
    """The addresses of every screen of ours that can be looked at with what is in the newsroom."""
    found = [f"/admin/pages/{page.pk}/edit/" for page in newsroom["pages"]]
    parent = newsroom["article"].get_parent().pk
    for kind, at in (
        ("articlepage", parent),
        ("summitpage", newsroom["summit"].get_parent().pk),
        ("sectionpage", parent),
    ):
        found.append(f"/admin/pages/add/gulf_summit_pages/{kind}/{at}/")
    found.append(f"{reverse('gulf_summit_citations:locator')}?source={newsroom['source'].pk}")
    found += [f"/admin/pages/{parent}/", "/admin/reports/quotes/", "/admin/gulf_summit_articles/"]
    for name in ("person", "organisation", "source", "topic"):
        viewset = newsroom[name].snippet_viewset
        for screen in ("list", "add", "choose", "edit", "usage", "history", "delete", "dossier", "merge"):
            for arguments in ([], [newsroom[name].pk]):
                try:
                    found.append(reverse(viewset.get_url_name(screen), args=arguments))
                except NoReverseMatch:
                    continue
        found.append(reverse(viewset.chooser_viewset.get_url_name("choose")))
    for pattern, arguments in named_screens(newsroom).items():
        found.append(reverse(pattern, args=arguments))
    return list(dict.fromkeys(found))


def named_screens(newsroom):
    summit, comment = newsroom["summit"].pk, newsroom["comment"].pk
    return {
        "gulf_summit_citations:import": [],
        "gulf_summit_citations:duplicates": [],
        "gulf_summit_citations:dead_links": [],
        "gulf_summit_schedule": [summit],
        "reader_comments:index": [],
        "reader_comments:metrics": [],
        "reader_comments:comment": [comment],
    }


def shown(client, address):
    response = client.get(address)
    assert response.status_code in (200, 302, 409), address
    is_dialog = response.headers["Content-Type"] == "application/json"
    html = response.json()["html"] if is_dialog else response.content.decode()
    return html if "<main" in html else f"<main>{html}</main>"


def use_admin_in(language, user):
    profile = UserProfile.get_for_user(user)
    profile.preferred_language = language
    profile.save()


def test_no_screen_of_the_newsroom_says_a_word_of_english_in_arabic(admin_client, admin_user, newsroom):
    addresses = screens(newsroom)
    use_admin_in("en", admin_user)
    for address in addresses:
        shown(admin_client, address)
    use_admin_in("ar", admin_user)
    said = {text: address for address in addresses for text in english_in(shown(admin_client, address))}
    assert said == {}, "\n".join(f"{text} ({address})" for text, address in said.items())
