"""One figure as data: title, what it shows in words, rows, sources, edition, terms and citation."""

from __future__ import annotations

from typing import Any

from dashboard.exports.table import cell_of
from dashboard.figures.figure_exports import FigureExports
from dashboard.site.publication import Publication
from dashboard.site.record_data import source_data, terms_of


def data_of(publication: Publication, take: FigureExports) -> dict[str, Any]:
    """The figure under its choice; numbers stay numbers, lists are joined by a semicolon."""
    figure = take.figure
    names = [str(name) for name in figure.rows.columns]
    rows = [[_cell(value) for value in row] for row in figure.rows.itertuples(index=False, name=None)]
    return {
        "id": figure.figure_id,
        "title": figure.title,
        "subtitle": figure.subtitle,
        "shows": figure.message,
        "note": figure.note,
        "choice": take.context.sentence,
        "address": take.context.address(figure.figure_id),
        "columns": names,
        "rows": rows,
        "sources": [source_data(source) for source in take.sources.to_dict("records")],
        **terms_of(publication),
        "cite": take.figure_item,
    }


def _cell(value: Any) -> Any:
    if isinstance(value, bool | int):
        return value
    if isinstance(value, float):
        return None if value != value else value
    return cell_of(value)
