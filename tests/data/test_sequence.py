"""Events after others, numbers within a series and terms within an office are in an order that can be
true.
"""

from __future__ import annotations

import pandas as pd
import pytest

from dashboard.data.sequence import beyond_counting, held_twice, misnumbered, out_of_order
from dashboard.data.table import ROW


def frame(columns: str, *rows: tuple[str, ...]) -> pd.DataFrame:
    """Rows of texts, numbered from line 2."""
    return pd.DataFrame([(*row, line) for line, row in enumerate(rows, 2)], columns=[*columns.split(), ROW])


@pytest.mark.parametrize(
    ("earlier", "later", "wrong"),
    [
        ("1988-04-14", "1988", False),
        ("1988-04-14", "1988-08", False),
        ("1988", "1988-04-14", False),
        ("1989-02", "1988", True),
        ("1988-04-15", "1988-04-14", True),
        ("someday", "1988", False),
    ],
)
def test_an_event_does_not_follow_one_that_is_later(earlier: str, later: str, wrong: bool) -> None:
    events = frame("event_id date after", ("accords", earlier, ""), ("halt", later, "accords"))
    found = [(fault.row, fault.column, fault.found) for fault in out_of_order({"events": events})]
    assert found == ([(3, "after", later)] if wrong else [])


@pytest.mark.parametrize("after", [("c", "a", "b"), ("a", "", "")])
def test_events_do_not_follow_one_another_in_a_circle(after: tuple[str, str, str]) -> None:
    rows = [(event_id, "1988", before) for event_id, before in zip("abc", after, strict=True)]
    (fault,) = out_of_order({"events": frame("event_id date after", *rows)})
    assert fault.problem == "events follow one another in a circle"


SERIES = frame("series_id last_number", ("talks", "3"), ("visits", ""))


@pytest.mark.parametrize(
    ("series", "number", "status", "problem"),
    [
        ("", "2", "happened", "a number without a series"),
        ("talks", "4", "happened", "above the highest number of its series"),
        ("talks", "1", "happened", "round-1 has this number in the series talks"),
        ("talks", "1", "planned", ""),
        ("talks", "2", "happened", ""),
        ("talks", "", "happened", ""),
        ("visits", "9", "happened", ""),
    ],
)
def test_a_number_belongs_to_one_meeting_of_a_series(
    series: str, number: str, status: str, problem: str
) -> None:
    rows = [("round-1", "talks", "1", "happened"), ("round", series, number, status)]
    frames = {"events": frame("event_id series number status", *rows), "series": SERIES}
    found = [(fault.row, fault.problem) for fault in misnumbered(frames)]
    assert found == ([(3, problem)] if problem else [])


@pytest.mark.parametrize(
    ("first", "second", "wrong"),
    [
        ("1977-07-05/1988-08-17", "1988-08-17/1990-08-06", False),
        ("1977/1988", "1988/1990", False),
        ("1977-07-05/1988-08-17", "1988-08-01/1990", True),
        ("2000-05-07/..", "2008-05-07/2012-05-07", True),
        ("2012-05-07/..", "2008-05-07/2012-05-07", False),
        ("1990", "1990", False),
        ("unknown", "1990", False),
    ],
)
def test_two_persons_do_not_hold_one_office_at_once(first: str, second: str, wrong: bool) -> None:
    terms = [("a", "president", first, ""), ("b", "president", second, "")]
    found = [fault.row for fault in held_twice({"terms": frame("term_id office_id period note", *terms)})]
    assert found == ([3] if wrong else [])


def test_two_terms_may_overlap_in_other_offices_or_with_a_note() -> None:
    terms = [
        ("a", "president", "2000/2008", ""),
        ("b", "premier", "1999/2000-05", ""),
        ("c", "president", "2004", "Acting."),
    ]
    assert list(held_twice({"terms": frame("term_id office_id period note", *terms)})) == []


@pytest.mark.parametrize(
    ("number", "wrong"),
    [("", False), ("1", False), ("999", False), ("0", True), ("-3", True), ("1000", True), ("9" * 30, True)],
)
def test_the_highest_number_of_a_series_is_one_to_which_meetings_are_counted(
    number: str, wrong: bool
) -> None:
    series = frame("series_id last_number", ("talks", number))
    found = [(fault.row, fault.column, fault.found) for fault in beyond_counting({"series": series})]
    assert found == ([(2, "last_number", number)] if wrong else [])
