"""The comments under a page: ``{% load gulf_summit_comments %}{% reader_comments page %}``."""

from typing import Any

from django import template
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.safestring import SafeString, mark_safe

from wagtail_gulf_summit.comments.installed import comments_installed

register = template.Library()


@register.simple_tag(takes_context=True)
def reader_comments(context: dict[str, Any], page: Any) -> SafeString | str:
    """The reader comments of ``page`` and the form for one more; nothing where it takes none."""
    if not comments_installed():
        return ""
    from wagtail_gulf_summit.comments.public.widget import widget_context

    widget = widget_context(context.get("request"), page)
    if widget is None:
        return ""
    with translation.override(widget["language"]):
        html = render_to_string("gulf_summit_comments/public/widget.html", widget, context.get("request"))
    return mark_safe(html)  # noqa: S308 - a rendered template


@register.inclusion_tag("gulf_summit_comments/public/node.html", takes_context=True)
def comment_node(context: dict[str, Any], node: Any) -> dict[str, Any]:
    """One comment with the answers to it."""
    names = ("shown", "page", "max_depth", "language")
    return {"node": node, **{name: context.get(name) for name in names}}
