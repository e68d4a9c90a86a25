"""The recorded votes of the United Nations: one Parquet file, checked whole and made a frame only when
somebody asks.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from io import BytesIO
from pathlib import Path

import numpy as np
import pandas as pd
import pyarrow
from pandas.api.types import is_bool_dtype, is_numeric_dtype
from pyarrow import parquet

from dashboard.data.cells import is_address, is_date, split
from dashboard.data.code_list import is_country
from dashboard.data.text_file import not_a_file
from dashboard.model.fault import Fault
from dashboard.model.schema import Column, Holds
from dashboard.model.schema.votes import VOTES, state_column
from dashboard.model.vocabulary import VOCABULARIES
from dashboard.model.vote import CODES, is_state

FILE = VOTES.file
NAMES = tuple(column.name for column in VOTES.columns)
COUNTS = tuple(column.name for column in VOTES.columns if column.holds is Holds.INTEGER)
MOST_VOTES = 100_000

_DAY_OR_MONTH = re.compile(r"[0-9]{4}-(0[1-9]|1[0-2])(-[0-9]{2})?")
_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def votes_of(raw: bytes) -> pd.DataFrame:
    """The votes in a file that was found faultless, in order of time; none if there is no file.

    `topics` and `vetoed_by` are tuples, `year` is the year of the date, each state's column holds one of
    CODES.
    """
    votes = _frame(raw) if raw else pd.DataFrame(columns=list(NAMES))
    return votes.assign(
        topics=[tuple(split(cell)) for cell in votes["topics"]],
        vetoed_by=[tuple(split(cell)) for cell in votes["vetoed_by"]],
        year=votes["date"].str[:4].astype(int),
    )


def read_raw(folder: Path) -> bytes:
    """The bytes of the file of votes; nothing if a folder has no votes."""
    path = folder / FILE
    return path.read_bytes() if path.is_file() else b""


def misplaced(folder: Path) -> list[Fault]:
    """What stands in a folder where the file of votes should be, if it is no file: a folder has either votes
    or nothing of that name.
    """
    path = folder / FILE
    fault = None if path.is_file() or not (path.exists() or path.is_symlink()) else not_a_file(path, FILE)
    return [fault] if fault else []


def checked(raw: bytes, sources: set[str], topics: set[str]) -> tuple[pd.DataFrame | None, list[Fault]]:
    """The rows of the file of votes as they stand in it, and every fault of them; no rows if there is a
    fault. The rows may name these sources and topics; no file is faultless without topics.
    """
    if not raw:
        missing = f"a file {FILE}, because vote_topics.csv has rows"
        faults = [Fault(FILE, 0, "", "the file is missing", expected=missing)] if topics else []
        return (None if faults else pd.DataFrame(columns=list(NAMES))), faults
    votes, faults = _readable(raw)
    if votes is not None:
        faults = list(vote_faults(votes, sources, topics))
    return (None if faults else votes), faults


def _readable(raw: bytes) -> tuple[pd.DataFrame | None, list[Fault]]:
    """The rows of a file that has the columns of votes, or what is wrong with it as a whole."""
    try:
        schema = parquet.read_schema(BytesIO(raw))
        if not _is_of_votes(schema.names):
            names, expected = ", ".join(schema.names), ", ".join(NAMES) + " and one column for each state"
            return None, [Fault(FILE, 0, "", "other columns than the votes have", names, expected)]
        votes = _frame(raw)
    except (pyarrow.ArrowException, OSError) as error:
        return None, [Fault(FILE, 0, "", "not a Parquet file", str(error).splitlines()[0], "a Parquet file")]
    if not 0 < len(votes) <= MOST_VOTES:
        found, expected = str(len(votes)), f"1 to {MOST_VOTES:,}"
        return None, [Fault(FILE, 0, "", "no number of rows that votes have", found, expected)]
    return votes, []


def _is_of_votes(names: list[str]) -> bool:
    """Whether the columns are those of every collection in their order, and each state's once."""
    states = [name for name in names if is_state(name)]
    of_all = tuple(name for name in names if not is_state(name))
    return of_all == NAMES and len(set(states)) == len(states) and all(map(is_country, states))


def _frame(raw: bytes) -> pd.DataFrame:
    return parquet.read_table(BytesIO(raw)).to_pandas()


def vote_faults(votes: pd.DataFrame, sources: set[str], topics: set[str]) -> Iterator[Fault]:
    """Every cell of a frame of votes that its column does not allow, and every id that leads nowhere; where a
    column holds another type than it should, nothing more is asked of the rows.
    """
    mistyped = [fault for column in columns_of(votes) for fault in _type_faults(votes[column.name], column)]
    if mistyped:
        yield from mistyped
        return
    yield from _faults(votes, "vote_id", votes["vote_id"].duplicated(), "the id is taken", "one row a vote")
    for column in columns_of(votes):
        yield from _cell_faults(votes, column)
    for name, known in (("source_id", sources), ("topics", topics), ("repeats", set(votes["vote_id"]))):
        lost = votes[name].isin({cell for cell in votes[name].unique() if not known.issuperset(split(cell))})
        # Thousands of votes share one source: each id that leads nowhere is named once, with its first row.
        first = lost & ~votes[name].duplicated()
        yield from _faults(votes, name, first, "no such record", "an id of the tables")
    whole = (
        votes[["yes", "no"]].notna().all(axis=1)
        & (votes["outcome"] == "adopted")
        & (votes["yes"] <= votes["no"])
    )
    yield from _faults(
        votes, "yes", whole, "adopted against more votes than for it", "more votes in favour than against"
    )


def sideless(votes: pd.DataFrame, sides: Iterable[str]) -> Iterator[Fault]:
    """The sides of the Atlas whose votes the file does not hold, by their country codes."""
    for side in sides:
        if len(votes) and side not in votes.columns:
            yield Fault(FILE, 0, side, "the votes of a side are missing", "nothing", f"a column {side}")


def columns_of(votes: pd.DataFrame) -> tuple[Column, ...]:
    """The columns of a frame of votes: those that every collection has, and one a state."""
    return (*VOTES.columns, *(state_column(name) for name in votes.columns if is_state(name)))


def topics_of(votes: pd.DataFrame, rules: pd.DataFrame) -> pd.Series:
    """For each vote the topics whose rule finds something in its symbol, title and subjects, joined by
    `;`.
    """
    words = votes["symbol"] + " | " + votes["title"] + " | " + votes["subjects"]
    found = pd.DataFrame(
        {
            topic: np.where(words.str.contains(rule, case=False, regex=True), topic, "")
            for topic, rule in zip(rules["topic_id"], rules["rule"], strict=True)
        },
        index=votes.index,
    )
    return found.apply(lambda row: ";".join(filter(None, row)), axis=1)


def _type_faults(cells: pd.Series, column: Column) -> Iterator[Fault]:
    if column.name in COUNTS:
        if not is_numeric_dtype(cells) or is_bool_dtype(cells):
            expected = "numbers, nothing where no roll call is held"
            yield Fault(FILE, 0, column.name, "not numbers", str(cells.dtype), expected)
    elif not all(issubclass(kind, str) for kind in set(map(type, cells))):
        yield Fault(FILE, 0, column.name, "not text", str(cells.dtype), "texts, empty where nothing is known")


def _cell_faults(votes: pd.DataFrame, column: Column) -> Iterator[Fault]:
    cells = votes[column.name]
    if column.name in COUNTS:
        number = cells.fillna(0)
        wrong = ~(number.between(0, 250) & (number % 1 == 0))
        yield from _faults(votes, column.name, wrong, "not a count of votes", "a whole number from 0 to 250")
        return
    if column.required:
        blank = cells.str.strip() == ""
        yield from _faults(votes, column.name, blank, "the cell is empty", column.description)
    accept, expected = _accepts(column)
    refused = {cell for cell in cells.unique() if cell and not accept(cell)}
    yield from _faults(votes, column.name, cells.isin(refused), "not allowed here", expected)


def _accepts(column: Column) -> tuple[Callable[[str], object], str]:
    if is_state(column.name):
        return CODES.__contains__, "one of " + " ".join(filter(None, CODES))
    if column.vocabulary:
        words = VOCABULARIES[column.vocabulary]
        return words.__contains__, "one of " + ", ".join(words)
    if column.holds is Holds.EDTF:
        return _is_day_or_month, "a day or a month"
    if column.holds is Holds.ID:
        parts = split if column.many else lambda cell: [cell]
        return lambda cell: all(map(_ID.fullmatch, parts(cell))), "lower-case ASCII words joined by hyphens"
    if column.holds is Holds.URL:
        return _is_secure_address, "an address that begins with https://"
    if column.holds is Holds.COUNTRY:
        return re.compile(r"[A-Z]{3}(;[A-Z]{3})*").fullmatch, "three-letter codes"
    return str.isprintable, "text without invisible signs"


def _is_day_or_month(text: str) -> bool:
    return _DAY_OR_MONTH.fullmatch(text) is not None and is_date(text)


def _is_secure_address(text: str) -> bool:
    return text.startswith("https://") and is_address(text)


def _faults(votes: pd.DataFrame, name: str, wrong: pd.Series, problem: str, expected: str) -> Iterator[Fault]:
    for row, cell in votes.loc[wrong, name].items():
        yield Fault(FILE, int(str(row)) + 1, name, problem, str(cell), expected)
