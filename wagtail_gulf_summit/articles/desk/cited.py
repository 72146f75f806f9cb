"""The sources an article cites, in the form, numbered as readers see them."""

from typing import Any

from django.urls import reverse
from wagtail.admin.panels import Panel

from wagtail_gulf_summit.citations.models import Source
from wagtail_gulf_summit.citations.numbering import citation_documents


class CitedSourcesPanel(Panel):
    """Read-only: sources are cited in the text, with the Cite button."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "gulf_summit_articles/desk/cited_sources.html"

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            context: dict[str, Any] = super().get_context_data(parent_context)
            citations = citation_documents(self.instance) if self.instance.pk else []
            edit = Source.snippet_viewset.get_url_name("edit")
            cited = [{**citation, "edit_url": reverse(edit, args=[citation["id"]])} for citation in citations]
            return {**context, "citations": cited, "language": self.instance.locale.language_code}
