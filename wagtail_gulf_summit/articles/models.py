"""What stories are about, across sections."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.models import ClusterableModel
from wagtail.models import DraftStateMixin, RevisionMixin, TranslatableMixin
from wagtail.search import index

from wagtail_gulf_summit.people.names import fold_name
from wagtail_gulf_summit.people.slugs import fill_slug


class Topic(TranslatableMixin, DraftStateMixin, RevisionMixin, index.Indexed, ClusterableModel):
    """A subject that stories of any section share."""

    name = models.CharField(_("name"), max_length=255)
    slug = models.SlugField(
        _("slug"),
        max_length=255,
        allow_unicode=True,
        blank=True,
        help_text=_("The name in addresses. Leave empty to make it from the name."),
    )
    description = models.TextField(_("description"), blank=True)
    folded = models.CharField(max_length=255, default="", blank=True, editable=False, db_index=True)

    search_fields = [
        index.SearchField("name", boost=2),
        index.AutocompleteField("name"),
        index.FilterField("name"),
        index.SearchField("description"),
        index.FilterField("locale"),
        index.FilterField("live"),
    ]

    class Meta(TranslatableMixin.Meta):
        verbose_name = _("topic")
        verbose_name_plural = _("topics")

    def __str__(self):
        return self.name

    def save(self, *args, **kwargs):
        if kwargs.get("update_fields") is None:
            self.folded = fold_name(self.name)
            # Autosave stores half-typed names: a draft gets its slug when it goes live.
            if self.live:
                fill_slug(self)
        super().save(*args, **kwargs)
