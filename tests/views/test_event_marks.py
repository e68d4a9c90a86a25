"""Which events are drawn as dots, where their marks begin, and what is said where not all are drawn."""

from __future__ import annotations

from typing import Any

import pandas as pd
import pytest

from dashboard.model.figure import Figure, Listing
from dashboard.views.event_marks import (
    bands_of,
    begin_of,
    drawn_row,
    is_short,
    of_so_many,
    year_of,
)

Day = pd.Timestamp


def event(first: str, last: str, **cells: Any) -> dict[str, Any]:
    plain = {"event_id": "e", "title": "They met", "date_caption": "then", "date_approximate": False}
    days = {"date_first": Day(first).as_unit("s"), "date_last": Day(last).as_unit("s")}
    return {**plain, **days, "kind": "visit", "status": "happened", "weight": 2, **cells}


@pytest.mark.parametrize(
    ("last", "short"),
    [("1971-03-01", True), ("1971-05-02", True), ("1971-05-03", False), ("9999-12-31", False)],
)
def test_two_months_are_a_dot_and_a_day_more_is_a_stretch(last: str, short: bool) -> None:
    assert is_short(event("1971-03-01", last)) is short


@pytest.mark.parametrize(
    ("cells", "approximate"),
    [
        ({}, False),
        ({"date_approximate": True}, True),
        ({"status": "planned"}, True),
        ({"status": "claimed"}, True),
    ],
)
def test_what_is_not_sure_is_drawn_as_such(cells: dict[str, Any], approximate: bool) -> None:
    row = drawn_row(event("1971-03-01", "1971-03-01", **cells), pd.Series({"e": 3}), (1947, 2026))
    assert row["approximate"] is approximate
    assert row["sources"] == 3


def test_marks_stay_within_the_years() -> None:
    row = drawn_row(event("1940-01-01", "9999-12-31"), pd.Series(dtype=int), (1947, 2026))
    assert (row["from"], row["to"], row["lasting"], row["sources"]) == ("1947-01-01", "2026-12-31", True, 0)


def test_what_is_known_only_to_be_over_by_a_day_stands_at_that_day() -> None:
    over = event("0001-01-01", "1959-12-31")
    assert is_short(over)
    assert begin_of(over, (1947, 2026)).isoformat() == "1959-12-31"
    assert year_of(over) == 1959
    assert drawn_row(over, pd.Series(dtype=int), (1947, 2026))["approximate"]


def test_eras_that_touch_the_years_are_bands_of_two_shades_by_turns() -> None:
    eras = pd.DataFrame(
        {
            "era_id": ["c", "a", "b", "before"],
            "label": ["C", "A", "B", "Before"],
            "period_first": [Day("1991-01-01"), Day("1947-08-14"), Day("1960-01-01"), Day("1900-01-01")],
            "period_last": [Day("2020-12-31"), Day("1959-12-31"), Day("1990-12-31"), Day("1946-12-31")],
        }
    )
    bands = bands_of(eras, (1959, 1991))
    assert bands[["record_id", "from", "to", "shade"]].to_numpy().tolist() == [
        ["a", "1959-01-01", "1959-12-31", 0],
        ["b", "1960-01-01", "1990-12-31", 1],
        ["c", "1991-01-01", "1991-12-31", 0],
    ]


def test_a_figure_says_where_it_draws_fewer_than_were_chosen() -> None:
    figure = Figure(
        "f", "Events", Listing(()), pd.DataFrame({"record_id": ["e"]}), "A list.", note="Read on."
    )
    assert of_so_many(figure, 5, 5) is figure
    fewer = of_so_many(figure, 2000, 2001)
    assert isinstance(fewer, Figure)
    assert fewer.note == (
        "Read on. Drawn are the 2\u202f000 weightiest of the 2\u202f001 events of this choice; "
        "fewer years or themes show the others."
    )
