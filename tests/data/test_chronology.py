"""Nothing is dated outside the years of the Atlas or after what can be known, and nothing is counted
twice.
"""

from __future__ import annotations

from datetime import date

import pandas as pd
import pytest

from dashboard.data.chronology import (
    after_release,
    milestones_in_order,
    outside_the_years,
    overlapping_eras,
    overlapping_values,
    to_come,
)
from dashboard.data.table import ROW

RELEASED = date(2022, 6, 1)


def frame(columns: str, *rows: tuple[str, ...]) -> pd.DataFrame:
    """Rows of texts, numbered from line 2."""
    return pd.DataFrame([(*row, line) for line, row in enumerate(rows, 2)], columns=[*columns.split(), ROW])


@pytest.mark.parametrize(
    ("when", "status", "problem"),
    [
        ("1946-05-01", "happened", "before the first year that the Atlas shows"),
        ("1946-05-01", "planned", "before the first year that the Atlas shows"),
        ("1946/1948", "happened", ""),
        ("194X", "happened", ""),
        ("2022-06-02", "happened", "happened after the release"),
        ("2022-06-02", "claimed", "claimed after the release"),
        ("2022-06-01", "happened", ""),
        ("2022", "happened", ""),
        ("2022-12", "planned", ""),
        ("2022-12", "did-not-happen", ""),
        ("2030-01-15", "planned", "after the last year that the Atlas shows"),
        ("2030-01-15", "happened", "happened after the release"),
        ("soon", "happened", ""),
    ],
)
def test_an_event_is_on_the_pages_and_did_not_happen_after_the_release(
    when: str, status: str, problem: str
) -> None:
    faults = outside_the_years(frame("event_id date status", ("visit", when, status)), 1947, RELEASED)
    assert [(fault.row, fault.column, fault.problem) for fault in faults] == (
        [(2, "date", problem)] if problem else []
    )


@pytest.mark.parametrize(
    ("table", "column"),
    [
        ("projects", "status_as_of"),
        ("routes", "status_as_of"),
        ("observations", "period"),
        ("breaks", "period"),
    ],
)
def test_nothing_stood_or_was_counted_after_the_release(table: str, column: str) -> None:
    cells = [("2022-06-02",), ("2022-06-01",), ("2021-07/2022-06",), ("",), ("soon",)]
    (fault,) = after_release({table: frame(column, *cells)}, RELEASED)
    assert (fault.file, fault.row, fault.column, fault.problem) == (
        f"{table}.csv",
        2,
        column,
        "after the release",
    )


@pytest.mark.parametrize("column", ["published", "seen"])
def test_no_source_was_published_or_read_on_a_day_to_come(column: str) -> None:
    sources = frame("published seen", *[(day, day) for day in ("2022-06-03", "2022-06-02", "2022", "")])
    faults = [
        (fault.row, fault.column, fault.problem)
        for fault in to_come({"sources": sources}, date(2022, 6, 1))
        if fault.column == column
    ]
    assert faults == [(2, column, "a day to come")]


def test_no_audit_was_made_on_a_day_to_come() -> None:
    fields = ("audit of 2022-06-03", "audit 2 of 2022-06-02", "event")
    readings = frame("record_id field", *[("visit", field) for field in fields])
    sources = frame("published seen", ("", ""))
    faults = list(to_come({"sources": sources, "readings": readings}, date(2022, 6, 1)))
    assert [(fault.row, fault.column, fault.found) for fault in faults] == [
        (2, "field", "audit of 2022-06-03")
    ]


def test_milestones_of_a_project_stand_in_the_order_of_their_dates() -> None:
    events = frame(
        "event_id date", ("agreed", "2015"), ("begun", "2016-03"), ("built", "2016"), ("undated", "soon")
    )
    rows = [("line", "agreed"), ("road", "built"), ("line", "begun"), ("line", "built"), ("line", "undated")]
    (fault,) = milestones_in_order({"events": events, "milestones": frame("project_id event_id", *rows)})
    assert (fault.row, fault.column, fault.problem) == (5, "event_id", "a milestone of line out of order")


@pytest.mark.parametrize(
    ("periods", "rows"),
    [
        (("2015", "2016", "2017"), []),
        (("2016", "2015-07/2016-06"), [2]),
        (("2015-07/2016-06", "2016-07/2017-06"), []),
        (("2015", "2015-03"), [3]),
        (("2015", "2015"), []),
    ],
)
def test_no_day_is_counted_twice_in_one_series(periods: tuple[str, ...], rows: list[int]) -> None:
    values = [("exports", period) for period in periods]
    observations = frame("indicator_id period", *values, ("imports", "2015"))
    assert [fault.row for fault in overlapping_values({"observations": observations})] == rows


def test_eras_do_not_share_a_day() -> None:
    assert list(overlapping_eras({"eras": frame("period", ("1947/1965",), ("1966/..",))})) == []
    (fault,) = overlapping_eras({"eras": frame("period", ("1947/1966",), ("1966/..",))})
    assert (fault.file, fault.row, fault.problem) == ("eras.csv", 3, "overlaps another era")


def test_a_vote_after_the_release_is_told_with_its_row() -> None:
    votes = pd.DataFrame({"date": ["2022-05-31", "2022-06", "2022-06-01", "2022-06-02", "2022-07"]})
    found = after_release({"votes": votes}, RELEASED)
    assert [(fault.file, fault.row, fault.found) for fault in found] == [
        ("votes.parquet", 4, "2022-06-02"),
        ("votes.parquet", 5, "2022-07"),
    ]
