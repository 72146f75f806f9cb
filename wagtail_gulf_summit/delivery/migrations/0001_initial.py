import django.db.models.deletion
import swapper
from django.db import migrations, models

from ._indexes import INDEXES


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("wagtailcore", "0097_baselogentry_uuid_action_timestamp_indexes"),
    ]

    operations = [
        migrations.CreateModel(
            name="StoredDocument",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("kind", models.CharField(max_length=16, verbose_name="kind")),
                ("object_id", models.BigIntegerField(verbose_name="object")),
                ("root_id", models.BigIntegerField(null=True, verbose_name="root page of the site")),
                ("lang", models.CharField(max_length=100, verbose_name="language")),
                ("slug", models.CharField(blank=True, max_length=255, verbose_name="slug")),
                ("path_digest", models.CharField(blank=True, max_length=40, verbose_name="digest of the path")),
                ("published", models.BigIntegerField(null=True, verbose_name="first published")),
                ("starts", models.BigIntegerField(null=True, verbose_name="starts")),
                ("ends", models.BigIntegerField(null=True, verbose_name="ends")),
                ("sort", models.BigIntegerField(default=0, verbose_name="place in lists")),
                ("live_revision_id", models.BigIntegerField(null=True, verbose_name="revision shown")),
                ("version", models.BigIntegerField(default=1, verbose_name="version of what is shown")),
                ("stale", models.BooleanField(default=True, verbose_name="out of date")),
                ("schema", models.CharField(blank=True, max_length=40, verbose_name="version of the contract")),
                ("changes_at", models.BigIntegerField(null=True, verbose_name="out of date from")),
                ("etag", models.CharField(blank=True, max_length=40, verbose_name="hash of the document")),
                ("card_etag", models.CharField(blank=True, max_length=40, verbose_name="hash of the sparse form")),
                ("modified", models.BigIntegerField(default=0, verbose_name="changed")),
                ("face", models.CharField(blank=True, max_length=40, verbose_name="hash of what others show of it")),
                ("document", models.TextField(blank=True, verbose_name="document")),
                ("card", models.TextField(blank=True, verbose_name="sparse form")),
                (
                    "page",
                    models.ForeignKey(
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to=swapper.get_model_name("wagtailcore", "Page"),
                        verbose_name="page",
                    ),
                ),
            ],
            options={
                "verbose_name": "stored document",
                "verbose_name_plural": "stored documents",
                "default_permissions": (),
            },
        ),
        migrations.CreateModel(
            name="DocumentKey",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=8, verbose_name="name")),
                ("value", models.BigIntegerField(verbose_name="object")),
                ("kind", models.CharField(max_length=16, verbose_name="kind")),
                ("sort", models.BigIntegerField(verbose_name="place in lists")),
                ("object_id", models.BigIntegerField(verbose_name="object of the document")),
                (
                    "document",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="keys",
                        to="gulf_summit_delivery.storeddocument",
                    ),
                ),
            ],
            options={
                "verbose_name": "document key",
                "verbose_name_plural": "document keys",
                "default_permissions": (),
            },
        ),
        migrations.AddIndex(
            model_name="storeddocument",
            index=models.Index(fields=["kind", "root_id", "-sort", "-object_id"], name="gulf_summit_document_list"),
        ),
        migrations.AddIndex(
            model_name="storeddocument",
            index=models.Index(
                fields=["kind", "root_id", "lang", "-sort", "-object_id"], name="gulf_summit_document_lang"
            ),
        ),
        migrations.AddIndex(
            model_name="storeddocument",
            index=models.Index(fields=["kind", "root_id", "ends"], name="gulf_summit_document_ends"),
        ),
        migrations.AddIndex(
            model_name="storeddocument",
            index=models.Index(fields=["path_digest"], name="gulf_summit_document_path"),
        ),
        migrations.AddIndex(
            model_name="storeddocument",
            index=models.Index(fields=["page", "root_id", "lang", "sort"], name="gulf_summit_document_page"),
        ),
        migrations.AddConstraint(
            model_name="storeddocument",
            constraint=models.UniqueConstraint(fields=("kind", "object_id"), name="gulf_summit_document_once"),
        ),
        migrations.AddIndex(
            model_name="documentkey",
            index=models.Index(
                fields=["name", "value", "kind", "-sort", "-object_id"], name="gulf_summit_document_key"
            ),
        ),
        *INDEXES,
    ]
