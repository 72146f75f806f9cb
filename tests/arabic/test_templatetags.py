from datetime import date, datetime, timezone

import pytest
from django.template import Context, Template
from wagtail.models import Locale

DAY = date(2014, 9, 17)
MOMENT = datetime(2014, 9, 17, 22, 0, tzinfo=timezone.utc)


def render(source, **context):
    return Template("{% load gulf_summit_arabic %}" + source).render(Context(context))


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        ('{{ day|display_date:"ar" }}', "17 سبتمبر 2014"),
        ("{{ day|display_date }}", "17 سبتمبر 2014"),
        ('{{ moment|display_date:"en" }}', "18 September 2014"),
        ('{{ moment|display_datetime:"en" }}', "18 September 2014, 02:00"),
        ('{{ moment|display_time:"ar" }}', "2:00 ص"),
        ('{% display_date_range day moment "ar" %}', "17 و18 سبتمبر 2014"),
        ('{{ day|hijri_date:"ar" }}', "22 ذو القعدة 1435"),
        ('{{ 82000000|display_number:"ar" }}', "82,000,000"),
        ('{{ 0|display_number:"ar" }}', "0"),
        ('{{ 74|display_percent:"ar" }}', "74%"),
        ('{{ "ar-ae"|direction }} {{ "en"|direction }}', "rtl ltr"),
        ("{{ markup|bdi }}", '<bdi dir="auto">&lt;b&gt;</bdi>'),
        ('{{ "+971 4"|bdi:"ltr" }}', '<bdi dir="ltr">+971 4</bdi>'),
        ('{{ "نعم"|quoted:"ar" }}', "“نعم”"),
        ('{{ "oui"|quoted:"fr" }}', "«\u00a0oui\u00a0»"),
        ('{{ "القمة"|highlighted:"قمه" }}', "<mark>القمة</mark>"),
    ],
)
def test_each_tag_prints_for_its_language(source, shown):
    assert render(source, day=DAY, moment=MOMENT, markup="<b>") == shown


@pytest.mark.parametrize("tag", ["date", "time", "datetime", "number", "percent"])
def test_nothing_prints_nothing(tag):
    assert render("{{ value|display_" + tag + " }}{{ value|bdi }}{{ value|hijri_date }}", value=None) == ""


def test_the_direction_of_a_locale_is_that_of_its_language():
    assert render("{{ locale|direction }}", locale=Locale(language_code="ar-ae")) == "rtl"
