"""What makes a page type an article or a section: mix in, then subclass Page yourself."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.fields import RichTextField
from wagtail.images import get_image_model_string
from wagtail.snippets.blocks import SnippetChooserBlock

from wagtail_gulf_summit.citations.mixins import CitedPageMixin
from wagtail_gulf_summit.comments.mixins import CommentPolicyMixin
from wagtail_gulf_summit.fields import FrozenStreamField

from .blocks import BylineBlock, CorrectionBlock, StoryBlock


class SectionPageMixin(CommentPolicyMixin, models.Model):
    """A section of the newsroom, such as Technology; articles are its children."""

    intro = RichTextField(_("introduction"), blank=True, features=["bold", "italic", "link"])

    class Meta:
        abstract = True


class ArticlePageMixin(CitedPageMixin, CommentPolicyMixin, models.Model):
    """A news article; the page's title is its headline and its parent its section."""

    kicker = models.CharField(_("kicker"), max_length=120, blank=True)
    standfirst = RichTextField(_("standfirst"), blank=True, features=["bold", "italic", "link", "citation"])
    dateline_place = models.CharField(_("dateline: place"), max_length=120, blank=True)
    dateline_agency = models.CharField(_("dateline: agency"), max_length=120, blank=True)
    dateline_text = models.CharField(
        _("dateline as printed"),
        max_length=255,
        blank=True,
        help_text=_("Leave empty to print place and agency in the usual way."),
    )
    hero_image = models.ForeignKey(
        get_image_model_string(),
        verbose_name=_("main image"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    hero_alt = models.CharField(_("alternative text"), max_length=255, blank=True)
    hero_caption = RichTextField(_("caption"), blank=True, features=["bold", "italic", "link", "citation"])
    hero_credit = models.CharField(_("credit"), max_length=255, blank=True)
    body = FrozenStreamField(StoryBlock(), verbose_name=_("body"), blank=True)
    bylines = FrozenStreamField([("byline", BylineBlock())], verbose_name=_("bylines"), blank=True)
    topics = FrozenStreamField(
        [("topic", SnippetChooserBlock("gulf_summit_articles.Topic", label=_("topic")))],
        verbose_name=_("topics"),
        blank=True,
    )
    summits = FrozenStreamField(
        [("summit", blocks.PageChooserBlock(label=_("summit")))], verbose_name=_("summits covered"), blank=True
    )
    related = FrozenStreamField(
        [("article", blocks.PageChooserBlock(label=_("article")))], verbose_name=_("related stories"), blank=True
    )
    corrections = FrozenStreamField(
        [("correction", CorrectionBlock())], verbose_name=_("corrections"), blank=True
    )

    #: Where citations can stand, in the order in which a reader meets them.
    cited_fields = ["standfirst", "hero_caption", "body", "corrections"]

    class Meta:
        abstract = True

    @property
    def dateline(self) -> str:
        """The dateline as one line, such as «دبي - سويفت نيوز:»; empty when neither part is given."""
        if self.dateline_text:
            return self.dateline_text
        parts = [part for part in (self.dateline_place, self.dateline_agency) if part]
        return " - ".join(parts) + ":" if parts else ""
