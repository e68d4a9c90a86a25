"""The recorded votes of the United Nations: one Parquet file, checked whole and made a frame only when
somebody asks.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path

import numpy as np
import pandas as pd
import pyarrow
from pyarrow import parquet

from dashboard.data.cells import is_date, split
from dashboard.model.fault import Fault
from dashboard.model.schema import Column, Holds
from dashboard.model.schema.votes import VOTES, state_column
from dashboard.model.vocabulary import VOCABULARIES
from dashboard.model.vote import CODES, is_state

FILE = VOTES.file
NAMES = tuple(column.name for column in VOTES.columns)
COUNTS = tuple(column.name for column in VOTES.columns if column.holds is Holds.INTEGER)
MOST_VOTES = 100_000


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


def checked(raw: bytes, sources: set[str], topics: set[str]) -> tuple[pd.DataFrame | None, list[Fault]]:
    """The rows of the file of votes as they stand in it, and every fault of them; no rows if there is a
    fault. The rows may name these sources and topics; no file is faultless without topics.
    """
    faults = _file_faults(raw, topics)
    if faults:
        return None, faults
    votes = _frame(raw) if raw else pd.DataFrame(columns=list(NAMES))
    if len(votes) > MOST_VOTES:
        return None, [Fault(FILE, 0, "", "too many rows", str(len(votes)), f"at most {MOST_VOTES}")]
    faults = list(vote_faults(votes, sources, topics))
    return (None if faults else votes), faults


def _file_faults(raw: bytes, topics: set[str]) -> list[Fault]:
    """What is wrong with the file as a whole."""
    if not raw:
        missing = Fault(
            FILE, 0, "", "the file is missing", expected=f"a file {FILE}, because vote_topics.csv has rows"
        )
        return [missing] if topics else []
    try:
        schema = parquet.read_schema(BytesIO(raw))
    except (pyarrow.ArrowException, OSError) as error:
        return [Fault(FILE, 0, "", "not a Parquet file", str(error).splitlines()[0], "a Parquet file")]
    names = [name for name in schema.names if not is_state(name)]
    if tuple(names) == NAMES:
        return []
    expected = ", ".join(NAMES) + " and a column for each state"
    return [Fault(FILE, 0, "", "other columns than the votes have", ", ".join(names), expected)]


def _frame(raw: bytes) -> pd.DataFrame:
    return parquet.read_table(BytesIO(raw)).to_pandas()


def vote_faults(votes: pd.DataFrame, sources: set[str], topics: set[str]) -> Iterator[Fault]:
    """Every cell of a frame of votes that its column does not allow, and every id that leads nowhere."""
    yield from _faults(votes, "vote_id", votes["vote_id"].duplicated(), "the id is taken", "one row a vote")
    for column in columns_of(votes):
        yield from _cell_faults(votes, column)
    for name, known in (("source_id", sources), ("topics", topics), ("repeats", set(votes["vote_id"]))):
        lost = ~votes[name].map(lambda cell, known=known: known.issuperset(split(cell)))
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


def _cell_faults(votes: pd.DataFrame, column: Column) -> Iterator[Fault]:
    cells = votes[column.name]
    if column.name in COUNTS:
        wrong = cells.notna() & ~cells.fillna(0).between(0, 250)
        yield from _faults(votes, column.name, wrong, "not a count of votes", "a whole number from 0 to 250")
        return
    if not cells.map(lambda cell: isinstance(cell, str)).all():
        yield Fault(FILE, 0, column.name, "not text", str(cells.dtype), "texts, empty where nothing is known")
        return
    if column.required:
        yield from _faults(
            votes, column.name, cells.str.strip() == "", "the cell is empty", column.description
        )
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
        return is_date, "a day or a month"
    if column.holds is Holds.URL:
        return re.compile(r"https://[^\s<>\"]+").fullmatch, "an address that begins with https://"
    if column.holds is Holds.COUNTRY:
        return re.compile(r"[A-Z]{3}(;[A-Z]{3})*").fullmatch, "three-letter codes"
    return str.isprintable, "text without invisible signs"


def _faults(votes: pd.DataFrame, name: str, wrong: pd.Series, problem: str, expected: str) -> Iterator[Fault]:
    for row, cell in votes.loc[wrong, name].items():
        yield Fault(FILE, int(str(row)) + 1, name, problem, str(cell), expected)
