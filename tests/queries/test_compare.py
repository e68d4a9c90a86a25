"""Two ranges of years are read from a link, and records count once, where they begin."""

from __future__ import annotations

import pandas as pd
import pytest

from dashboard.queries.compare import beginning_in, counted_by, counted_whole, measured, read_periods

SPAN = (1947, 2026)
PERIODS = ((1965, 1971), (2014, 2021))
EVENTS = pd.DataFrame(
    {
        "event_id": ["a", "b", "c", "d"],
        "kind": ["visit", "visit", "vote", "call"],
        "themes": [("trade", "energy"), ("trade",), (), ("energy",)],
        "date_first": pd.to_datetime(["1965-01-01", "2021-12-31", "2014-05-01", "1980-01-01"]),
    }
)


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        ("1965-1971,2014-2021", PERIODS),
        ("1971–1965, 2014–2021", PERIODS),
        ("1900-1971,2014-2099", ((1947, 1971), (2014, 2026))),
        ("2014-2021", None),
        ("1965-1971;2014-2021", None),
        ("١٩٦٥-1971,2014-2021", None),
        ("", None),
    ],
)
def test_two_ranges_are_read_in_either_order_and_within_the_years_that_there_are(text, periods) -> None:
    assert read_periods(text, SPAN) == periods


def test_both_ends_of_a_range_are_within_it() -> None:
    assert beginning_in(EVENTS, (2014, 2021))["event_id"].tolist() == ["b", "c"]


def test_an_event_counts_under_each_of_its_themes_and_what_has_none_is_left_out() -> None:
    labels = {"trade": "Trade", "energy": "Energy", "society": "Society"}
    trade, energy = counted_by("By theme", EVENTS, "themes", labels, PERIODS)
    assert (trade.key, trade.label, trade.records) == ("themes-trade", "Trade", (("a",), ("b",)))
    assert energy.records == (("a",), ())


def test_a_record_that_is_told_twice_counts_once() -> None:
    twice = pd.concat([EVENTS, EVENTS])
    whole = counted_whole("all", "Events", "All", twice, "event_id", PERIODS)
    assert whole.records == (("a",), ("b", "c"))


def test_a_mean_says_over_how_many_years_it_is_and_a_series_of_other_years_is_left_out() -> None:
    yearly = pd.DataFrame(
        {
            "indicator_id": ["x", "x", "x", "y"],
            "label": ["X", "X", "X", "Y"],
            "unit": "km",
            "year": [1965, 1966, 2014, 1990],
            "value": [1.0, 3.0, 5.0, 7.0],
        }
    )
    (series,) = measured("Series", yearly, PERIODS)
    assert (series.record_id, series.means) == ("x", ((2.0, 2), (5.0, 1)))
