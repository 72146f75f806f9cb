"""What points into Wagtail's own tables, which themselves point at the base page of the first migration."""

import uuid

import django.db.models.deletion
from django.db import migrations, models
from wagtail.models import BootstrapLocaleField, BootstrapTranslatableModel, BootstrapTranslationKeyField


def revision(verbose_name):
    return models.ForeignKey(
        blank=True,
        editable=False,
        null=True,
        on_delete=django.db.models.deletion.SET_NULL,
        related_name="+",
        to="wagtailcore.revision",
        verbose_name=verbose_name,
    )


class Migration(migrations.Migration):
    dependencies = [("swapped_base", "0001_initial"), ("wagtailcore", "0098_apitoken")]

    operations = [
        BootstrapLocaleField("swapped_base.BasePage"),
        BootstrapTranslationKeyField("swapped_base.BasePage"),
        BootstrapTranslatableModel("swapped_base.BasePage"),
        migrations.AddField("basepage", "latest_revision", revision("latest revision")),
        migrations.AddField("basepage", "live_revision", revision("live revision")),
        migrations.AlterField(
            "basepage",
            "locale",
            models.ForeignKey(
                editable=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="wagtailcore.locale",
                verbose_name="locale",
            ),
        ),
        migrations.AlterField("basepage", "translation_key", models.UUIDField(default=uuid.uuid4, editable=False)),
        migrations.AlterUniqueTogether("basepage", {("translation_key", "locale")}),
    ]
