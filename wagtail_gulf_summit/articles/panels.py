"""Editing forms of articles, sections and topics, grouped as an editor thinks."""

from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    MultiFieldPanel,
    ObjectList,
    Panel,
    TabbedInterface,
    TitleFieldPanel,
)

from wagtail_gulf_summit.conf import conf

from .desk.cited import CitedSourcesPanel
from .mixins import ArticlePageMixin


def counted(name: str) -> dict[str, Any]:
    """Attributes of a panel whose characters are counted while they are typed; ``headline`` or ``standfirst``."""
    return {"data-controller": "gs-count", "data-gs-count-limit-value": LazyLimit(name)}


class LazyLimit:
    """The setting, read when the form is shown."""

    def __init__(self, name: str) -> None:
        self.setting = f"GULF_SUMMIT_{name.upper()}_LENGTH"

    def __str__(self) -> str:
        return str(getattr(conf, self.setting))


section_panels = [FieldPanel("intro"), FieldPanel("pinned")]
topic_panels = [FieldPanel("topic"), FieldPanel("intro")]

story_panels = [
    FieldPanel("kicker"),
    TitleFieldPanel("title", heading=_("Headline"), placeholder=_("Headline*"), attrs=counted("headline")),
    FieldPanel("standfirst", attrs=counted("standfirst")),
    MultiFieldPanel(
        [
            FieldRowPanel([FieldPanel("dateline_place"), FieldPanel("dateline_agency")]),
            FieldPanel("dateline_text"),
        ],
        heading=_("Dateline"),
    ),
    MultiFieldPanel(
        [
            FieldPanel("hero_image"),
            FieldPanel("hero_alt"),
            FieldPanel("hero_caption"),
            FieldRowPanel([FieldPanel("hero_credit"), FieldPanel("hero_licence")]),
        ],
        heading=_("Main image"),
    ),
    FieldPanel("body"),
]

people_panels = [
    FieldPanel("bylines"),
    CitedSourcesPanel(heading=_("Sources cited"), icon="gs-citation"),
    FieldPanel("summits"),
    FieldPanel("corrections"),
    FieldPanel("substantive_update"),
]


def promotion_panels(page_model: type[Any]) -> list[Panel]:
    # A site's own base page need not have Wagtail's fields for search engines.
    names = [name for name in ("slug", "seo_title", "search_description") if hasattr(page_model, name)]
    return [
        FieldPanel("topics"),
        FieldPanel("related"),
        MultiFieldPanel(
            [*[FieldPanel(name) for name in names], FieldPanel("canonical_url")], heading=_("For search engines")
        ),
        FieldPanel("social_image"),
    ]


def article_edit_handler(
    page_model: type[Any],
    story: Sequence[Panel] = (),
    people: Sequence[Panel] = (),
    promotion: Sequence[Panel] = (),
    settings: Sequence[Panel] = (),
) -> TabbedInterface:
    """The tabs of an article: story, people and sources, promotion, settings.

    ``page_model`` is the site's ``Page``, whose settings panels are kept. The other
    arguments are further panels, at the end of each tab.
    """
    return TabbedInterface(
        [
            ObjectList([*story_panels, *story], heading=_("Story")),
            ObjectList([*people_panels, *people], heading=_("People and sources")),
            ObjectList([*promotion_panels(page_model), *promotion], heading=_("Promotion")),
            ObjectList(
                [*ArticlePageMixin.comment_policy_panels, *page_model.settings_panels, *settings],
                heading=_("Settings"),
            ),
        ]
    )
