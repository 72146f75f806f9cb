from django.db import migrations

from wagtail_gulf_summit.arabic.search.plan import backwards, forwards


class Migration(migrations.Migration):
    # PostgreSQL builds an index without locking the table only outside a transaction.
    atomic = False

    dependencies = [("wagtailsearch", "0006_customise_indexentry")]

    operations = [migrations.RunPython(forwards, backwards, elidable=False)]
