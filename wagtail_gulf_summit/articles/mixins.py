"""What makes a page type an article, a section or a topic page: mix in, then subclass Page yourself."""

from typing import Any

from django.db import models
from django.http import Http404
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.images import get_image_model_string
from wagtail.search import index

from wagtail_gulf_summit.citations.features import INLINE_FEATURES
from wagtail_gulf_summit.citations.mixins import CitedPageMixin
from wagtail_gulf_summit.citations.serializers import CITATIONS
from wagtail_gulf_summit.comments.mixins import CommentPolicyMixin
from wagtail_gulf_summit.compat import api_field, read_as
from wagtail_gulf_summit.fields import FrozenStreamField, RichTextField
from wagtail_gulf_summit.people.loading import shown
from wagtail_gulf_summit.serializers import TextField

from .blocks import BylineBlock, CorrectionBlock, StoryBlock, StoryChooserBlock, SummitChooserBlock, TopicChooserBlock
from .dateline import dateline_text
from .forms import ArticleForm
from .preview import add_findings
from .serializers import TopicOfPage
from .translation import Kept


class SectionPageMixin(CommentPolicyMixin, models.Model):
    """A section of the newsroom, such as Technology; articles are its children."""

    intro = RichTextField(_("introduction"), blank=True, features=["bold", "italic", "link"])
    pinned = FrozenStreamField(
        [("article", StoryChooserBlock(label=_("Story")))],
        verbose_name=_("pinned stories"),
        blank=True,
        max_num=5,
        help_text=_("Shown first, in this order, on the first page of the section."),
    )

    page_kind = "section"
    accepts_comments = False
    #: Stories on one page of the section.
    stories_per_page = 20

    api_fields = [api_field("intro", writable=True), api_field("pinned", writable=True)]

    class Meta:
        abstract = True


class ArticlePageMixin(CitedPageMixin, CommentPolicyMixin, models.Model):
    """A news article; the page's title is its headline and its parent its section."""

    kicker = models.CharField(
        _("kicker"), max_length=120, blank=True, help_text=_("A word or two above the headline.")
    )
    standfirst = RichTextField(_("standfirst"), blank=True, features=INLINE_FEATURES)
    dateline_place = models.CharField(_("place"), max_length=120, blank=True)
    dateline_agency = models.CharField(_("agency"), max_length=120, blank=True)
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
    hero_alt = models.CharField(
        _("alternative text"),
        max_length=255,
        blank=True,
        help_text=_("What the picture shows, for readers who do not see it. Leave empty to use the image's own."),
    )
    hero_caption = RichTextField(_("caption"), blank=True, features=INLINE_FEATURES)
    hero_credit = models.CharField(_("credit"), max_length=255, blank=True)
    hero_licence = models.CharField(_("licence"), max_length=255, blank=True)
    body = FrozenStreamField(StoryBlock(), verbose_name=_("body"), blank=True)
    bylines = FrozenStreamField([("byline", BylineBlock())], verbose_name=_("bylines"), blank=True)
    topics = FrozenStreamField([("topic", TopicChooserBlock(label=_("Topic")))], verbose_name=_("topics"), blank=True)
    summits = FrozenStreamField(
        [("summit", SummitChooserBlock(label=_("Summit")))], verbose_name=_("summits covered"), blank=True
    )
    related = FrozenStreamField(
        [("article", StoryChooserBlock(label=_("Story")))],
        verbose_name=_("related stories"),
        blank=True,
        help_text=_("Leave empty to offer the newest stories on the same topics."),
    )
    corrections = FrozenStreamField([("correction", CorrectionBlock())], verbose_name=_("corrections"), blank=True)
    substantive_update = models.BooleanField(
        _("tell readers that this story was updated"),
        default=False,
        help_text=_("Tick for a change of substance. Readers see the time of the next publication as “updated”."),
    )
    last_updated_at = models.DateTimeField(_("last updated"), null=True, blank=True, editable=False)
    social_image = models.ForeignKey(
        get_image_model_string(),
        verbose_name=_("image for sharing"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("Leave empty to use the main image."),
    )
    canonical_url = models.URLField(
        _("original address"), blank=True, help_text=_("For a story that was first published elsewhere.")
    )

    page_kind = "article"
    base_form_class = ArticleForm

    #: Where citations can stand, in the order in which a reader meets them.
    cited_fields = ["standfirst", "hero_caption", "body", "corrections"]

    #: Append to the page's own; never replace them.
    article_search_fields = [
        index.SearchField("kicker"),
        index.SearchField("standfirst"),
        index.SearchField("dateline_place"),
        index.SearchField("hero_caption"),
        index.SearchField("body"),
        index.FilterField("last_updated_at"),
    ]

    api_fields = [
        *[
            api_field(name, writable=True)
            for name in (
                "kicker", "standfirst", "dateline_place", "dateline_agency", "dateline_text", "hero_image", "hero_alt",
                "hero_caption", "hero_credit", "hero_licence", "body", "bylines", "topics", "summits", "related",
                "corrections", "substantive_update", "social_image", "canonical_url",
            )
        ],
        api_field("dateline", TextField()),
        api_field("last_updated_at"),
        CITATIONS,
    ]  # fmt: skip

    #: For wagtail-localize: what each translation decides for itself.
    override_translatable_fields = [Kept("substantive_update")]
    exclude_fields_in_copy = ["last_updated_at", "substantive_update"]

    class Meta:
        abstract = True

    def shows_field(self, name: str) -> bool:
        """A caption without its picture is not shown, and cites nothing."""
        return name != "hero_caption" or self.hero_image_id is not None

    @property
    def dateline(self) -> str:
        """The dateline as one line, such as «دبي - سويفت نيوز:»; empty when neither part is given."""
        return self.dateline_text or dateline_text(self.dateline_place, self.dateline_agency)

    @property
    def updated_at(self) -> Any:
        """When readers were last told of a change of substance; the first publication if never."""
        return self.last_updated_at or self.first_published_at

    def save(self, *args: Any, **kwargs: Any) -> None:
        # Publishing saves the whole page; saving a draft names its fields.
        if self.live and self.substantive_update and kwargs.get("update_fields") is None:
            if self.last_published_at and self.first_published_at != self.last_published_at:
                self.last_updated_at = timezone.now()
            self.substantive_update = False
        super().save(*args, **kwargs)

    def serve_preview(self, request: Any, mode_name: str) -> Any:
        """The preview; beside the editor, with what there is to look at before the story goes out."""
        response = super().serve_preview(request, mode_name)
        return add_findings(response, self) if getattr(request, "in_preview_panel", False) else response

    def with_content_json(self, content: dict[str, Any]) -> Any:
        """A revision restores what was written, never when readers were told of it."""
        page = super().with_content_json(content)
        page.last_updated_at = self.last_updated_at
        return page


class TopicPageMixin(models.Model):
    """A public page of one topic, with its stories."""

    topic = models.ForeignKey(
        "gulf_summit_articles.Topic", verbose_name=_("topic"), on_delete=models.PROTECT, related_name="+"
    )
    intro = RichTextField(_("introduction"), blank=True, features=["bold", "italic", "link"])

    page_kind = "topic_page"
    #: Stories on one page of the topic.
    stories_per_page = 20

    api_fields = [*read_as("topic", TopicOfPage()), api_field("intro", writable=True)]

    class Meta:
        abstract = True

    def get_absolute_url(self) -> str:
        return self.get_url() or ""

    def serve(self, request: Any, *args: Any, **kwargs: Any) -> Any:
        """The page; not found while the topic is not published."""
        if not getattr(request, "is_preview", False) and shown(self.topic, self.locale_id) is None:
            raise Http404
        return super().serve(request, *args, **kwargs)
