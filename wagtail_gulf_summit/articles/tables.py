"""What Wagtail's tables cannot do by themselves: be translated, and be written through API v3."""

import json
from typing import Any

from wagtail.blocks import RichTextBlock


class TableTranslation:
    """Mix into a ``TypedTableBlock``: caption, headings and cells are offered for translation.

    wagtail-localize calls both methods; nothing here needs it to be installed.
    """

    def get_translatable_segments(self, table: Any) -> list[Any]:
        from wagtail_localize.segments import StringSegmentValue
        from wagtail_localize.segments.extract import StreamFieldSegmentExtractor

        extractor = StreamFieldSegmentExtractor(None)
        segments = [StringSegmentValue("caption", table.caption or "")]
        for index, column in enumerate(table.columns):
            segments.append(StringSegmentValue(f"heading-{index}", column["heading"] or ""))
        for name, block, _row, _index, value in _cells(table):
            segments += [segment.wrap(name) for segment in extractor.handle_block(block, value)]
        return [segment for segment in segments if not segment.is_empty()]

    def restore_translated_segments(self, table: Any, segments: list[Any]) -> Any:
        from wagtail_localize.segments.ingest import StreamFieldSegmentsWriter

        writer = StreamFieldSegmentsWriter(None, None, None)
        by_name: dict[str, list[Any]] = {}
        for segment in segments:
            name, rest = segment.unwrap()
            by_name.setdefault(name, []).append(rest)
        if "caption" in by_name:
            table.caption = by_name["caption"][0].render_text()
        for index, column in enumerate(table.columns):
            if found := by_name.get(f"heading-{index}"):
                column["heading"] = found[0].render_text()
        for name, block, row, index, value in _cells(table):
            if found := by_name.get(name):
                row["values"][index] = writer.handle_block(block, value, found)
        return table


def _cells(table: Any) -> list[tuple[str, Any, Any, int, Any]]:
    return [
        (f"cell-{number}-{index}", column["block"], row, index, row["values"][index])
        for number, row in enumerate(table.row_data)
        for index, column in enumerate(table.columns)
    ]


class TableFromApi:
    """Mix into a ``TypedTableBlock``: API v3 can send the table, which it hands over as one value of a form.

    v3 calls ``value_for_form`` with the table it was sent, and reads the form with ``value_from_datadict``.
    """

    def value_for_form(self, table: Any) -> str:
        return json.dumps(self.get_prep_value(table), default=str)  # type: ignore[attr-defined]

    def value_from_datadict(self, data: Any, files: Any, prefix: str) -> Any:
        if prefix not in data:
            return super().value_from_datadict(data, files, prefix)  # type: ignore[misc]
        from wagtail.api.rich_text import APIRichText

        table = self.to_python(json.loads(data[prefix]))  # type: ignore[attr-defined]
        for _name, block, row, index, cell in _cells(table):
            if isinstance(block, RichTextBlock):
                html, _warnings = APIRichText.convert_input(cell.source, features=block.features)
                row["values"][index] = block.to_python(html)
        return table
