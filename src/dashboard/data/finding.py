"""How findings get their numbers: from the observations, the stated numbers and the recorded votes, when the
tables are read.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

import pandas as pd

from dashboard.data.cells import is_number
from dashboard.data.table import ROW
from dashboard.data.vote_count import HeldVotes
from dashboard.model.fault import Fault
from dashboard.model.finding import NO_VOTES, Count, Series, filled, unresolved
from dashboard.model.period import EARLIEST, LATEST, parse_period

COLUMNS = ("finding", "correct_value")
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


def with_findings(frames: Frames) -> pd.DataFrame:
    """The checks, their findings filled. Raises Unresolved where `finding_faults` would name a fault."""
    series, checks = series_of(frames), frames["checks"]
    ballots = HeldVotes(frames) if "votes" in _needed(checks) else NO_VOTES
    return checks.assign(
        **{
            column: pd.Series(
                [filled(text, series, ballots) for text in checks[column]], index=checks.index, dtype="str"
            )
            for column in COLUMNS
        }
    )


def finding_faults(frames: Frames) -> Iterator[Fault]:
    """Every place for a number in a finding that no number fits; silent while a table that it needs cannot be
    read.
    """
    if "checks" not in frames or not _needed(frames["checks"]) <= frames.keys():
        return
    series = series_of(frames)
    ballots = HeldVotes(frames) if "votes" in _needed(frames["checks"]) else NO_VOTES
    for row in frames["checks"][[*COLUMNS, ROW]].to_dict("records"):
        for column in COLUMNS:
            for problem in unresolved(str(row[column]), series, ballots):
                yield Fault(
                    "checks.csv",
                    int(str(row[ROW])),
                    column,
                    problem.problem,
                    problem.placeholder,
                    problem.expected,
                )


def _needed(checks: pd.DataFrame) -> set[str]:
    """The tables from which the checks take numbers; the votes only if a place asks for them."""
    counts_votes = any(checks[column].str.contains(r"\{(?:votes?|share):").any() for column in COLUMNS)
    return {*TABLES, *(("votes", "vote_topics") if counts_votes else ())}


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
