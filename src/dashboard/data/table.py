"""How one CSV file becomes a frame of texts, and every way in which a file can be unreadable."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from pathlib import Path

import pandas as pd

from dashboard.data.text_file import read_text
from dashboard.model.fault import Fault, at_most
from dashboard.model.schema import Table

ROW = "__row__"
# Characters of one cell: below what the parser takes.
LONGEST_CELL = 100_000


def read_table(folder: Path, table: Table) -> tuple[pd.DataFrame | None, list[Fault]]:
    """Read one table as texts (Python's own, which rules read row by row), with the line number of each row
    in the column `ROW`.

    Returns no frame if the file is missing, not UTF-8, empty, or has other columns than its schema.
    """
    text, faults = read_text(folder / table.file, table.file)
    if text is None:
        return None, faults
    if not text.strip():
        return None, [Fault(table.file, 0, "", "the file is empty", expected="a header and rows")]
    reader = csv.reader(io.StringIO(text), strict=True)
    try:
        lines = [(reader.line_num, cells) for cells in reader]
    except csv.Error as error:
        return None, [_not_csv(table, reader.line_num, error)]
    names = [column.name for column in table.columns]
    faults = _faults_of_header(table, lines[0][1], names)
    if faults:
        return None, faults
    if len(lines) == 1 and not table.may_be_empty:
        return None, [Fault(table.file, 1, "", "the table has no rows", expected="at least one row")]
    rows = [[*cells, number] for number, cells in lines[1:] if len(cells) == len(names) and cells != names]
    faults = at_most(_faults_of_rows(table, lines[1:], names))
    return pd.DataFrame(rows, columns=[*names, ROW], dtype=object).astype({ROW: "int64"}), faults


def _faults_of_rows(table: Table, lines: list[tuple[int, list[str]]], names: list[str]) -> Iterator[Fault]:
    for number, cells in lines:
        if len(cells) != len(names):
            yield Fault(table.file, number, "", "wrong number of cells", str(len(cells)), str(len(names)))
        elif cells == names:
            yield Fault(table.file, number, "", "the header stands once more", ", ".join(names), "a row")
        elif max(map(len, cells)) > LONGEST_CELL:
            longest = max(zip(names, cells, strict=True), key=lambda pair: len(pair[1]))
            yield _too_long(table, number, longest[0])


def _not_csv(table: Table, row: int, error: csv.Error) -> Fault:
    if "field limit" in str(error):
        return _too_long(table, row, "")
    return Fault(
        table.file,
        row,
        "",
        "not a CSV file",
        str(error),
        "rows that end in a line feed, quotes that open and close",
    )


def _too_long(table: Table, row: int, column: str) -> Fault:
    return Fault(
        table.file,
        row,
        column,
        "a cell is too long",
        expected=f"at most {LONGEST_CELL:,} characters in a cell",
    )


def _faults_of_header(table: Table, found: list[str], names: list[str]) -> list[Fault]:
    faults = [
        Fault(table.file, 1, name, "column missing", expected=f"the columns {', '.join(names)}")
        for name in names
        if name not in found
    ]
    faults += [
        Fault(table.file, 1, name, "unknown column", name, f"the columns {', '.join(names)}")
        for name in found
        if name not in names
    ]
    if not faults and found != names:
        faults.append(
            Fault(table.file, 1, "", "columns repeated or out of order", ", ".join(found), ", ".join(names))
        )
    return faults
