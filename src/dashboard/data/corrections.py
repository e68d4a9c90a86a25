"""Whether each correction puts something right: its field is one, its edition exists, and the value did
change in it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import cast

import pandas as pd

from dashboard.data.edition_layout import Files
from dashboard.data.editions import Snapshot, order_of, rows_of
from dashboard.data.table import ROW
from dashboard.model.change import EVIDENCE, PARTS, Part
from dashboard.model.fault import Fault
from dashboard.model.schema import BY_NAME, Table, tables_with_ids

Frames = Mapping[str, pd.DataFrame]
Row = Mapping[str, str]

_NUMBER = "(0|[1-9][0-9]{0,5})"
_VERSION = re.compile(rf"{_NUMBER}\.{_NUMBER}\.{_NUMBER}")


def correction_faults(frames: Frames, version: str, released: Sequence[Snapshot]) -> list[Fault]:
    """Every fault of the corrections; `version` is that of the tables, `released` the editions before."""
    corrections = frames["corrections"].to_dict("records")
    compared = _Compared(frames, version, released)
    return [fault for row in corrections for fault in _faults_of(row, compared)]


class _Compared:
    """The tables and the editions before them, each unpacked and each of its tables read once."""

    def __init__(self, frames: Frames, version: str, released: Sequence[Snapshot]) -> None:
        self.frames, self.version, self.released = frames, version, released
        self._tables = {
            identifier: table
            for table in reversed(tables_with_ids())
            if table.name in frames
            for identifier in frames[table.name][table.id_column]
        }
        self._files: dict[str, Files] = {}
        self._rows: dict[tuple[str, str, str], dict[str, list[Row]]] = {}

    def table_of(self, record_id: str) -> Table | None:
        """The table of a record; none if there is no such record, which another rule names."""
        return self._tables.get(record_id)

    def rows(self, version: str, table: str, owner: str, record_id: str) -> list[Row]:
        """The rows of a table that belong to a record, in one edition or in the tables themselves; `owner`
        is the column of the record's id.
        """
        key = (version, table, owner)
        if key not in self._rows:
            self._rows[key] = defaultdict(list)
            for row in self._all_rows(version, table):
                self._rows[key][row[owner]].append(row)
        return self._rows[key].get(record_id, [])

    def _all_rows(self, version: str, table: str) -> Sequence[Row]:
        if version == self.version:
            return cast("list[Row]", self.frames[table].drop(columns=ROW).to_dict("records"))
        if version not in self._files:
            self._files[version] = next(
                snapshot.files for snapshot in self.released if snapshot.version == version
            )
        name = BY_NAME[table].file
        return rows_of(name, self._files[version][name]) if name in self._files[version] else []


def _faults_of(row: Row, compared: _Compared) -> Iterator[Fault]:
    version, table = compared.version, compared.table_of(row["record_id"])
    if table is None:
        return
    if not _is_field(row["field"], table):
        names = ", ".join([EVIDENCE, *(column.name for column in table.columns[1:])])
        yield _fault(row, "field", "no field of this record", row["field"], f"one of {names}")
    elif not _VERSION.fullmatch(row["edition"]) or order_of(row["edition"]) > order_of(version):
        expected = f"a version up to {version}, that of the tables"
        yield _fault(row, "edition", "no edition", row["edition"], expected)
    else:
        yield from _idle(row, table, compared)


def _idle(row: Row, table: Table, compared: _Compared) -> Iterator[Fault]:
    """A correction under which nothing changed; where an edition is not at hand, none is found."""
    versions = [snapshot.version for snapshot in compared.released]
    before = [version for version in versions if order_of(version) < order_of(row["edition"])]
    if not before or row["edition"] not in (*versions, compared.version):
        return
    name, owner, key = _place_of(row["field"], table)
    pair = (before[-1], row["edition"])
    rows = [compared.rows(version, name, owner, row["record_id"]) for version in pair]
    held = [_held(of_record, key, row["field"]) for of_record in rows]
    if held[0] == held[1]:
        expected = f"a field that differs between {before[-1]} and {row['edition']}"
        yield _fault(row, "field", "nothing was corrected", row["field"], expected)


def _place_of(field: str, table: Table) -> tuple[str, str, Part | None]:
    """Table, column of the record's id, and the part where the field is a row that belongs to a record."""
    if field == EVIDENCE:
        return EVIDENCE, "record_id", None
    part = _part_of(field, table)
    return (part.table, part.owner, part) if part else (table.name, table.id_column, None)


def _held(found: Sequence[Row], part: Part | None, field: str) -> list[object]:
    """What an edition holds at a field of a record, of which these are the rows."""
    if field == EVIDENCE:
        return [tuple(row.items()) for row in found]
    if part is None:
        return [row.get(field, "") for row in found[:1]]
    key = field.removeprefix(f"{part.name} ")
    return [row for row in found if " ".join(row[name] for name in part.key) == key]


def _is_field(field: str, table: Table) -> bool:
    columns = {column.name for column in table.columns[1:]}
    return field == EVIDENCE or field in columns or _part_of(field, table) is not None


def _part_of(field: str, table: Table) -> Part | None:
    """The rows that belong to records of a table and are named so."""
    for part in PARTS:
        owners = BY_NAME[part.table].column(part.owner).points_to or (part.table,)
        if table.name in owners and field.startswith(f"{part.name} "):
            return part
    return None


def _fault(row: Row, column: str, problem: str, found: str, expected: str) -> Fault:
    return Fault("corrections.csv", int(str(row[ROW])), column, problem, found, expected)
