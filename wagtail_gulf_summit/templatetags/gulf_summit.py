"""Template tags of the package: ``{% load gulf_summit %}``."""

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

from wagtail_gulf_summit.richtext import display_html
from wagtail_gulf_summit.scope import page_scope

register = template.Library()


class PageScopeNode(template.Node):
    def __init__(self, page, nodelist):
        self.page = page
        self.nodelist = nodelist

    def render(self, context):
        page = self.page.resolve(context)
        with page_scope(page):
            return self.nodelist.render(context)


@register.tag
def pagescope(parser, token):
    """``{% pagescope page %}…{% endpagescope %}``: number citations and pick roles as on ``page``."""
    parts = token.split_contents()
    if len(parts) != 2:
        raise template.TemplateSyntaxError("{% pagescope %} takes one argument: the page.")
    nodelist = parser.parse(("endpagescope",))
    parser.delete_first_token()
    return PageScopeNode(parser.compile_filter(parts[1]), nodelist)


@register.filter
def display_richtext(value) -> SafeString:
    """Rich text (stored HTML or a ``RichText``) as display-ready HTML."""
    return display_html(getattr(value, "source", value) or "")


@register.simple_tag
def picture_style(picture) -> SafeString | str:
    """The ``style`` of a picture: what shows until it has come, and what stays in view when it is cropped."""
    rules = []
    if picture["placeholder"]:
        rules.append(f"--gs-placeholder: url({picture['placeholder']})")
    if point := picture["focal_point"]:
        rules.append(f"--gs-focus: {point['x']:.1%} {point['y']:.1%}")
    return format_html(' style="{}"', "; ".join(rules)) if rules else ""
