"""What only PostgreSQL offers, for the tables of stored documents."""

from django.db import migrations


def _store_uncompressed(apps, schema_editor):
    """Documents are read far more often than written, and compressing them by TOAST costs every read."""
    if schema_editor.connection.vendor != "postgresql":
        return
    for column in ("document", "card"):
        schema_editor.execute(
            f"ALTER TABLE gulf_summit_delivery_storeddocument ALTER COLUMN {column} SET STORAGE EXTERNAL"
        )


INDEXES = [migrations.RunPython(_store_uncompressed, migrations.RunPython.noop)]
