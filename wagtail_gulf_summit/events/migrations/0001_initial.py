import uuid

import django.db.models.deletion
import modelcluster.fields
import swapper
import wagtail.fields
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("wagtailcore", "0097_baselogentry_uuid_action_timestamp_indexes"),
    ]

    operations = [
        migrations.CreateModel(
            name="Session",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("translation_key", models.UUIDField(default=uuid.uuid4, editable=False)),
                ("sort_order", models.IntegerField(blank=True, editable=False, null=True)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("keynote", "Keynote"),
                            ("talk", "Talk"),
                            ("panel", "Panel"),
                            ("workshop", "Workshop"),
                            ("ceremony", "Ceremony"),
                            ("break", "Break"),
                            ("other", "Other"),
                        ],
                        default="talk",
                        max_length=20,
                        verbose_name="kind",
                    ),
                ),
                ("title", models.CharField(blank=True, max_length=255, verbose_name="title")),
                ("abstract", models.TextField(blank=True, verbose_name="abstract")),
                (
                    "day",
                    models.DateField(
                        blank=True, help_text="Only while the time is not fixed.", null=True, verbose_name="day"
                    ),
                ),
                (
                    "start",
                    models.DateTimeField(
                        blank=True, help_text="As the clocks at the venue show it.", null=True, verbose_name="start"
                    ),
                ),
                ("end", models.DateTimeField(blank=True, null=True, verbose_name="end")),
                ("room", models.CharField(blank=True, max_length=120, verbose_name="room")),
                ("track", models.CharField(blank=True, max_length=120, verbose_name="track")),
                ("invitation_only", models.BooleanField(default=False, verbose_name="by invitation only")),
                ("capacity", models.PositiveIntegerField(blank=True, null=True, verbose_name="capacity")),
                ("speakers", wagtail.fields.StreamField([], blank=True, block_lookup={}, verbose_name="speakers")),
                ("external_id", models.CharField(blank=True, editable=False, max_length=255)),
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
                (
                    "page",
                    modelcluster.fields.ParentalKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="summit_sessions",
                        to=swapper.get_model_name("wagtailcore", "Page"),
                        verbose_name="summit",
                    ),
                ),
            ],
            options={
                "verbose_name": "session",
                "verbose_name_plural": "sessions",
                "ordering": ["sort_order", "pk"],
                "abstract": False,
                "unique_together": {("translation_key", "locale")},
            },
        ),
    ]
