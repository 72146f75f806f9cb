"""A source: what an article cites, kept once and cited from anywhere."""

from functools import cached_property
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _
from modelcluster.models import ClusterableModel
from wagtail.models import DraftStateMixin, PreviewableMixin, RevisionMixin, TranslatableMixin
from wagtail.search import index

from wagtail_gulf_summit.arabic.bidi import has_unsafe_bidi, strip_unsafe
from wagtail_gulf_summit.fields import FrozenStreamField

from .blocks import PartiesBlock
from .identifiers import normalise_doi, normalise_isbn, web_url
from .kinds import Kind
from .registry import Party, parties
from .searching import searchable
from .translation import Shared


class Source(PreviewableMixin, TranslatableMixin, DraftStateMixin, RevisionMixin, index.Indexed, ClusterableModel):
    """A report, book, web page, interview and so on, or a plain note."""

    kind = models.CharField(_("kind"), max_length=20, choices=Kind.choices, default=Kind.REPORT)
    title = models.TextField(_("title"))
    authors = FrozenStreamField(PartiesBlock, verbose_name=_("authors"), blank=True)
    publisher = FrozenStreamField(PartiesBlock, verbose_name=_("publisher"), blank=True, max_num=1)
    container_title = models.TextField(_("published in"), blank=True, help_text=_("The journal, newspaper or book."))
    volume = models.CharField(_("volume"), max_length=50, blank=True)
    issue = models.CharField(_("issue or number"), max_length=50, blank=True)
    pages = models.CharField(_("pages"), max_length=50, blank=True)
    place = models.CharField(_("place"), max_length=255, blank=True)
    year = models.PositiveSmallIntegerField(_("year"), null=True, blank=True)
    published_on = models.DateField(_("exact date"), null=True, blank=True)
    edition = models.CharField(_("edition as printed"), max_length=255, blank=True)
    edition_number = models.PositiveSmallIntegerField(_("edition number"), null=True, blank=True)
    url = models.URLField(_("web address"), max_length=2000, blank=True)
    archive_url = models.URLField(
        _("archived copy"),
        max_length=2000,
        blank=True,
        help_text=_("Offered to readers when the web address is gone."),
    )
    accessed = models.DateField(_("accessed on"), null=True, blank=True)
    doi = models.CharField(_("DOI"), max_length=255, blank=True)
    isbn = models.CharField(_("ISBN"), max_length=32, blank=True)
    language = models.CharField(
        _("language"), max_length=35, blank=True, help_text=_("A code such as ar or en; empty for this record's own.")
    )
    note = models.TextField(_("note"), blank=True)
    printed = models.TextField(
        _("exactly as printed"),
        blank=True,
        help_text=_("When given, readers see this instead of the formatted source."),
    )
    folded = models.TextField(editable=False, default="", blank=True)
    created_at = models.DateTimeField(_("created"), auto_now_add=True)

    override_translatable_fields = [Shared(name) for name in ("volume", "issue", "pages", "doi", "isbn", "language")]

    SHOWN_TEXTS = ("title", "container_title", "place", "edition", "note", "printed")

    search_fields = [
        index.SearchField("title", boost=2),
        index.AutocompleteField("title"),
        index.SearchField("folded"),
        index.AutocompleteField("folded"),
        index.FilterField("kind"),
        index.FilterField("locale"),
        index.FilterField("live"),
    ]

    class Meta(TranslatableMixin.Meta):
        verbose_name = _("source")
        verbose_name_plural = _("sources")

    def __str__(self) -> str:
        return Truncator(strip_unsafe(self.title.strip())).chars(200)

    def clean(self) -> None:
        super().clean()
        errors: dict[str, Any] = {}
        for name in self.SHOWN_TEXTS:
            if has_unsafe_bidi(getattr(self, name)):
                errors[name] = _("This text holds hidden characters that change its order. Type it again.")
        if self.doi and not normalise_doi(self.doi):
            errors["doi"] = _("A DOI begins with 10. and has a slash, as in 10.1000/182.")
        if self.isbn and not normalise_isbn(self.isbn):
            errors["isbn"] = _("This is not an ISBN: its check digit does not fit.")
        if errors:
            raise ValidationError(errors)

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Keep what readers are shown harmless, by whatever way it came; a form has refused it with a word before."""
        for name in self.SHOWN_TEXTS:
            setattr(self, name, strip_unsafe(getattr(self, name)))
        self.url, self.archive_url = web_url(self.url), web_url(self.archive_url)
        self.doi = normalise_doi(self.doi)
        self.isbn = normalise_isbn(self.isbn) or self.isbn
        self.__dict__.pop("parties", None)
        self.folded = folded_text(self)
        if kwargs.get("update_fields") is not None:
            kwargs["update_fields"] = {*kwargs["update_fields"], "folded"}
        super().save(*args, **kwargs)

    @cached_property
    def parties(self) -> tuple[list[Party], list[Party]]:
        """Authors and publishers by name; ``prefetch_parties`` fills it for many sources at once."""
        authors, publishers = parties([self.authors, self.publisher])
        return authors, publishers

    def get_preview_template(self, request: Any, mode_name: str) -> str:
        return "gulf_summit_citations/preview.html"


def prefetch_parties(sources: list[Source]) -> None:
    """Resolve the authors and publishers of all ``sources`` in one query for each kind of block."""
    named = parties([stream for source in sources for stream in (source.authors, source.publisher)])
    for position, source in enumerate(sources):
        source.parties = (named[2 * position], named[2 * position + 1])


def folded_text(source: Source) -> str:
    """What a search for a source looks through."""
    authors, publishers = source.parties
    names = [party.name for party in [*authors, *publishers]]
    year = str(source.year or "")
    return searchable(source.title, *names, source.container_title, year, source.doi, source.isbn, source.printed)


class LinkCheckQuerySet(models.QuerySet["LinkCheck"]):
    def dead(self) -> "LinkCheckQuerySet":
        """The checks whose address is gone; see ``LinkCheck.is_dead``. One of a former address does not count."""
        gone = models.Q(status__in=LinkCheck.GONE) | models.Q(status__isnull=True) & ~models.Q(error="")
        return self.filter(gone, url=models.F("source__url"))


class LinkCheck(models.Model):
    """What the last look at a source's web address found."""

    GONE = (404, 410)

    source = models.OneToOneField(Source, on_delete=models.CASCADE, related_name="link_check")
    url = models.URLField(max_length=2000)
    status = models.PositiveSmallIntegerField(_("status"), null=True, blank=True)
    error = models.CharField(_("error"), max_length=255, blank=True)
    checked_at = models.DateTimeField(_("checked"))

    objects = LinkCheckQuerySet.as_manager()

    #: A check is no place where the source is cited.
    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("link check")
        verbose_name_plural = _("link checks")

    def __str__(self) -> str:
        return f"{self.url}: {self.outcome}"

    @property
    def outcome(self) -> str:
        return str(self.status or self.error)

    @property
    def is_dead(self) -> bool:
        """Gone, or not reached at all; a refusal (401, 403, 429) or a passing fault (5xx) is not death."""
        return self.status in self.GONE or (self.status is None and bool(self.error))


class MergedSource(models.Model):
    """A source that was merged into another: revisions from before still name it."""

    old_id = models.BigIntegerField(_("former number"), unique=True)
    source = models.ForeignKey(Source, on_delete=models.CASCADE, related_name="merged_sources")

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("merged source")
        verbose_name_plural = _("merged sources")

    def __str__(self) -> str:
        return f"{self.old_id} → {self.source_id}"
