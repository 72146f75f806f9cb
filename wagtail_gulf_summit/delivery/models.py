"""Documents as they are kept: computed once, served as they are."""

import swapper
from django.db import models
from django.utils.translation import gettext_lazy as _


class StoredDocument(models.Model):
    """The document of one page or snippet.

    Times are microseconds since 1970 UTC, so that every database compares and
    returns them alike without conversion. ``version`` rises with every change to
    what the document shows; a writer that began at an older one is refused.
    """

    kind = models.CharField(_("kind"), max_length=16)
    object_id = models.BigIntegerField(_("object"))
    page = models.ForeignKey(
        swapper.get_model_name("wagtailcore", "Page"),
        verbose_name=_("page"),
        null=True,
        on_delete=models.CASCADE,
        db_index=False,
        related_name="+",
    )
    root_id = models.BigIntegerField(_("root page of the site"), null=True)
    lang = models.CharField(_("language"), max_length=100)
    slug = models.CharField(_("slug"), max_length=255, blank=True)
    path_digest = models.CharField(_("digest of the path"), max_length=40, blank=True)
    published = models.BigIntegerField(_("first published"), null=True)
    starts = models.BigIntegerField(_("starts"), null=True)
    ends = models.BigIntegerField(_("ends"), null=True)
    sort = models.BigIntegerField(_("place in lists"), default=0)
    live_revision_id = models.BigIntegerField(_("revision shown"), null=True)

    version = models.BigIntegerField(_("version of what is shown"), default=1)
    stale = models.BooleanField(_("out of date"), default=True)
    schema = models.CharField(_("version of the contract"), max_length=40, blank=True)
    changes_at = models.BigIntegerField(_("out of date from"), null=True)
    etag = models.CharField(_("hash of the document"), max_length=40, blank=True)
    card_etag = models.CharField(_("hash of the sparse form"), max_length=40, blank=True)
    modified = models.BigIntegerField(_("changed"), default=0)
    face = models.CharField(_("hash of what others show of it"), max_length=40, blank=True)
    document = models.TextField(_("document"), blank=True)
    card = models.TextField(_("sparse form"), blank=True)

    page.wagtail_reference_index_ignore = True

    #: ``(name, value)`` of its keys, where they were read with it.
    named: frozenset[tuple[str, int]] = frozenset()

    class Meta:
        verbose_name = _("stored document")
        verbose_name_plural = _("stored documents")
        default_permissions = ()
        constraints = [models.UniqueConstraint(fields=["kind", "object_id"], name="gulf_summit_document_once")]
        indexes = [
            models.Index(fields=["kind", "root_id", "-sort", "-object_id"], name="gulf_summit_document_list"),
            models.Index(fields=["kind", "root_id", "lang", "-sort", "-object_id"], name="gulf_summit_document_lang"),
            models.Index(fields=["kind", "root_id", "ends"], name="gulf_summit_document_ends"),
            models.Index(fields=["path_digest"], name="gulf_summit_document_path"),
            # Also what a search asks of every page that has the words, so that it reads none of these rows.
            models.Index(fields=["page", "root_id", "lang", "sort"], name="gulf_summit_document_page"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.object_id}"


class DocumentKey(models.Model):
    """Something by which a document is found: its sections, topics, people, summits and cited sources, shown or not.

    It repeats what lists sort and filter by, so that one index gives a list in its order.
    """

    document = models.ForeignKey(StoredDocument, on_delete=models.CASCADE, related_name="keys")
    name = models.CharField(_("name"), max_length=8)
    value = models.BigIntegerField(_("object"))
    kind = models.CharField(_("kind"), max_length=16)
    sort = models.BigIntegerField(_("place in lists"))
    object_id = models.BigIntegerField(_("object of the document"))

    class Meta:
        verbose_name = _("document key")
        verbose_name_plural = _("document keys")
        default_permissions = ()
        indexes = [
            models.Index(fields=["name", "value", "kind", "-sort", "-object_id"], name="gulf_summit_document_key"),
        ]

    def __str__(self) -> str:
        return f"{self.name} {self.value}"
