"""Editing forms of people and organisations."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel

affiliation_panels = [
    FieldPanel("role"),
    FieldPanel("organisation"),
    FieldRowPanel([FieldPanel("valid_from"), FieldPanel("valid_until")]),
]

person_panels = [
    FieldPanel("name"),
    InlinePanel(
        "affiliations",
        panels=affiliation_panels,
        heading=_("Roles"),
        label=_("Role"),
        help_text=_("A quote is printed with the first of these that was held on the day of its story."),
    ),
    FieldPanel("photo"),
    FieldPanel("bio"),
    FieldPanel("links"),
    MultiFieldPanel(
        [
            FieldRowPanel([FieldPanel("given_name"), FieldPanel("family_name")]),
            FieldPanel("slug"),
            FieldPanel("user"),
        ],
        heading=_("Details"),
        classname="collapsed",
    ),
]

organisation_panels = [
    FieldPanel("name"),
    FieldPanel("website"),
    FieldPanel("logo"),
    FieldPanel("links"),
    MultiFieldPanel([FieldPanel("slug")], heading=_("Details"), classname="collapsed"),
]

person_page_panels = [FieldPanel("person")]
