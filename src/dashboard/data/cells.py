"""What each cell must hold: the pandera schema of a table, made from its description, and its faults in words."""

from __future__ import annotations

import re
from collections.abc import Callable

import pandas as pd
import pandera.pandas as pa

from dashboard.data.code_list import is_country, is_language
from dashboard.data.table import ROW
from dashboard.model.fault import Fault
from dashboard.model.period import EXPECTED as EXPECTED_DATE
from dashboard.model.period import parse_period
from dashboard.model.schema import Column, Holds, Table
from dashboard.model.sign import says_something, unseen
from dashboard.model.vocabulary import VOCABULARIES

_PATTERNS: dict[Holds, tuple[str, str]] = {
    Holds.ID: (r"[a-z0-9]+(-[a-z0-9]+)*", "lower-case ASCII words joined by hyphens"),
    Holds.COLOUR: (r"#[0-9a-f]{6}", "a colour such as #1f5a96"),
    Holds.URL: (r"https?://[^\s<>\"]+", "an address that begins with http:// or https://"),
    Holds.INTEGER: (r"[0-9]{1,9}", "a whole number of at most nine digits"),
}
# Numbers beyond these are slips of the pen, and neither counted nor written exactly.
_LONGEST_NUMBER, _LARGEST_NUMBER = 40, 1e18
_NUMBER = re.compile(r"-?[0-9]+(\.[0-9]+)?(e-?[0-9]{1,3})?")
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


def is_number(text: str) -> bool:
    """True for a plain number below 10^18 of at most 40 signs."""
    if len(text) > _LONGEST_NUMBER or not _NUMBER.fullmatch(text):
        return False
    return abs(float(text)) < _LARGEST_NUMBER


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
    return [_check(says_something, "the cell is empty" + _SEPARATOR + column.description), *checks]


def _unless_empty(accept: Test, required: bool) -> Test:
    """A blank cell is one fault: "empty" where the column is required, whatever else it is where it is not."""
    return lambda text: not (says_something(text) if required else text) or accept(text)


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
        return is_date, "not a date" + _SEPARATOR + EXPECTED_DATE
    if column.holds is Holds.NUMBER:
        return is_number, "not a number" + _SEPARATOR + "a plain number such as 12.4, below 10^18"
    if column.holds is Holds.COUNTRY:
        return is_country, "not a country" + _SEPARATOR + "a three-letter code of ISO 3166 such as PAK, or SUN"
    if column.holds is Holds.LANGUAGE:
        return is_language, "not a language" + _SEPARATOR + "a language code such as en or ru"
    if column.holds is Holds.TEXT:
        return _is_plain, "not plain text" + _SEPARATOR + "text without control, direction or invisible signs"
    pattern, expected = _PATTERNS[column.holds]
    compiled = re.compile(pattern)
    return lambda text: compiled.fullmatch(text) is not None and _is_plain(text), f"not {_kind(column)}" + _SEPARATOR + expected


def _kind(column: Column) -> str:
    return {
        Holds.ID: "an id",
        Holds.COLOUR: "a colour",
        Holds.URL: "an address",
        Holds.INTEGER: "a whole number",
    }[column.holds]


def _check(accept: Test, name: str) -> pa.Check:
    return pa.Check(accept, element_wise=True, name=name, error=name)


def is_date(text: str) -> bool:
    """Whether a text is an EDTF date of level 0 or 1."""
    try:
        parse_period(text)
    except ValueError:
        return False
    return True


def _is_plain(text: str) -> bool:
    return not unseen(text)
