"""What each cell must hold by the description of its column, and its faults in words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from urllib.parse import urlsplit

import pandas as pd

from dashboard.data.code_list import is_country, is_language
from dashboard.data.table import ROW
from dashboard.model.fault import Fault, at_most
from dashboard.model.period import EXPECTED as EXPECTED_DATE
from dashboard.model.period import parse_period
from dashboard.model.schema import Column, Holds, Table
from dashboard.model.sign import says_something, unseen
from dashboard.model.vocabulary import VOCABULARIES

# Numbers beyond these are slips of the pen, and neither counted nor written exactly.
_LONGEST_NUMBER, _LARGEST_NUMBER = 40, 1e18
_ADDRESS = re.compile(r"https?://[^\s<>\"]+")
_NUMBER = re.compile(r"-?[0-9]+(\.[0-9]+)?(e-?[0-9]{1,3})?")

Test = Callable[[str], bool]


@dataclass(frozen=True)
class Demand:
    """One thing that a cell has to be, and how its fault is told."""

    accepts: Test
    problem: str
    expected: str


def cell_faults(frame: pd.DataFrame, table: Table) -> list[Fault]:
    """Every cell of a frame of texts that does not hold what its column demands; of one column the first
    thousand.
    """
    columns = (at_most(_faults_of_column(frame, table, column)) for column in table.columns)
    return [fault for faults in columns for fault in faults]


def _faults_of_column(frame: pd.DataFrame, table: Table, column: Column) -> Iterator[Fault]:
    """Each different cell is judged once, however often it stands in the column."""
    cells = frame[column.name].tolist()
    demands = _demands(column)
    unmet = {cell: _unmet(cell, column, demands) for cell in dict.fromkeys(cells)}
    broken = {cell: found for cell, found in unmet.items() if found}
    if not broken:
        return
    for cell, line in zip(cells, frame[ROW], strict=True):
        for demand in broken.get(cell, ()):
            yield Fault(table.file, int(line), column.name, demand.problem, cell, demand.expected)


def _unmet(cell: str, column: Column, demands: list[Demand]) -> list[Demand]:
    """The demands that a cell does not meet; a blank cell is one fault where the column is required, an empty
    one none elsewhere.
    """
    if column.required and not says_something(cell):
        return [Demand(says_something, "the cell is empty", column.description)]
    return [demand for demand in demands if not demand.accepts(cell)] if cell else []


def is_number(text: str) -> bool:
    """True for a plain number below 10^18 of at most 40 signs."""
    if len(text) > _LONGEST_NUMBER or not _NUMBER.fullmatch(text):
        return False
    return abs(float(text)) < _LARGEST_NUMBER


def is_address(text: str) -> bool:
    """True for an address of the web that names a host, with no sign in it that ends an address."""
    if not _ADDRESS.fullmatch(text) or unseen(text):
        return False
    try:
        parts = urlsplit(text)
        host = parts.hostname or ""
        # A dot at the end names the same host, and comes from a crawler.
        return bool(host) and not host.endswith(".") and parts.port != 0
    except ValueError:  # brackets that are not closed, a port that is none
        return False


def split(cell: str) -> list[str]:
    """The parts of a list in a cell."""
    return cell.split(";") if cell else []


def _demands(column: Column) -> list[Demand]:
    """What a cell of the column has to be if it is not empty."""
    demand = _of_kind(column)
    return [_for_each_part(demand), _EACH_ONCE, _TIDY] if column.many else [demand, _TIDY]


def _for_each_part(demand: Demand) -> Demand:
    return replace(
        demand, accepts=lambda text: all(bool(part) and demand.accepts(part) for part in split(text))
    )


_TIDY = Demand(lambda text: text == text.strip(), "spaces around the text", "no space at either end")
_EACH_ONCE = Demand(
    lambda text: len(set(split(text))) == len(split(text)), "a part is repeated", "each part once"
)


def _of_kind(column: Column) -> Demand:
    if column.vocabulary:
        allowed = VOCABULARIES[column.vocabulary]
        return Demand(allowed.__contains__, f"unknown {column.vocabulary}", "one of " + ", ".join(allowed))
    return _KINDS[column.holds]


def _matches(pattern: str) -> Test:
    compiled = re.compile(pattern)
    return lambda text: compiled.fullmatch(text) is not None and _is_plain(text)


def is_date(text: str) -> bool:
    """Whether a text is an EDTF date of level 0 or 1."""
    try:
        parse_period(text)
    except ValueError:
        return False
    return True


def _is_plain(text: str) -> bool:
    return not unseen(text)


_KINDS: dict[Holds, Demand] = {
    Holds.ID: Demand(
        _matches(r"[a-z0-9]+(-[a-z0-9]+)*"), "not an id", "lower-case ASCII words joined by hyphens"
    ),
    Holds.COLOUR: Demand(_matches(r"#[0-9a-f]{6}"), "not a colour", "a colour such as #1f5a96"),
    Holds.TEXT: Demand(
        lambda text: _is_plain(text) and says_something(text),
        "not plain text",
        "text without control, direction or invisible signs",
    ),
    Holds.EDTF: Demand(is_date, "not a date", EXPECTED_DATE),
    Holds.NUMBER: Demand(is_number, "not a number", "a plain number such as 12.4, below 10^18"),
    Holds.INTEGER: Demand(
        _matches(r"[0-9]{1,9}"), "not a whole number", "a whole number of at most nine digits"
    ),
    Holds.URL: Demand(
        is_address,
        "not an address",
        "an address that begins with http:// or https:// and names a host, no dot behind it",
    ),
    Holds.LANGUAGE: Demand(is_language, "not a language", "a language code such as en or ru"),
    Holds.COUNTRY: Demand(is_country, "not a country", "a three-letter code of ISO 3166 such as PAK, or SUN"),
}
