"""How findings and tours get their numbers: from the observations, the stated numbers, the recorded votes and
the records, when the tables are read.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

import pandas as pd

from dashboard.data.cells import is_number
from dashboard.data.record_words import NEEDED, HeldRecords
from dashboard.data.table import ROW
from dashboard.data.vote_count import HeldVotes
from dashboard.model.fault import Fault
from dashboard.model.finding import NO_RECORDS, NO_VOTES, Count, Series, filled, named, unresolved
from dashboard.model.period import EARLIEST, LATEST, parse_period
from dashboard.model.record_words import Records
from dashboard.model.schema import BY_NAME
from dashboard.model.vote_count import Ballots

COLUMNS = ("finding", "correct_value")
# Where sentences with places stand, and in which of them a place may tell of a record.
SENTENCES: Mapping[str, tuple[str, ...]] = {"checks": COLUMNS, "tours": ("sentence",)}
OF_RECORDS = frozenset({"tours"})
TABLES = {"observations": "indicator_id", "quantities": "quantity_id"}

Frames = Mapping[str, pd.DataFrame]


def series_of(frames: Frames) -> Series:
    """Looks up the values of an indicator or a stated number in frames of texts; a cell that is no number or
    no date counts as none.
    """
    known: dict[str, list[Count]] = {}
    for table, identifier in TABLES.items():
        rows = frames[table]
        statuses = rows["status"] if "status" in rows else pd.Series("", index=rows.index)
        for key, period, value, status in zip(
            rows[identifier], rows["period"], rows["value"], statuses, strict=True
        ):
            count = _count(period, value, status)
            if count:
                known.setdefault(key, []).append(count)
    return lambda identifier: sorted(known.get(identifier, ()))


def with_findings(frames: Frames, table: str = "checks") -> pd.DataFrame:
    """The rows of a table of SENTENCES, their places filled. Raises Unresolved where `finding_faults` would
    name a fault.
    """
    rows = frames[table]
    answers = _tellers(frames, table)
    return rows.assign(
        **{
            column: pd.Series(
                [filled(text, *answers) for text in rows[column]], index=rows.index, dtype="str"
            )
            for column in SENTENCES[table]
        }
    )


def named_by_findings(checks: pd.DataFrame) -> pd.Series:
    """The series and stated numbers from which each check's sentences take their numbers, in the order in
    which they are named; from the rows as they were written, before their places are filled.
    """
    sentences = zip(*(checks[column].tolist() for column in COLUMNS), strict=True)
    return pd.Series([named(" ".join(words)) for words in sentences], index=checks.index, dtype=object)


def finding_faults(frames: Frames) -> Iterator[Fault]:
    """Every place in a sentence that nothing fits; silent while a table that it needs cannot be read."""
    for table, columns in SENTENCES.items():
        if table not in frames or not _needed(frames, table) <= frames.keys():
            continue
        answers = _tellers(frames, table)
        for row in frames[table][[*columns, ROW]].to_dict("records"):
            for column in columns:
                for problem in unresolved(str(row[column]), *answers):
                    yield Fault(
                        BY_NAME[table].file,
                        int(str(row[ROW])),
                        column,
                        problem.problem,
                        problem.placeholder,
                        problem.expected,
                    )


def _tellers(frames: Frames, table: str) -> tuple[Series, Ballots, Records]:
    """Who answers the places of a table: the series, the recorded votes and the records, as far as it asks
    for them.
    """
    needed = _needed(frames, table)
    return (
        series_of(frames),
        HeldVotes(frames) if "votes" in needed else NO_VOTES,
        HeldRecords(frames) if needed >= NEEDED else NO_RECORDS,
    )


def _needed(frames: Frames, table: str) -> set[str]:
    """The tables from which the sentences of a table take what they tell; the votes only if a place asks for
    them.
    """
    rows = frames[table]
    counts_votes = any(rows[column].str.contains(r"\{(?:votes?|share):").any() for column in SENTENCES[table])
    records = NEEDED if table in OF_RECORDS else ()
    return {*TABLES, *(("votes", "vote_topics") if counts_votes else ()), *records}


def _count(period: str, value: str, status: str) -> Count | None:
    if not is_number(value):
        return None
    try:
        days = parse_period(period) if period else None
    except ValueError:
        return None
    return Count(
        days.first if days else EARLIEST, days.last if days else LATEST, Decimal(value), status == "doubtful"
    )
