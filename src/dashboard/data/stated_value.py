"""What a source states for one field of a record: a field that there is, and a value of its kind."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import pandas as pd

from dashboard.data.table import ROW
from dashboard.model.fault import Fault
from dashboard.model.period import EXPECTED, period_or_none
from dashboard.model.schema import BY_NAME, Holds, Table, tables_with_ids
from dashboard.model.vocabulary import STATED_DATES, STATED_FIELDS, VOCABULARIES

Frames = Mapping[str, pd.DataFrame]

# "date of the reply", "value in the headline": a word, and of which part it is stated.
_PARTS = (" of ", " in ")


def stated_values(frames: Frames) -> Iterator[Fault]:
    """Evidence with a field and no value, a value and no field, an unknown field, or a value that is not of
    its kind.
    """
    table_of = _tables(frames)
    columns = (frames["evidence"][name] for name in ("record_id", "field", "value", ROW))
    for record_id, field, value, line in zip(*columns, strict=True):
        if not field and not value:
            continue
        fault = _fault(table_of.get(record_id), field, value)
        if fault:
            column, problem, found, expected = fault
            yield Fault("evidence.csv", int(line), column, problem, found, expected)


def _fault(table: Table | None, field: str, value: str) -> tuple[str, str, str, str] | None:
    """Column, problem, what was found and what is expected; None if all is well."""
    if not value:
        return "value", "a field without a value", field, "what the source states there"
    if not field:
        return "field", "a value without a field", value, "the field that the source states"
    if table is None:
        return None
    names = {column.name for column in table.columns}
    if field not in names:
        return _fault_of_word(field, value)
    return _fault_of_column(table, field, value)


def _fault_of_word(field: str, value: str) -> tuple[str, str, str, str] | None:
    word = field
    for part in _PARTS:
        word = word.partition(part)[0]
    if word not in STATED_FIELDS:
        return (
            "field",
            "unknown field",
            field,
            "a column of the record's table, or one of " + ", ".join(STATED_FIELDS),
        )
    if word in STATED_DATES and not period_or_none(value):
        return "value", "a stated date that is no date", value, EXPECTED
    return None


def _fault_of_column(table: Table, field: str, value: str) -> tuple[str, str, str, str] | None:
    column = table.column(field)
    if column.holds is Holds.EDTF and not period_or_none(value):
        return "value", "a stated date that is no date", value, EXPECTED
    if column.vocabulary and value not in VOCABULARIES[column.vocabulary]:
        return (
            "value",
            f"unknown {column.vocabulary}",
            value,
            "one of " + ", ".join(VOCABULARIES[column.vocabulary]),
        )
    if column.holds is Holds.NUMBER and not any(sign.isdigit() for sign in value):
        return "value", "a stated number without a figure", value, "a number with its unit"
    return None


def _tables(frames: Frames) -> dict[str, Table]:
    """The table of each record."""
    tables = (table for table in tables_with_ids() if table.name in frames)
    return {
        identifier: BY_NAME[table.name]
        for table in tables
        for identifier in frames[table.name][table.id_column]
    }
