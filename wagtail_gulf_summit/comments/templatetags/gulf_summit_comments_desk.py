"""Words for the desk's templates."""

from django import template
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

register = template.Library()

RULES = {
    "length": gettext_lazy("too long"),
    "closed": gettext_lazy("closed"),
    "rate": gettext_lazy("too often"),
    "ban": gettext_lazy("banned reader"),
    "repeat_post": gettext_lazy("repeated"),
    "banned_words": gettext_lazy("banned word"),
    "suspect_words": gettext_lazy("suspect word"),
    "links": gettext_lazy("links"),
    "answered": gettext_lazy("answers a comment that is gone"),
    "premoderation": gettext_lazy("reviewed by policy"),
    "new_author": gettext_lazy("new author"),
    "akismet": gettext_lazy("spam filter"),
    "reports": gettext_lazy("reported by readers"),
}


@register.filter
def rule_label(name: str) -> str:
    """The name of a rule in the moderator's language; a site's own rule keeps its name."""
    return str(RULES.get(name, name))


@register.filter
def reason_label(code: str) -> str:
    """Why a comment is where it is: a moderator's reason, or a rule."""
    if code == "author":
        return _("withdrawn by the author")
    # Imported here: Django loads tag libraries on sites that lack what the desk needs.
    from wagtail_gulf_summit.comments.desk.decisions import REASONS

    return str(REASONS.get(code) or rule_label(code))
