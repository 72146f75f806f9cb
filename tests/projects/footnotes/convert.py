"""Migrate, write a page with a footnote, convert it, and print what became of it."""

import json
from uuid import uuid4

import django

django.setup()

from django.core.management import call_command  # noqa: E402
from wagtail.models import Page  # noqa: E402
from wagtail_footnotes.models import Footnote  # noqa: E402

from tests.citations.study.models import StudyPage  # noqa: E402
from wagtail_gulf_summit.citations.models import Source  # noqa: E402

call_command("migrate", verbosity=0)
uuid = str(uuid4())
page = StudyPage(
    title="مقال",
    slug="article",
    body=[("paragraph", f'<p>أ<footnote id="{uuid}">[{uuid[:6]}]</footnote> ب<footnote id="{uuid}">x</footnote></p>')],
)
Page.objects.get(depth=2).add_child(instance=page)
page.footnotes.add(Footnote(uuid=uuid, text='<p>انظر التقرير <a href="https://example.org/report">هنا</a></p>'))
page.save_revision().publish()
call_command("gulf_summit_convert_citations", "--apply", verbosity=0)
source = Source.objects.get()
converted = StudyPage.objects.get(pk=page.pk)
print(json.dumps({"text": converted.body[0].value.source, "source": [source.kind, source.title, source.url]}))
