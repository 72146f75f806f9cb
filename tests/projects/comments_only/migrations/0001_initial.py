import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("wagtailcore", "0097_baselogentry_uuid_action_timestamp_indexes"),
    ]

    operations = [
        migrations.CreateModel(
            name="BlogPage",
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
            ],
            options={
                "abstract": False,
            },
            bases=("wagtailcore.page", models.Model),
        ),
        migrations.CreateModel(
            name="BlogSection",
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
            ],
            options={
                "abstract": False,
            },
            bases=("wagtailcore.page", models.Model),
        ),
        migrations.CreateModel(
            name="PlainPage",
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
            ],
            options={
                "abstract": False,
            },
            bases=("wagtailcore.page",),
        ),
        migrations.CreateModel(
            name="ReviewPage",
            fields=[
                (
                    "blogpage_ptr",
                    models.OneToOneField(
                        auto_created=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        parent_link=True,
                        primary_key=True,
                        serialize=False,
                        to="comments_only.blogpage",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
            bases=("comments_only.blogpage",),
        ),
    ]
