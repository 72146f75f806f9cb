"""The form of an article: a new one begins with what can be known of it."""

from typing import Any

from wagtail.admin.forms import WagtailAdminPageForm

from wagtail_gulf_summit.people.models import Person


class ArticleForm(WagtailAdminPageForm):
    """Fills in dateline and byline of a page that is not saved yet."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk is None and not self.is_bound:
            for name, value in first_values(self.instance, self.parent_page, self.for_user).items():
                if name in self.fields and not self.initial.get(name):
                    self.initial[name] = value


def first_values(page: Any, section: Any, user: Any) -> dict[str, Any]:
    """Dateline of the user's last article in the section, or the last in it; byline of the user's own person."""
    values: dict[str, Any] = {}
    if section is not None:
        last = last_article(type(page), section, user)
        if last is not None:
            values.update(dateline_place=last.dateline_place, dateline_agency=last.dateline_agency)
    person = person_of(user, getattr(section, "locale_id", None))
    if person is not None:
        field = page._meta.get_field("bylines")
        values["bylines"] = field.to_python([{"type": "byline", "value": {"person": person.pk, "role": ""}}])
    return values


def last_article(model: type[Any], section: Any, user: Any) -> Any | None:
    """The article changed last in ``section``, by ``user`` if they have one there."""
    there = model.objects.child_of(section).order_by("-latest_revision_created_at", "-pk")
    return there.filter(owner=user).first() or there.first()


def person_of(user: Any, locale_id: int | None) -> Person | None:
    """The person whose account ``user`` is, in that language where there is one."""
    if user is None or not user.pk:
        return None
    people = list(Person.objects.filter(user=user, live=True))
    return next((person for person in people if person.locale_id == locale_id), people[0] if people else None)
