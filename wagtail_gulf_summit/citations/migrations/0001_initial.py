import uuid

import django.db.models.deletion
import modelsearch.index
import wagtail.fields
import wagtail.models.preview
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("wagtailcore", "0097_baselogentry_uuid_action_timestamp_indexes"),
    ]

    operations = [
        migrations.CreateModel(
            name="Source",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("translation_key", models.UUIDField(default=uuid.uuid4, editable=False)),
                ("live", models.BooleanField(default=True, editable=False, verbose_name="live")),
                (
                    "has_unpublished_changes",
                    models.BooleanField(default=False, editable=False, verbose_name="has unpublished changes"),
                ),
                (
                    "first_published_at",
                    models.DateTimeField(blank=True, db_index=True, null=True, verbose_name="first published at"),
                ),
                (
                    "last_published_at",
                    models.DateTimeField(editable=False, null=True, verbose_name="last published at"),
                ),
                ("go_live_at", models.DateTimeField(blank=True, null=True, verbose_name="go live date/time")),
                ("expire_at", models.DateTimeField(blank=True, null=True, verbose_name="expiry date/time")),
                ("expired", models.BooleanField(default=False, editable=False, verbose_name="expired")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("report", "Report"),
                            ("book", "Book"),
                            ("chapter", "Chapter"),
                            ("article", "Journal article"),
                            ("news", "News article"),
                            ("web_page", "Web page"),
                            ("dataset", "Dataset"),
                            ("interview", "Interview"),
                            ("speech", "Speech"),
                            ("law", "Law"),
                            ("video", "Video"),
                            ("note", "Plain note"),
                        ],
                        default="report",
                        max_length=20,
                        verbose_name="kind",
                    ),
                ),
                ("title", models.TextField(verbose_name="title")),
                ("authors", wagtail.fields.StreamField([], blank=True, block_lookup={}, verbose_name="authors")),
                ("publisher", wagtail.fields.StreamField([], blank=True, block_lookup={}, verbose_name="publisher")),
                (
                    "container_title",
                    models.TextField(
                        blank=True, help_text="The journal, newspaper or book.", verbose_name="published in"
                    ),
                ),
                ("volume", models.CharField(blank=True, max_length=50, verbose_name="volume")),
                ("issue", models.CharField(blank=True, max_length=50, verbose_name="issue or number")),
                ("pages", models.CharField(blank=True, max_length=50, verbose_name="pages")),
                ("place", models.CharField(blank=True, max_length=255, verbose_name="place")),
                ("year", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="year")),
                ("published_on", models.DateField(blank=True, null=True, verbose_name="exact date")),
                ("edition", models.CharField(blank=True, max_length=255, verbose_name="edition as printed")),
                (
                    "edition_number",
                    models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="edition number"),
                ),
                ("url", models.URLField(blank=True, max_length=2000, verbose_name="web address")),
                (
                    "archive_url",
                    models.URLField(
                        blank=True,
                        help_text="Offered to readers when the web address is gone.",
                        max_length=2000,
                        verbose_name="archived copy",
                    ),
                ),
                ("accessed", models.DateField(blank=True, null=True, verbose_name="accessed on")),
                ("doi", models.CharField(blank=True, max_length=255, verbose_name="DOI")),
                ("isbn", models.CharField(blank=True, max_length=32, verbose_name="ISBN")),
                (
                    "language",
                    models.CharField(
                        blank=True,
                        help_text="A code such as ar or en; empty for this record's own.",
                        max_length=35,
                        verbose_name="language",
                    ),
                ),
                ("note", models.TextField(blank=True, verbose_name="note")),
                (
                    "printed",
                    models.TextField(
                        blank=True,
                        help_text="When given, readers see this instead of the formatted source.",
                        verbose_name="exactly as printed",
                    ),
                ),
                ("folded", models.TextField(blank=True, default="", editable=False)),
                ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="created")),
                (
                    "latest_revision",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="wagtailcore.revision",
                        verbose_name="latest revision",
                    ),
                ),
                (
                    "live_revision",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="wagtailcore.revision",
                        verbose_name="live revision",
                    ),
                ),
                (
                    "locale",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="wagtailcore.locale",
                        verbose_name="locale",
                    ),
                ),
            ],
            options={
                "verbose_name": "source",
                "verbose_name_plural": "sources",
                "abstract": False,
                "unique_together": {("translation_key", "locale")},
            },
            bases=(wagtail.models.preview.PreviewableMixin, modelsearch.index.Indexed, models.Model),
        ),
        migrations.CreateModel(
            name="MergedSource",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("old_id", models.BigIntegerField(unique=True, verbose_name="former number")),
                (
                    "source",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="merged_sources",
                        to="gulf_summit_citations.source",
                    ),
                ),
            ],
            options={
                "verbose_name": "merged source",
                "verbose_name_plural": "merged sources",
            },
        ),
        migrations.CreateModel(
            name="LinkCheck",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("url", models.URLField(max_length=2000)),
                ("status", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="status")),
                ("error", models.CharField(blank=True, max_length=255, verbose_name="error")),
                ("checked_at", models.DateTimeField(verbose_name="checked")),
                (
                    "source",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="link_check",
                        to="gulf_summit_citations.source",
                    ),
                ),
            ],
            options={
                "verbose_name": "link check",
                "verbose_name_plural": "link checks",
            },
        ),
    ]
