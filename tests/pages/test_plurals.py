"""Counts read as Arabic prints them, in the six forms of its plural, wherever the package counts."""

import pytest
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation
from django.utils.translation import ngettext
from wagtail.users.models import UserProfile

from tests.events.factories import session, summit
from tests.people.factories import PersonFactory

COUNTS = (0, 1, 2, 3, 11, 100)


@pytest.mark.parametrize(
    ("singular", "plural", "arabic"),
    [
        (
            "%(counter)s session announced",
            "%(counter)s sessions announced",
            [
                "لا جلسات معلنة",
                "جلسة واحدة معلنة",
                "جلستان معلنتان",
                "3 جلسات معلنة",
                "11 جلسة معلنة",
                "100 جلسة معلنة",
            ],
        ),
        (
            "%(counter)s workshop announced",
            "%(counter)s workshops announced",
            [
                "لا ورش عمل معلنة",
                "ورشة عمل واحدة معلنة",
                "ورشتا عمل معلنتان",
                "3 ورش عمل معلنة",
                "11 ورشة عمل معلنة",
                "100 ورشة عمل معلنة",
            ],
        ),
        (
            "%(number)s comment",
            "%(number)s comments",
            ["لا تعليقات", "تعليق واحد", "تعليقان", "3 تعليقات", "11 تعليقًا", "100 تعليق"],
        ),
        (
            "%(counter)s report",
            "%(counter)s reports",
            ["لا بلاغات", "بلاغ واحد", "بلاغان", "3 بلاغات", "11 بلاغًا", "100 بلاغ"],
        ),
        (
            "%(counter)s place",
            "%(counter)s places",
            ["لا مقاعد", "مقعد واحد", "مقعدان", "3 مقاعد", "11 مقعدًا", "100 مقعد"],
        ),
        (
            "There is %(counter)s match",
            "There are %(counter)s matches",
            ["لا نتائج", "نتيجة واحدة", "نتيجتان", "3 نتائج", "11 نتيجة", "100 نتيجة"],
        ),
        (
            "There is one matching page",
            "There are %(counter)s matching pages",
            [
                "لا صفحات مطابقة",
                "صفحة واحدة مطابقة",
                "صفحتان مطابقتان",
                "3 صفحات مطابقة",
                "11 صفحة مطابقة",
                "100 صفحة مطابقة",
            ],
        ),
    ],
)
def test_a_page_and_the_admin_count_in_six_forms(singular, plural, arabic):
    with translation.override("ar"):
        said = [ngettext(singular, plural, count) % {"counter": count, "number": count} for count in COUNTS]
    assert said == arabic


@pytest.mark.parametrize(
    ("held", "said"), [(1, "جلسة واحدة معلنة"), (2, "جلستان معلنتان"), (3, "3 جلسات معلنة"), (11, "11 جلسة معلنة")]
)
def test_the_page_of_a_summit_counts_what_was_announced(client, db, held, said):
    announced = [("sessions", {"kind": "other", "count": held})]
    page = summit(sessions=[session()], announced=announced)
    assert said in client.get(page.url).content.decode()


@pytest.mark.parametrize(("found", "said"), [(1, "نتيجة واحدة"), (2, "نتيجتان"), (3, "3 نتائج")])
def test_a_listing_of_the_admin_counts_what_it_found(admin_client, admin_user, found, said):
    UserProfile.objects.create(user=admin_user, preferred_language="ar")
    people = [PersonFactory(name=f"سالم {number}") for number in range(found)]
    address = reverse(people[0].snippet_viewset.get_url_name("list"))
    assert said in admin_client.get(address, {"q": "سالم"}).content.decode()


def test_what_a_moderator_is_told_counts_in_six_forms():
    with translation.override("ar"):
        told = [
            ngettext("%(count)s comment decided.", "%(count)s comments decided.", count) % {"count": count}
            for count in COUNTS
        ]
    assert told == [
        "لم يُبتّ في أي تعليق.",
        "بُتّ في تعليق واحد.",
        "بُتّ في تعليقين.",
        "بُتّ في 3 تعليقات.",
        "بُتّ في 11 تعليقًا.",
        "بُتّ في 100 تعليق.",
    ]


def test_a_mail_to_a_moderator_counts_in_six_forms():
    with translation.override("ar"):
        subjects = [
            render_to_string("gulf_summit_comments/mail/digest_subject.txt", {"waiting": count}).strip()
            for count in COUNTS
        ]
    assert subjects == [
        "لا تعليقات تنتظر مراجعتك",
        "تعليق واحد ينتظر مراجعتك",
        "تعليقان ينتظران مراجعتك",
        "3 تعليقات تنتظر مراجعتك",
        "11 تعليقًا ينتظر مراجعتك",
        "100 تعليق ينتظر مراجعتك",
    ]
