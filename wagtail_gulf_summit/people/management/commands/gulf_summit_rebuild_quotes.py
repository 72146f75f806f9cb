from django.core.management.base import BaseCommand
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.models import get_page_models

from wagtail_gulf_summit.people.models import Quote
from wagtail_gulf_summit.people.quotes.find import quote_fields
from wagtail_gulf_summit.people.quotes.index import index_page


class Command(BaseCommand):
    help = "Read every published page again and bring the index of quotes up to date."

    def add_arguments(self, parser):
        parser.add_argument("--chunk-size", type=int, default=200, help="Pages read at once (default: 200).")

    def handle(self, *args, chunk_size, **options):
        models = [model for model in get_page_models() if quote_fields(model)]
        total = sum(model.objects.live().count() for model in models)
        Quote.objects.exclude(page__live=True).delete()
        Quote.objects.exclude(page__content_type__in=content_types(models)).delete()
        done = quotes = 0
        for model in models:
            for page in model.objects.live().order_by("pk").iterator(chunk_size):
                quotes += index_page(page)
                done += 1
                if done % chunk_size == 0 and options["verbosity"]:
                    self.stdout.write(_("%(done)s of %(total)s pages") % {"done": done, "total": total})
        text = ngettext("%(count)s quote in the index.", "%(count)s quotes in the index.", quotes)
        self.stdout.write(self.style.SUCCESS(text % {"count": quotes}))


def content_types(models):
    from django.contrib.contenttypes.models import ContentType

    return ContentType.objects.get_for_models(*models).values()
