import django.db.models.deletion
import wagtail.fields
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("wagtailcore", "0097_baselogentry_uuid_action_timestamp_indexes"),
        ("wagtailimages", "0027_image_description"),
    ]

    operations = [
        migrations.CreateModel(
            name="Report",
            fields=[
                (
                    "page_ptr",
                    models.OneToOneField(
                        auto_created=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        parent_link=True,
                        primary_key=True,
                        serialize=False,
                        to="wagtailcore.page",
                    ),
                ),
                (
                    "comment_policy",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("closed", "Closed: comments are neither shown nor taken"),
                            ("read_only", "Read-only: comments are shown, none are taken"),
                            ("premoderated", "Every comment is held for review"),
                            ("premoderated_guests", "Comments of guests are held for review"),
                            ("trusted", "Comments are held until their author is trusted"),
                            ("postmoderated", "Comments are shown at once and reviewed afterwards"),
                        ],
                        help_text="Leave empty to do as the section above does.",
                        max_length=24,
                        verbose_name="reader comments",
                    ),
                ),
                (
                    "comments_close_after",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="Days after first publication; 0 keeps comments open. Leave empty to do as the section above does.",
                        null=True,
                        verbose_name="close comments after (days)",
                    ),
                ),
                ("body", wagtail.fields.StreamField([], blank=True, block_lookup={})),
            ],
            options={
                "abstract": False,
            },
            bases=("wagtailcore.page", models.Model),
        ),
        migrations.CreateModel(
            name="OurStory",
            fields=[
                (
                    "page_ptr",
                    models.OneToOneField(
                        auto_created=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        parent_link=True,
                        primary_key=True,
                        serialize=False,
                        to="wagtailcore.page",
                    ),
                ),
                (
                    "comment_policy",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("closed", "Closed: comments are neither shown nor taken"),
                            ("read_only", "Read-only: comments are shown, none are taken"),
                            ("premoderated", "Every comment is held for review"),
                            ("premoderated_guests", "Comments of guests are held for review"),
                            ("trusted", "Comments are held until their author is trusted"),
                            ("postmoderated", "Comments are shown at once and reviewed afterwards"),
                        ],
                        help_text="Leave empty to do as the section above does.",
                        max_length=24,
                        verbose_name="reader comments",
                    ),
                ),
                (
                    "comments_close_after",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="Days after first publication; 0 keeps comments open. Leave empty to do as the section above does.",
                        null=True,
                        verbose_name="close comments after (days)",
                    ),
                ),
                (
                    "kicker",
                    models.CharField(
                        blank=True,
                        help_text="A word or two above the headline.",
                        max_length=120,
                        verbose_name="kicker",
                    ),
                ),
                ("standfirst", wagtail.fields.RichTextField(blank=True, verbose_name="standfirst")),
                ("dateline_place", models.CharField(blank=True, max_length=120, verbose_name="place")),
                ("dateline_agency", models.CharField(blank=True, max_length=120, verbose_name="agency")),
                (
                    "dateline_text",
                    models.CharField(
                        blank=True,
                        help_text="Leave empty to print place and agency in the usual way.",
                        max_length=255,
                        verbose_name="dateline as printed",
                    ),
                ),
                (
                    "hero_alt",
                    models.CharField(
                        blank=True,
                        help_text="What the picture shows, for readers who do not see it. Leave empty to use the image's own.",
                        max_length=255,
                        verbose_name="alternative text",
                    ),
                ),
                ("hero_caption", wagtail.fields.RichTextField(blank=True, verbose_name="caption")),
                ("hero_credit", models.CharField(blank=True, max_length=255, verbose_name="credit")),
                ("hero_licence", models.CharField(blank=True, max_length=255, verbose_name="licence")),
                ("bylines", wagtail.fields.StreamField([], blank=True, block_lookup={}, verbose_name="bylines")),
                ("topics", wagtail.fields.StreamField([], blank=True, block_lookup={}, verbose_name="topics")),
                (
                    "summits",
                    wagtail.fields.StreamField([], blank=True, block_lookup={}, verbose_name="summits covered"),
                ),
                (
                    "related",
                    wagtail.fields.StreamField(
                        [],
                        blank=True,
                        block_lookup={},
                        help_text="Leave empty to offer the newest stories on the same topics.",
                        verbose_name="related stories",
                    ),
                ),
                (
                    "corrections",
                    wagtail.fields.StreamField([], blank=True, block_lookup={}, verbose_name="corrections"),
                ),
                (
                    "substantive_update",
                    models.BooleanField(
                        default=False,
                        help_text="Tick for a change of substance. Readers see the time of the next publication as “updated”.",
                        verbose_name="tell readers that this story was updated",
                    ),
                ),
                (
                    "last_updated_at",
                    models.DateTimeField(blank=True, editable=False, null=True, verbose_name="last updated"),
                ),
                (
                    "canonical_url",
                    models.URLField(
                        blank=True,
                        help_text="For a story that was first published elsewhere.",
                        verbose_name="original address",
                    ),
                ),
                ("desk", models.CharField(blank=True, max_length=50)),
                ("body", wagtail.fields.StreamField([], blank=True, block_lookup={})),
                (
                    "hero_image",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="wagtailimages.image",
                        verbose_name="main image",
                    ),
                ),
                (
                    "social_image",
                    models.ForeignKey(
                        blank=True,
                        help_text="Leave empty to use the main image.",
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="wagtailimages.image",
                        verbose_name="image for sharing",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
            bases=("wagtailcore.page", models.Model),
        ),
    ]
