import django.core.validators
import django.db.models.deletion
import wagtail.fields
from django.conf import settings
from django.db import migrations, models

import wagtail_gulf_summit.events.times


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("swapped_base", "0001_initial"),
        ("wagtailimages", "0027_image_description"),
    ]

    operations = [
        migrations.CreateModel(
            name="StorySection",
            fields=[
                (
                    "basepage_ptr",
                    models.OneToOneField(
                        auto_created=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        parent_link=True,
                        primary_key=True,
                        serialize=False,
                        to=settings.WAGTAIL_PAGE_MODEL,
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
                ("intro", wagtail.fields.RichTextField(blank=True, verbose_name="introduction")),
                (
                    "pinned",
                    wagtail.fields.StreamField(
                        [],
                        blank=True,
                        block_lookup={},
                        help_text="Shown first, in this order, on the first page of the section.",
                        verbose_name="pinned stories",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
            bases=("swapped_base.basepage", models.Model),
        ),
        migrations.CreateModel(
            name="MeetingPage",
            fields=[
                (
                    "basepage_ptr",
                    models.OneToOneField(
                        auto_created=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        parent_link=True,
                        primary_key=True,
                        serialize=False,
                        to=settings.WAGTAIL_PAGE_MODEL,
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
                    "series_name",
                    models.CharField(
                        blank=True,
                        help_text="Leave empty to use the title of the series page above.",
                        max_length=255,
                        verbose_name="series",
                    ),
                ),
                ("edition", models.PositiveIntegerField(blank=True, null=True, verbose_name="edition")),
                ("theme", models.CharField(blank=True, max_length=255, verbose_name="theme")),
                (
                    "start_date",
                    models.DateField(
                        blank=True,
                        help_text="Leave empty while it is to be announced.",
                        null=True,
                        verbose_name="first day",
                    ),
                ),
                ("end_date", models.DateField(blank=True, null=True, verbose_name="last day")),
                (
                    "start_time",
                    models.TimeField(
                        blank=True,
                        help_text="Leave empty for an event of whole days.",
                        null=True,
                        verbose_name="start time",
                    ),
                ),
                ("end_time", models.TimeField(blank=True, null=True, verbose_name="end time")),
                (
                    "timezone",
                    models.CharField(
                        default=wagtail_gulf_summit.events.times.default_zone,
                        max_length=64,
                        validators=[wagtail_gulf_summit.events.times.validate_zone],
                        verbose_name="time zone",
                    ),
                ),
                (
                    "date_text",
                    models.CharField(
                        blank=True,
                        help_text="Shown while no day is fixed, for example “Autumn 2027”.",
                        max_length=255,
                        verbose_name="dates in words",
                    ),
                ),
                ("venue_name", models.CharField(blank=True, max_length=255, verbose_name="venue")),
                ("venue_address", models.CharField(blank=True, max_length=255, verbose_name="address")),
                ("city", models.CharField(blank=True, max_length=120, verbose_name="city")),
                (
                    "country_code",
                    models.CharField(
                        blank=True,
                        max_length=2,
                        validators=[
                            django.core.validators.RegexValidator("^[A-Z]{2}$", "Two capital letters, for example AE.")
                        ],
                        verbose_name="country code",
                    ),
                ),
                (
                    "latitude",
                    models.DecimalField(
                        blank=True,
                        decimal_places=6,
                        max_digits=9,
                        null=True,
                        validators=[
                            django.core.validators.MinValueValidator(-90),
                            django.core.validators.MaxValueValidator(90),
                        ],
                        verbose_name="latitude",
                    ),
                ),
                (
                    "longitude",
                    models.DecimalField(
                        blank=True,
                        decimal_places=6,
                        max_digits=9,
                        null=True,
                        validators=[
                            django.core.validators.MinValueValidator(-180),
                            django.core.validators.MaxValueValidator(180),
                        ],
                        verbose_name="longitude",
                    ),
                ),
                (
                    "attendance_mode",
                    models.CharField(
                        choices=[("offline", "In person"), ("online", "Online"), ("mixed", "In person and online")],
                        default="offline",
                        max_length=20,
                        verbose_name="attendance",
                    ),
                ),
                ("online_url", models.URLField(blank=True, verbose_name="address online")),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("scheduled", "Scheduled"),
                            ("postponed", "Postponed"),
                            ("cancelled", "Cancelled"),
                            ("moved_online", "Moved online"),
                            ("rescheduled", "Rescheduled"),
                        ],
                        default="scheduled",
                        max_length=20,
                        verbose_name="status",
                    ),
                ),
                (
                    "previous_dates",
                    wagtail.fields.StreamField([], blank=True, block_lookup={}, verbose_name="earlier dates"),
                ),
                (
                    "attendance_min",
                    models.PositiveIntegerField(blank=True, null=True, verbose_name="expected attendance, at least"),
                ),
                (
                    "attendance_text",
                    models.CharField(blank=True, max_length=255, verbose_name="expected attendance as printed"),
                ),
                ("audience", models.CharField(blank=True, max_length=255, verbose_name="audience")),
                ("organisers", wagtail.fields.StreamField([], blank=True, block_lookup={}, verbose_name="organisers")),
                ("organiser_text", models.CharField(blank=True, max_length=255, verbose_name="organiser as printed")),
                ("registration_url", models.URLField(blank=True, verbose_name="registration link")),
                ("hero_alt", models.CharField(blank=True, max_length=255, verbose_name="alternative text")),
                ("hero_caption", models.CharField(blank=True, max_length=255, verbose_name="caption")),
                ("hero_credit", models.CharField(blank=True, max_length=255, verbose_name="credit")),
                ("body", wagtail.fields.StreamField([], blank=True, block_lookup={}, verbose_name="body")),
                (
                    "announced",
                    wagtail.fields.StreamField([], blank=True, block_lookup={}, verbose_name="announced sessions"),
                ),
                ("starts_at", models.DateTimeField(db_index=True, editable=False, null=True)),
                ("ends_at", models.DateTimeField(db_index=True, editable=False, null=True)),
                ("calendar_notes", models.JSONField(blank=True, default=dict, editable=False)),
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
            ],
            options={
                "abstract": False,
            },
            bases=("swapped_base.basepage", models.Model),
        ),
        migrations.CreateModel(
            name="StoryPage",
            fields=[
                (
                    "basepage_ptr",
                    models.OneToOneField(
                        auto_created=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        parent_link=True,
                        primary_key=True,
                        serialize=False,
                        to=settings.WAGTAIL_PAGE_MODEL,
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
                ("body", wagtail.fields.StreamField([], blank=True, block_lookup={}, verbose_name="body")),
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
            bases=("swapped_base.basepage", models.Model),
        ),
    ]
