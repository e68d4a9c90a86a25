"""How one CSV file becomes a frame of texts, and every way in which a file can be unreadable."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pandas as pd

from dashboard.model.fault import Fault
from dashboard.model.schema import Table

ROW = "__row__"


def read_table(folder: Path, table: Table) -> tuple[pd.DataFrame | None, list[Fault]]:
    """Read one table as texts, with the line number of each row in the column `ROW`.

    Returns no frame if the file is missing, not UTF-8, empty, or has other columns than its schema.
    """
    text, faults = _read_text(folder / table.file, table.file)
    if text is None:
        return None, faults
    reader = csv.reader(io.StringIO(text), strict=True)
    try:
        lines = [(reader.line_num, cells) for cells in reader]
    except csv.Error as error:
        return None, [Fault(table.file, reader.line_num, "", "not a CSV file", str(error), "quotes that open and close")]
    names = [column.name for column in table.columns]
    faults = _faults_of_header(table, lines[0][1], names)
    if faults:
        return None, faults
    if len(lines) == 1 and not table.may_be_empty:
        return None, [Fault(table.file, 1, "", "the table has no rows", expected="at least one row")]
    rows = []
    for number, cells in lines[1:]:
        if len(cells) != len(names):
            faults.append(Fault(table.file, number, "", "wrong number of cells", str(len(cells)), str(len(names))))
        else:
            rows.append([*cells, number])
    return pd.DataFrame(rows, columns=[*names, ROW]).astype({**dict.fromkeys(names, "str"), ROW: "int64"}), faults


def _read_text(path: Path, name: str) -> tuple[str | None, list[Fault]]:
    if not path.is_file():
        return None, [Fault(name, 0, "", "the file is missing", expected=f"a file {name}")]
    raw = path.read_bytes()
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        row = raw[: error.start].count(b"\n") + 1
        return None, [Fault(name, row, "", "not UTF-8", f"byte 0x{raw[error.start]:02x}", "text in UTF-8")]
    if not text.strip():
        return None, [Fault(name, 0, "", "the file is empty", expected="a header and rows")]
    return text, []


def _faults_of_header(table: Table, found: list[str], names: list[str]) -> list[Fault]:
    faults = [Fault(table.file, 1, name, "column missing", expected=f"the columns {', '.join(names)}") for name in names if name not in found]
    faults += [Fault(table.file, 1, name, "unknown column", name, f"the columns {', '.join(names)}") for name in found if name not in names]
    if not faults and found != names:
        faults.append(Fault(table.file, 1, "", "columns repeated or out of order", ", ".join(found), ", ".join(names)))
    return faults
