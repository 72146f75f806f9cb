import django.db.models.deletion
import wagtail.fields
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('wagtailcore', '0097_baselogentry_uuid_action_timestamp_indexes'),
    ]

    operations = [
        migrations.CreateModel(
            name='StudyPage',
            fields=[
                ('page_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to='wagtailcore.page')),
                ('standfirst', wagtail.fields.RichTextField(blank=True)),
                ('body', wagtail.fields.StreamField([('paragraph', 0), ('quote', 3), ('points', 4)], blank=True, block_lookup={0: ('wagtail_gulf_summit.citations.blocks.CitedRichTextBlock', (), {}), 1: ('wagtail_gulf_summit.citations.blocks.CitedRichTextBlock', (), {'features': ['bold', 'italic', 'link', 'citation']}), 2: ('wagtail.blocks.CharBlock', (), {'required': False}), 3: ('wagtail.blocks.StructBlock', [[('quote', 1), ('speaker', 2)]], {}), 4: ('wagtail.blocks.ListBlock', (1,), {})})),
                ('footer', models.TextField(blank=True)),
            ],
            options={
                'abstract': False,
            },
            bases=('wagtailcore.page', models.Model),
        ),
    ]
