"""Who writes, speaks and is cited: one ``Person`` for all three."""

import swapper
from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.images import get_image_model_string
from wagtail.models import DraftStateMixin, Locale, Orderable, RevisionMixin, TranslatableMixin
from wagtail.search import index

from wagtail_gulf_summit.arabic.bidi import has_unsafe_bidi
from wagtail_gulf_summit.arabic.forms import has_arabic
from wagtail_gulf_summit.conf import conf
from wagtail_gulf_summit.fields import FrozenStreamField, RichTextField

from .links import LinkBlock
from .loading import in_locale, shown
from .names import fold_name
from .roles import affiliation_on
from .slugs import fill_slug


class NamedSnippet(TranslatableMixin, DraftStateMixin, RevisionMixin, index.Indexed, ClusterableModel):
    """What a person and an organisation have in common."""

    name = models.CharField(_("name"), max_length=255)
    slug = models.SlugField(
        _("slug"),
        max_length=255,
        allow_unicode=True,
        blank=True,
        help_text=_("The name in addresses. Leave empty to make it from the name."),
    )
    links = FrozenStreamField([("link", LinkBlock())], verbose_name=_("links"), blank=True)
    folded = models.CharField(max_length=255, default="", blank=True, editable=False, db_index=True)

    search_fields = [
        index.SearchField("name", boost=2),
        index.AutocompleteField("name"),
        index.FilterField("name"),
        index.FilterField("locale"),
        index.FilterField("live"),
    ]

    class Meta(TranslatableMixin.Meta):
        abstract = True

    def __str__(self):
        return self.name

    def save(self, *args, **kwargs):
        if kwargs.get("update_fields") is None:
            self.folded = fold_name(self.name)
            # Autosave stores half-typed names: a draft gets its slug when it goes live.
            if self.live:
                fill_slug(self)
        super().save(*args, **kwargs)

    def clean(self):
        super().clean()
        if has_unsafe_bidi(self.name):
            raise ValidationError(
                {"name": _("The name holds hidden characters that change its order. Type it again.")}
            )

    @property
    def same_as(self) -> list[str]:
        """Addresses elsewhere that are about the same person or organisation."""
        return [child.value["url"] for child in self.links if child.value["url"]]


class Organisation(NamedSnippet):
    """An employer, a publisher or an organiser."""

    website = models.URLField(_("website"), blank=True)
    logo = models.ForeignKey(
        get_image_model_string(),
        verbose_name=_("logo"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    class Meta(NamedSnippet.Meta):
        verbose_name = _("organisation")
        verbose_name_plural = _("organisations")


class Person(NamedSnippet):
    """An author, a speaker or a cited author."""

    given_name = models.CharField(_("given name"), max_length=255, blank=True)
    family_name = models.CharField(_("family name"), max_length=255, blank=True)
    photo = models.ForeignKey(
        get_image_model_string(),
        verbose_name=_("photo"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    bio = RichTextField(_("biography"), blank=True, features=["bold", "italic", "link"])
    user = models.ForeignKey(
        conf.AUTH_USER_MODEL,
        verbose_name=_("user account"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("New articles written from this account carry this person's byline."),
    )

    search_fields = [
        *NamedSnippet.search_fields,
        index.SearchField("bio"),
        index.RelatedFields("affiliations", [index.SearchField("role")]),
    ]

    class Meta(NamedSnippet.Meta):
        verbose_name = _("person")
        verbose_name_plural = _("people")


class AffiliationManager(models.Manager):
    """Affiliations with their organisations: nobody shows the one without the other."""

    def get_queryset(self):
        return super().get_queryset().select_related("organisation")


class Affiliation(TranslatableMixin, Orderable):
    """The role a person held in an organisation, from one day until another."""

    person = ParentalKey(Person, verbose_name=_("person"), on_delete=models.CASCADE, related_name="affiliations")
    role = models.CharField(_("role"), max_length=255)
    organisation = models.ForeignKey(
        Organisation,
        verbose_name=_("organisation"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="affiliations",
    )
    valid_from = models.DateField(_("from"), null=True, blank=True, help_text=_("Empty: since always."))
    valid_until = models.DateField(
        _("until"), null=True, blank=True, help_text=_("The last day in the role. Empty: still held.")
    )

    objects: models.Manager = AffiliationManager()

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        verbose_name = _("affiliation")
        verbose_name_plural = _("affiliations")
        ordering = ["sort_order", "pk"]

    def __str__(self):
        # By its own words: to ask for the locale would be one more query for each row.
        comma = "،" if has_arabic(self.role) else ","
        return f"{self.role}{comma} {self.organisation}" if self.organisation else self.role

    def clean(self):
        super().clean()
        if self.valid_from and self.valid_until and self.valid_until < self.valid_from:
            raise ValidationError({"valid_until": _("The affiliation ends before it begins. Set a later day.")})


class Quote(models.Model):
    """One published quote, so that all that a person said can be asked for at once.

    The role is not stored: it follows from the person's affiliations on ``published_at``.
    """

    person = models.ForeignKey(Person, verbose_name=_("person"), on_delete=models.CASCADE, related_name="quotes")
    person_key = models.UUIDField(_("person in all languages"), editable=False)
    page = models.ForeignKey(
        swapper.get_model_name("wagtailcore", "Page"),
        verbose_name=_("page"),
        on_delete=models.CASCADE,
        related_name="+",
    )
    locale = models.ForeignKey(Locale, verbose_name=_("language"), on_delete=models.CASCADE, related_name="+")
    block_id = models.CharField(_("block"), max_length=255)
    position = models.PositiveIntegerField(_("position on the page"), default=0)
    text = models.TextField(_("text"))
    html = models.TextField(_("text with formatting, as stored"), blank=True)
    role_override = models.CharField(_("role, if other than on the day"), max_length=255, blank=True)
    organisation_override = models.CharField(_("organisation, if other than on the day"), max_length=255, blank=True)
    attribution = models.TextField(_("attribution"), blank=True)
    continued = models.BooleanField(_("continues the quote before"), default=False)
    published_at = models.DateTimeField(_("published"))

    # The index keeps up with its pages by itself; the reference index need not list it as a use of the person.
    person.wagtail_reference_index_ignore = True
    page.wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("quote")
        verbose_name_plural = _("quotes")
        constraints = [models.UniqueConstraint(fields=["page", "block_id"], name="gulf_summit_quote_once")]
        indexes = [
            models.Index(fields=["person_key", "-published_at", "-id"], name="gulf_summit_quote_person"),
            models.Index(fields=["-published_at", "-id"], name="gulf_summit_quote_day"),
        ]

    def __str__(self):
        return self.text[:80]

    @cached_property
    def speaker(self) -> Person:
        """The person, in the language of the page where there is such a translation."""
        return in_locale(self.person, self.locale_id)

    @cached_property
    def affiliation(self) -> Affiliation | None:
        """What the speaker was on the day of the article."""
        return affiliation_on(self.speaker, timezone.localdate(self.published_at))

    @property
    def role(self) -> str:
        return self.role_override or (self.affiliation.role if self.affiliation else "")

    @property
    def organisation(self) -> Organisation | None:
        """The organisation of the day; ``None`` where the editor named another."""
        if self.organisation_override or not self.affiliation:
            return None
        return shown(self.affiliation.organisation, self.locale_id)

    @property
    def organisation_name(self) -> str:
        organisation = self.organisation
        return self.organisation_override or (organisation.name if organisation else "")
