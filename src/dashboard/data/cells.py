"""What each cell must hold: the pandera schema of a table, made from its description, and its faults in words."""

from __future__ import annotations

import math
import re
from collections.abc import Callable

import pandas as pd
import pandera.pandas as pa

from dashboard.data.table import ROW
from dashboard.model.fault import Fault
from dashboard.model.period import EXPECTED as EXPECTED_DATE
from dashboard.model.period import parse_period
from dashboard.model.schema import Column, Holds, Table
from dashboard.model.vocabulary import VOCABULARIES

_PATTERNS: dict[Holds, tuple[str, str]] = {
    Holds.ID: (r"[a-z0-9]+(-[a-z0-9]+)*", "lower-case ASCII words joined by hyphens"),
    Holds.URL: (r"https?://[^\s<>\"]+", "an address that begins with http:// or https://"),
    Holds.LANGUAGE: (r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*", "a language code such as en or ru"),
    Holds.COUNTRY: (r"[A-Z]{3}", "a three-letter country code such as PAK"),
    Holds.INTEGER: (r"[0-9]+", "a whole number"),
    Holds.TEXT: (r"[^\x00-\x1f\x7f]*", "text without control characters"),
}
_SEPARATOR = " — expected "

Test = Callable[[str], bool]


def cell_faults(frame: pd.DataFrame, table: Table) -> list[Fault]:
    """Every cell of a frame of texts that does not hold what its column demands."""
    try:
        pandera_schema(table).validate(frame, lazy=True)
    except pa.errors.SchemaErrors as errors:
        rows = frame[ROW]
        return [
            _fault(table, int(rows.loc[case["index"]]), case["column"], case["check"], case["failure_case"]) for case in errors.failure_cases.to_dict("records")
        ]
    return []


def pandera_schema(table: Table) -> pa.DataFrameSchema:
    """The table's description as a pandera schema over texts; each check's name says problem and expectation."""
    columns = {column.name: pa.Column(str, _checks(column), nullable=False) for column in table.columns}
    return pa.DataFrameSchema({**columns, ROW: pa.Column(int)}, strict=True)


def split(cell: str) -> list[str]:
    """The parts of a list in a cell."""
    return cell.split(";") if cell else []


def _fault(table: Table, row: int, column: object, check: object, found: object) -> Fault:
    problem, _, expected = str(check).partition(_SEPARATOR)
    return Fault(table.file, row, str(column), problem, str(found), expected)


def _checks(column: Column) -> list[pa.Check]:
    checks = [_check(_unless_empty(accept, column.required), name) for accept, name in _tests(column)]
    if not column.required:
        return checks
    return [_check(_is_filled, "the cell is empty" + _SEPARATOR + column.description), *checks]


def _unless_empty(accept: Test, required: bool) -> Test:
    """A blank cell is one fault: "empty" where the column is required, whatever else it is where it is not."""
    return lambda text: not (text.strip() if required else text) or accept(text)


def _is_filled(text: str) -> bool:
    return bool(text.strip())


def _tests(column: Column) -> list[tuple[Test, str]]:
    accept, name = _test_of_one(column)
    tidy = (lambda text: text == text.strip(), "spaces around the text" + _SEPARATOR + "no space at either end")
    if not column.many:
        return [(accept, name), tidy]
    repeated = (lambda text: len(set(split(text))) == len(split(text)), "a part is repeated" + _SEPARATOR + "each part once")
    return [(lambda text: all(bool(part) and accept(part) for part in split(text)), name), repeated, tidy]


def _test_of_one(column: Column) -> tuple[Test, str]:
    if column.vocabulary:
        allowed = VOCABULARIES[column.vocabulary]
        return allowed.__contains__, f"unknown {column.vocabulary}" + _SEPARATOR + "one of " + ", ".join(allowed)
    if column.holds is Holds.EDTF:
        return _is_date, "not a date" + _SEPARATOR + EXPECTED_DATE
    if column.holds is Holds.NUMBER:
        return _is_number, "not a number" + _SEPARATOR + "a plain number such as 12.4"
    pattern, expected = _PATTERNS[column.holds]
    compiled = re.compile(pattern)
    return lambda text: compiled.fullmatch(text) is not None, f"not {_kind(column)}" + _SEPARATOR + expected


def _kind(column: Column) -> str:
    return {
        Holds.ID: "an id",
        Holds.URL: "an address",
        Holds.LANGUAGE: "a language",
        Holds.COUNTRY: "a country",
        Holds.INTEGER: "a whole number",
        Holds.TEXT: "plain text",
    }[column.holds]


def _check(accept: Test, name: str) -> pa.Check:
    return pa.Check(accept, element_wise=True, name=name, error=name)


def _is_date(text: str) -> bool:
    try:
        parse_period(text)
    except ValueError:
        return False
    return True


def _is_number(text: str) -> bool:
    if not re.fullmatch(r"-?[0-9]+(\.[0-9]+)?(e-?[0-9]+)?", text):
        return False
    return math.isfinite(float(text))
