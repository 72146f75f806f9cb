"""Translation of tables, which wagtail-localize does not know by itself."""

from typing import Any


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
