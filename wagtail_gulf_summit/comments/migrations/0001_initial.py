import django.db.models.deletion
import django.utils.timezone
import swapper
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("auth", "0012_alter_user_first_name_max_length"),
        ("django_comments_xtd", "0008_auto_20200920_2037"),
        ("wagtailcore", "0097_baselogentry_uuid_action_timestamp_indexes"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="PageCounts",
            fields=[
                (
                    "page",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="reader_comment_counts",
                        serialize=False,
                        to=swapper.get_model_name("wagtailcore", "Page"),
                        verbose_name="page",
                    ),
                ),
                ("unconfirmed", models.IntegerField(default=0)),
                ("pending", models.IntegerField(default=0)),
                ("approved", models.IntegerField(default=0)),
                ("rejected", models.IntegerField(default=0)),
                ("spam", models.IntegerField(default=0)),
                ("removed", models.IntegerField(default=0)),
                ("erased", models.IntegerField(default=0)),
            ],
            options={
                "verbose_name": "comment counts of a page",
                "verbose_name_plural": "comment counts of pages",
            },
        ),
        migrations.CreateModel(
            name="RateCounter",
            fields=[
                ("key", models.CharField(max_length=200, primary_key=True, serialize=False)),
                ("count", models.PositiveIntegerField(default=0)),
                ("expires_at", models.DateTimeField(db_index=True)),
            ],
            options={
                "verbose_name": "rate counter",
                "verbose_name_plural": "rate counters",
            },
        ),
        migrations.CreateModel(
            name="WordRule",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "phrase",
                    models.CharField(
                        help_text="Matched as whole words, whatever their spelling: hamza, tashkeel, tatweel and capitals are ignored.",
                        max_length=100,
                        unique=True,
                        verbose_name="word or phrase",
                    ),
                ),
                (
                    "with_prefixes",
                    models.BooleanField(
                        default=False,
                        help_text="Also finds the word after و، ف، ب، ك، ل and ال.",
                        verbose_name="also after the Arabic article and attached particles",
                    ),
                ),
                (
                    "verdict",
                    models.CharField(
                        choices=[("reject", "Reject the comment"), ("hold", "Hold the comment for review")],
                        default="hold",
                        max_length=8,
                        verbose_name="verdict",
                    ),
                ),
            ],
            options={
                "verbose_name": "word rule",
                "verbose_name_plural": "word rules",
            },
        ),
        migrations.CreateModel(
            name="ReaderComment",
            fields=[
                (
                    "xtdcomment_ptr",
                    models.OneToOneField(
                        auto_created=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        parent_link=True,
                        primary_key=True,
                        serialize=False,
                        to="django_comments_xtd.xtdcomment",
                    ),
                ),
                (
                    "conversation",
                    models.UUIDField(
                        editable=False, help_text="The page's translation key.", verbose_name="conversation"
                    ),
                ),
                ("position", models.PositiveIntegerField(default=0, verbose_name="place in the thread")),
                ("last_position", models.PositiveIntegerField(default=0, verbose_name="last place given out")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("unconfirmed", "Unconfirmed"),
                            ("pending", "Waiting"),
                            ("approved", "Approved"),
                            ("rejected", "Rejected"),
                            ("spam", "Spam"),
                            ("removed", "Removed"),
                            ("erased", "Erased"),
                        ],
                        default="unconfirmed",
                        max_length=12,
                        verbose_name="state",
                    ),
                ),
                (
                    "shown",
                    models.BooleanField(
                        default=False, help_text="Approved, or holds the place of one that is.", verbose_name="shown"
                    ),
                ),
                (
                    "listed_at",
                    models.DateTimeField(
                        help_text="Time of a root that is shown.", null=True, verbose_name="listed under"
                    ),
                ),
                ("pinned", models.BooleanField(default=False, verbose_name="pinned")),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="posted")),
                ("edited_at", models.DateTimeField(null=True, verbose_name="edited")),
                ("language", models.CharField(max_length=16, verbose_name="language")),
                ("reason", models.CharField(blank=True, max_length=40, verbose_name="reason")),
                (
                    "held_by",
                    models.CharField(
                        blank=True, help_text="The rule that decided at first.", max_length=40, verbose_name="held by"
                    ),
                ),
                ("moderated_at", models.DateTimeField(null=True, verbose_name="decided")),
                ("signals", models.JSONField(blank=True, default=list, verbose_name="findings of the rules")),
                (
                    "score",
                    models.PositiveSmallIntegerField(
                        default=0, help_text="The sum of the findings' weights.", verbose_name="score"
                    ),
                ),
                ("report_count", models.PositiveIntegerField(default=0, verbose_name="reports")),
                (
                    "search_text",
                    models.TextField(
                        blank=True, default="", help_text="Name and text, folded, for the desk's search."
                    ),
                ),
                (
                    "author_key",
                    models.CharField(help_text="Keyed hash of the e-mail.", max_length=64, verbose_name="author key"),
                ),
                (
                    "ip_key",
                    models.CharField(
                        blank=True, help_text="Keyed hash of the IP.", max_length=64, verbose_name="address key"
                    ),
                ),
                ("confirmation_digest", models.CharField(max_length=64, null=True, unique=True)),
                ("confirm_until", models.DateTimeField(null=True, verbose_name="confirm until")),
                ("confirmed_at", models.DateTimeField(null=True, verbose_name="confirmed")),
                ("token_digest", models.CharField(max_length=64, null=True, unique=True)),
                ("content_digest", models.CharField(max_length=64, null=True, unique=True)),
                ("idempotency_digest", models.CharField(max_length=64, null=True, unique=True)),
                (
                    "moderator",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="moderator",
                    ),
                ),
                (
                    "page",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="reader_comments",
                        to=swapper.get_model_name("wagtailcore", "Page"),
                        verbose_name="page",
                    ),
                ),
                (
                    "reply_to",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="replies",
                        to="gulf_summit_comments.readercomment",
                        verbose_name="in reply to",
                    ),
                ),
                (
                    "root",
                    models.ForeignKey(
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="thread",
                        to="gulf_summit_comments.readercomment",
                        verbose_name="thread",
                    ),
                ),
            ],
            options={
                "verbose_name": "reader comment",
                "verbose_name_plural": "reader comments",
                "ordering": [],
                "default_permissions": (),
            },
            bases=("django_comments_xtd.xtdcomment",),
        ),
        migrations.CreateModel(
            name="OutboxMail",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("confirm", "Confirm a comment"),
                            ("follow_up", "A reply was approved"),
                            ("digest", "Digest for moderators"),
                            ("proof", "Proof of address for export or erasure"),
                        ],
                        max_length=12,
                        verbose_name="kind",
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("queued", "Queued"),
                            ("sending", "Being sent"),
                            ("sent", "Sent"),
                            ("failed", "Given up"),
                        ],
                        default="queued",
                        max_length=8,
                        verbose_name="status",
                    ),
                ),
                ("to", models.EmailField(max_length=254, verbose_name="to")),
                ("language", models.CharField(max_length=16, verbose_name="language")),
                ("context", models.JSONField(default=dict, verbose_name="context")),
                ("dedupe", models.CharField(help_text="No two mails have the same.", max_length=100, unique=True)),
                ("attempts", models.PositiveSmallIntegerField(default=0, verbose_name="attempts")),
                ("error", models.CharField(blank=True, max_length=255, verbose_name="last error")),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="queued")),
                ("due_at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="due")),
                ("claimed_at", models.DateTimeField(null=True)),
                ("sent_at", models.DateTimeField(null=True, verbose_name="sent")),
                (
                    "comment",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="mails",
                        to="gulf_summit_comments.readercomment",
                        verbose_name="comment",
                    ),
                ),
            ],
            options={
                "verbose_name": "mail in the outbox",
                "verbose_name_plural": "mails in the outbox",
            },
        ),
        migrations.CreateModel(
            name="ModeratorNote",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("text", models.TextField(verbose_name="note")),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="written")),
                (
                    "user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="by",
                    ),
                ),
                (
                    "comment",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="notes",
                        to="gulf_summit_comments.readercomment",
                        verbose_name="comment",
                    ),
                ),
            ],
            options={
                "verbose_name": "moderator's note",
                "verbose_name_plural": "moderators' notes",
            },
        ),
        migrations.CreateModel(
            name="CommentRevision",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("body", models.TextField(verbose_name="text before the edit")),
                ("replaced_at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="replaced")),
                (
                    "comment",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="revisions",
                        to="gulf_summit_comments.readercomment",
                        verbose_name="comment",
                    ),
                ),
            ],
            options={
                "verbose_name": "earlier version",
                "verbose_name_plural": "earlier versions",
            },
        ),
        migrations.CreateModel(
            name="CommentReport",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("reader_key", models.CharField(max_length=64, verbose_name="reader key")),
                (
                    "reason",
                    models.CharField(
                        choices=[
                            ("offensive", "Offensive"),
                            ("harassment", "Harassment or threat"),
                            ("spam", "Spam or advertising"),
                            ("off_topic", "Off topic"),
                            ("false", "False information"),
                            ("other", "Something else"),
                        ],
                        default="other",
                        max_length=12,
                        verbose_name="reason",
                    ),
                ),
                ("details", models.CharField(blank=True, max_length=500, verbose_name="details")),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="reported")),
                (
                    "comment",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="reports",
                        to="gulf_summit_comments.readercomment",
                        verbose_name="comment",
                    ),
                ),
            ],
            options={
                "verbose_name": "report",
                "verbose_name_plural": "reports",
            },
        ),
        migrations.CreateModel(
            name="ReaderStanding",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "subject",
                    models.CharField(
                        choices=[("email", "E-mail address"), ("ip", "IP address")], max_length=8, verbose_name="kind"
                    ),
                ),
                ("key", models.CharField(max_length=64, verbose_name="key")),
                (
                    "standing",
                    models.CharField(
                        choices=[("banned", "Banned"), ("trusted", "Trusted")], max_length=8, verbose_name="standing"
                    ),
                ),
                (
                    "name",
                    models.CharField(
                        blank=True,
                        help_text="The name of the comment it came from.",
                        max_length=50,
                        verbose_name="name",
                    ),
                ),
                ("reason", models.CharField(blank=True, max_length=255, verbose_name="reason")),
                (
                    "expires_at",
                    models.DateTimeField(blank=True, help_text="Empty: for good.", null=True, verbose_name="until"),
                ),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="since")),
                (
                    "created_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="by",
                    ),
                ),
                (
                    "page",
                    models.ForeignKey(
                        help_text="Where it came from: its moderators see it.",
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=swapper.get_model_name("wagtailcore", "Page"),
                        verbose_name="page",
                    ),
                ),
            ],
            options={
                "verbose_name": "ban or trust",
                "verbose_name_plural": "bans and trust",
            },
        ),
        migrations.CreateModel(
            name="GroupCommentPermission",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "group",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="comment_permissions",
                        to="auth.group",
                        verbose_name="group",
                    ),
                ),
                (
                    "page",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to=swapper.get_model_name("wagtailcore", "Page"),
                        verbose_name="page",
                    ),
                ),
            ],
            options={
                "verbose_name": "comment moderation of a group",
                "verbose_name_plural": "comment moderation of groups",
                "constraints": [
                    models.UniqueConstraint(fields=("group", "page"), name="gs_one_moderation_per_group_and_page")
                ],
            },
        ),
        migrations.AddIndex(
            model_name="readercomment",
            index=models.Index(fields=["page", "pinned", "listed_at", "xtdcomment_ptr"], name="gs_comment_roots"),
        ),
        migrations.AddIndex(
            model_name="readercomment",
            index=models.Index(
                fields=["conversation", "pinned", "listed_at", "xtdcomment_ptr"], name="gs_comment_joined"
            ),
        ),
        migrations.AddIndex(
            model_name="readercomment",
            index=models.Index(fields=["root", "position"], name="gs_comment_thread"),
        ),
        migrations.AddIndex(
            model_name="readercomment",
            index=models.Index(fields=["state", "created_at", "xtdcomment_ptr"], name="gs_comment_queue"),
        ),
        migrations.AddIndex(
            model_name="readercomment",
            index=models.Index(fields=["page", "state", "created_at"], name="gs_comment_page"),
        ),
        migrations.AddIndex(
            model_name="readercomment",
            index=models.Index(fields=["author_key", "state"], name="gs_comment_author"),
        ),
        migrations.AddIndex(
            model_name="readercomment",
            index=models.Index(fields=["ip_key", "created_at"], name="gs_comment_ip"),
        ),
        migrations.AddIndex(
            model_name="readercomment",
            index=models.Index(fields=["created_at"], name="gs_comment_created"),
        ),
        migrations.AddIndex(
            model_name="readercomment",
            index=models.Index(fields=["moderated_at"], name="gs_comment_moderated"),
        ),
        migrations.AddIndex(
            model_name="outboxmail",
            index=models.Index(fields=["status", "due_at"], name="gs_outbox_due"),
        ),
        migrations.AddConstraint(
            model_name="commentreport",
            constraint=models.UniqueConstraint(fields=("comment", "reader_key"), name="gs_one_report_per_reader"),
        ),
        migrations.AddConstraint(
            model_name="readerstanding",
            constraint=models.UniqueConstraint(fields=("subject", "key"), name="gs_one_standing_per_reader"),
        ),
    ]
