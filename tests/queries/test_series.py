"""Meetings stand by series and date, and a number is missing where nothing is entered under it."""

from __future__ import annotations

import pandas as pd

from dashboard.queries.series import meetings, missing_numbers

SERIES = pd.DataFrame(
    [("river", "River talks", 4), ("sea", "Sea talks", float("nan")), ("air", "Air talks", 1)],
    columns=["series_id", "name", "last_number"],
)
EVENTS = pd.DataFrame(
    [
        ("s1", "sea", float("nan"), "2001"),
        ("r3", "river", 3, "2005"),
        ("alone", "", 2, "1999"),
        ("r1", "river", 1, "2003"),
        ("a1", "air", 1, "2000"),
    ],
    columns=["event_id", "series", "number", "date_first"],
)


def test_meetings_stand_in_the_order_of_the_series_and_then_of_time() -> None:
    held = meetings(EVENTS, SERIES)
    assert list(held["event_id"]) == ["r1", "r3", "s1", "a1"]
    assert list(held["name"]) == ["River talks", "River talks", "Sea talks", "Air talks"]


def test_numbers_up_to_the_highest_known_are_missing_where_no_event_bears_them() -> None:
    missing = missing_numbers(SERIES, EVENTS)
    assert list(missing.itertuples(index=False, name=None)) == [("river", 2), ("river", 4)]


def test_nothing_is_missing_of_series_without_a_highest_number() -> None:
    assert missing_numbers(SERIES[SERIES["series_id"] == "sea"], EVENTS).empty
