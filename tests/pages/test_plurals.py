"""Counts read as Arabic prints them, in the six forms of its plural, wherever the package counts."""

import pytest
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.translation import ngettext

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
    ],
)
def test_a_page_and_the_admin_count_in_six_forms(singular, plural, arabic):
    with translation.override("ar"):
        said = [ngettext(singular, plural, count) % {"counter": count, "number": count} for count in COUNTS]
    assert said == arabic


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
