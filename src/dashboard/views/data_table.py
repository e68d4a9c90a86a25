"""A whole table as a figure, and what each of its columns means."""

from __future__ import annotations

import re
from collections.abc import Mapping

import pandas as pd

from dashboard.model.figure import Cell, DataTable, EmptyFigure, Figure, Grid
from dashboard.model.schema import Column, Table
from dashboard.model.vocabulary import VOCABULARIES
from dashboard.views.formatting import count, number

FIGURE_ID = "data-table"
_FILLED = {True: "always", False: "where known"}
# Columns that name a row to a reader, of which a table has one at most, and the column that does so where it
# has none.
_NAMES = ("title", "label", "name", "statement", "claim", "summary")
_RECORD = "record"
_CODE = re.compile(r"`([^`]*)`")

# Rows without an id of their own belong to a record that another column names; those of no record are told
# apart by their first column.
_BELONGS_TO = {
    "observations": "indicator_id",
    "breaks": "indicator_id",
    "pairs": "first",
    "family_members": "member",
    "line_styles": "project_id",
    "milestones": "event_id",
    "evidence": "record_id",
    "readings": "record_id",
    "aliases": "record_id",
}


def tells_of_records(table: Table) -> bool:
    """False for a table of words, whose rows belong to no record and so can be no figure."""
    return bool(table.id_column) or table.name in _BELONGS_TO


def table_figure(
    table: Table, rows: pd.DataFrame, total: int, words: str, titles: Mapping[str, str]
) -> Figure | EmptyFigure:
    """The `rows` of a table, out of `total`, that hold `words`; `titles` of records by id.

    Each row begins with a name that a reader knows, be it that of the record to which it belongs, and ends
    with its id.
    """
    name = table.name.capitalize()
    title = (
        f"{name}: {number(len(rows))} of {count(total, 'row')}" if words else f"{name}: {count(total, 'row')}"
    )
    if not total:
        return EmptyFigure(FIGURE_ID, title, "This table has no row yet.", "Choose another table.")
    if rows.empty:
        return EmptyFigure(
            FIGURE_ID, title, f"No row of this table holds “{words}”.", "Change or clear the words."
        )
    columns = {column.name: meaning(column) for column in table.columns}
    shown = rows[list(columns)].map(lambda cell: "; ".join(cell) if isinstance(cell, tuple) else cell)
    if "record_id" not in columns:
        shown = shown.assign(
            record_id=rows[_BELONGS_TO.get(table.name) or table.id_column or table.columns[0].name]
        )
    named = next((column for column in _NAMES if column in columns), "")
    if not named:
        named, belongs = _RECORD, shown["record_id"]
        columns[named] = "the record to which the row belongs; not a column of the table"
        shown = shown.assign(record=[titles.get(record_id, record_id) for record_id in belongs])
    order = sorted(columns, key=lambda column: (column != named, column == table.id_column))
    return Figure(
        figure_id=FIGURE_ID,
        title=title,
        drawing=DataTable({column: columns[column] for column in order}),
        rows=shown.reset_index(drop=True),
        message=f"A table of {count(len(rows), 'row')} and {count(len(columns), 'column')}. A row is "
        f"{table.row_is}.",
        note="Dates are EDTF (ISO 8601-2); lists in a cell are joined by a semicolon. The filters "
        "of the other pages do not narrow this table.",
    )


def codebook(table: Table) -> Grid:
    """The columns of a table: name, whether a cell may be empty, meaning."""
    rows = tuple(
        (Cell(column.name), Cell(_FILLED[column.required]), Cell(_quoted(meaning(column))))
        for column in table.columns
    )
    return Grid(("Column", "Filled", "Meaning"), rows)


def _quoted(words: str) -> str:
    """Words that the codebook marks as code, in quotation marks."""
    return _CODE.sub(r"“\1”", words)


def meaning(column: Column) -> str:
    """What a column holds, with the words that it may hold."""
    allowed = f": {', '.join(VOCABULARIES[column.vocabulary])}" if column.vocabulary else ""
    return f"{column.description}{allowed}{' (a list)' if column.many else ''}"
