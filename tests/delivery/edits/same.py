"""Whether every door of the store gives what the database now says."""

from typing import Any

from django.utils import timezone
from wagtail.models import Page, PageViewRestriction, Site

from wagtail_gulf_summit.articles.models import Topic
from wagtail_gulf_summit.delivery.builders.pages import sections_above
from wagtail_gulf_summit.delivery.kinds import ARTICLE, PERSON, SOURCE, SUMMIT, Kind, build, kind_of
from wagtail_gulf_summit.delivery.store.compare import compare_all
from wagtail_gulf_summit.delivery.store.keys import city_key
from wagtail_gulf_summit.delivery.store.lists import Asked, list_documents
from wagtail_gulf_summit.delivery.store.read import find, find_path
from wagtail_gulf_summit.delivery.store.visible import Place


def differences(rows: bool = True) -> list[str]:
    """What is served or listed wrongly and, with ``rows``, stored wrongly, in words; nothing if all is right."""
    Site.clear_site_root_paths_cache()
    found = []
    for site in Site.objects.all():
        place = Place(site.hostname, site.port)
        shown = {pk: (page, build(page)) for pk, page in shown_on(site).items()}
        # Lists first: asking for one document computes it if it is missing.
        found += _listed(place, shown) + _served(place, shown)
    found += _snippets(place)
    return found + [f"stored {kind} {pk}: {', '.join(wrong)}" for kind, pk, wrong in compare_all() if wrong] * rows


def shown_on(site: Site) -> dict[int, Any]:
    """The specific pages that the public may see on a site, found without the store's own SQL."""
    private = list(PageViewRestriction.objects.values_list("page__path", flat=True))
    pages = {}
    for page in Page.objects.filter(live=True, depth__gt=1).select_related("locale").specific():
        expired = page.expire_at is not None and page.expire_at <= timezone.now()
        if not expired and site.pk in _sites_of(page) and not any(page.path.startswith(path) for path in private):
            pages[page.pk] = page
    return pages


def _sites_of(page: Any) -> set[int]:
    """The sites that have the root which Wagtail takes for the page's own; one root may be that of several."""
    roots = Site.get_site_root_paths()
    own = next((root.root_path for root in roots if page.url_path.startswith(root.root_path)), None)
    return {root.site_id for root in roots if root.root_path == own}


def _served(place: Place, shown: dict[int, Any]) -> list[str]:
    found = []
    for pk in Page.objects.filter(depth__gt=1).values_list("pk", flat=True):
        page, built = shown.get(pk, (None, None))
        own = kind_of(page) if page is not None else None
        for kind in (own or ARTICLE, SUMMIT if own is not SUMMIT else ARTICLE):
            served = find(kind, pk, place)
            text = served.text.decode() if served else None
            fresh = built.text() if built and kind is own else None
            if text != fresh:
                found.append(f"{kind.name} {pk} at {place.host}: {_told(text, fresh)}")
        if built is not None:
            by_path = find_path(built.document.path, place)
            if by_path is None or by_path.object_id != pk:
                found.append(f"path of {pk}")
    return found


def _snippets(place: Place) -> list[str]:
    found = []
    for kind in (PERSON, SOURCE):
        for one in kind.model.objects.all():
            served = find(kind, one.pk, place)
            text = served.text.decode() if served else None
            fresh = build(one).text() if one.live else None
            if text != fresh:
                found.append(f"{kind.name} {one.pk}: {_told(text, fresh)}")
    return found


def _listed(place: Place, shown: dict[int, Any]) -> list[str]:
    found = []
    for kind in (ARTICLE, SUMMIT):
        pages = {pk: one for pk, one in shown.items() if kind_of(one[0]) is kind}
        wanted: dict[tuple[str, Any], set[int]] = {("", 0): set(pages), **_everything_to_ask_for(kind)}
        for pk, (page, built) in pages.items():
            wanted.setdefault(("lang", page.locale.language_code), set()).add(pk)
            for key in _shown_in(page, built.document, shown):
                wanted.setdefault(key, set()).add(pk)
        for (name, value), ids in wanted.items():
            keys = [(name, [value])] if name not in ("", "lang") else []
            asked = Asked(kind, 100, keys=keys, lang=value if name == "lang" else None)
            listed = list_documents(asked, place)
            if set(listed.ids) != ids or [shown[pk][1].text() for pk in listed.ids if pk in ids] != [
                text.decode() for pk, text in zip(listed.ids, listed.texts, strict=True) if pk in ids
            ]:
                found.append(f"list of {kind.name} by {name} {value}: {sorted(listed.ids)} for {sorted(ids)}")
    return found


def _everything_to_ask_for(kind: Kind) -> dict[tuple[str, Any], set[int]]:
    names = {"topic": Topic, "person": PERSON.model, "source": SOURCE.model, "section": Page}
    names |= {"summit": Page} if kind is ARTICLE else {"series": Page}
    return {(name, pk): set() for name, model in names.items() for pk in model.objects.values_list("pk", flat=True)}


def _shown_in(page: Any, document: Any, shown: dict[int, Any]) -> set[tuple[str, int]]:
    """By what readers expect to find the document: what it shows them, and the sections above that they may see.

    A source that was withdrawn is still cited, but has no document that would tell where.
    """
    found = {("section", above.pk) for above in sections_above(page) if above.pk in shown}
    found |= {("topic", topic.id) for topic in document.topics}
    cited = SOURCE.model.objects.filter(pk__in=[citation.id for citation in document.citations], live=True)
    found |= {("source", pk) for pk in cited.values_list("pk", flat=True)}
    people = [block.value.person for block in document.body if getattr(block.value, "person", None)]
    if document.type == "article":
        found |= {("summit", summit.id) for summit in document.summits}
        people += [byline.person for byline in document.bylines]
    else:
        people += [speaker.person for session in document.sessions for speaker in session.speakers]
        if document.series and document.series.page:
            found.add(("series", document.series.page.id))
        if document.venue.city:
            found.add(("city", city_key(document.venue.city)))
    return found | {("person", person.id) for person in people}


def _told(served: str | None, fresh: str | None) -> str:
    if served is None or fresh is None:
        return "served though it should not be" if fresh is None else "not served"
    at = next((n for n, (a, b) in enumerate(zip(served, fresh, strict=False)) if a != b), min(len(served), len(fresh)))
    return f"…{served[max(0, at - 60) : at + 40]}… for …{fresh[max(0, at - 20) : at + 40]}…"
