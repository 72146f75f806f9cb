"""Organisations, people and sources."""

from typing import Any

from wagtail.models import Locale

from wagtail_gulf_summit.citations.models import Source
from wagtail_gulf_summit.people.models import Affiliation, Organisation, Person

from .data import key, seed
from .ensure import Progress, ensure_snippet


def load_snippets(locales: dict[str, Locale], progress: Progress) -> None:
    for language, locale in locales.items():
        organisations = load_organisations(language, locale, progress)
        load_people(language, locale, organisations, progress)
        load_sources(language, locale, organisations, progress)
    for heading in ("organisations", "people", "sources"):
        progress.say(heading)


def organisation_names(data: dict[str, Any]) -> dict[str, str]:
    """The organisations of the seed, by a name that is the same in every language."""
    named = {}
    for speaker in data["speakers"]:
        named[speaker["id"]] = speaker["organisation"]
        for number, other in enumerate(speaker["other_roles"], start=1):
            named[f"{speaker['id']}:{number}"] = other["organisation"]
    return named


def load_organisations(language: str, locale: Locale, progress: Progress) -> dict[str, Organisation]:
    """The organisations by the name they are printed under."""
    by_name = {}
    for name, printed in organisation_names(seed(language)).items():
        organisation, created = ensure_snippet(
            Organisation, f"organisation:{name}", locale, lambda printed=printed: Organisation(name=printed)
        )
        by_name[printed] = organisation
        progress.note("organisations", created)
    return by_name


def load_people(language: str, locale: Locale, organisations: dict[str, Organisation], progress: Progress) -> None:
    for speaker in seed(language)["speakers"]:
        _person, created = ensure_snippet(
            Person, f"person:{speaker['id']}", locale, lambda speaker=speaker: person(speaker, locale, organisations)
        )
        progress.note("people", created)


def person(speaker: dict[str, Any], locale: Locale, organisations: dict[str, Organisation]) -> Person:
    given_name, _space, family_name = speaker["name"].partition(" ")
    made = Person(name=speaker["name"], given_name=given_name, family_name=family_name)
    for number, held in enumerate([speaker, *speaker["other_roles"]]):
        made.affiliations.add(
            Affiliation(
                role=held["role"],
                organisation=organisations[held["organisation"]],
                sort_order=number,
                locale=locale,
                translation_key=key(f"affiliation:{speaker['id']}:{number}"),
            )
        )
    return made


def load_sources(language: str, locale: Locale, organisations: dict[str, Organisation], progress: Progress) -> None:
    for citation in seed(language)["citations"]:
        _source, created = ensure_snippet(
            Source,
            f"source:{citation['marker']}",
            locale,
            lambda citation=citation: source(citation, language, organisations),
        )
        progress.note("sources", created)


def source(citation: dict[str, Any], language: str, organisations: dict[str, Organisation]) -> Source:
    return Source(
        title=citation["title"],
        publisher=[("organisation", organisations[citation["publisher"]])],
        year=citation["year"],
        edition=citation["edition_text"] or "",
        edition_number=citation["edition"],
        language=language,
        printed=citation["raw"].removeprefix(f"[{citation['marker']}] "),
    )
