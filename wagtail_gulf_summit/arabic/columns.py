"""Columns of the admin's tables for text in the language of the row, which may not be the admin's."""

from typing import Any

from wagtail.admin.ui.tables import Column

from .bidi import direction


class ContentColumn(Column):
    """A column of content: its cells carry the language of the row's ``locale`` and its direction."""

    cell_template_name = "gulf_summit_arabic/content_cell.html"

    def get_cell_context_data(self, instance: Any, parent_context: Any) -> Any:
        context = super().get_cell_context_data(instance, parent_context)
        context["language"] = instance.locale.language_code
        context["direction"] = direction(context["language"])
        return context
