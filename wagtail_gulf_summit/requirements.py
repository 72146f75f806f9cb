"""Which apps each room cannot be imported without, and what the site leaves out."""

from .conf import conf

ROOT = "wagtail_gulf_summit"

REQUIRED = {
    ROOT: ("wagtail.snippets", "wagtail.images", "wagtail.search", "wagtail.admin", "wagtail"),
    f"{ROOT}.arabic": (ROOT,),
    f"{ROOT}.people": (ROOT,),
    f"{ROOT}.citations": (ROOT,),
    f"{ROOT}.comments": (ROOT, "django_comments_xtd", "django_comments", "django.contrib.sites"),
    f"{ROOT}.articles": (ROOT, f"{ROOT}.people", f"{ROOT}.citations", "wagtail.contrib.typed_table_block"),
    f"{ROOT}.events": (ROOT, f"{ROOT}.people", f"{ROOT}.citations"),
    f"{ROOT}.delivery": (ROOT, f"{ROOT}.people", f"{ROOT}.citations"),
    f"{ROOT}.api": (ROOT, f"{ROOT}.delivery"),
    f"{ROOT}.pages": (ROOT, f"{ROOT}.articles", f"{ROOT}.events"),
}


def listed_apps() -> list[str]:
    """The apps of INSTALLED_APPS by their module names, where an entry may also name a config class."""
    return [name.rsplit(".apps.", 1)[0] for name in conf.INSTALLED_APPS]


def missing_apps(listed: list[str]) -> dict[str, str]:
    """Each app that a listed one needs and that is not ``listed``, with the first app that needs it."""
    missing: dict[str, str] = {}
    known = list(listed)
    for name in known:
        for needed in REQUIRED.get(name, ()):
            if needed not in known:
                missing[needed] = name
                known.append(needed)
    return missing
