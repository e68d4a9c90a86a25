"""Titles say what the values shown say, and no more."""

from __future__ import annotations

import pandas as pd
import pytest

from dashboard.data.atlas import Atlas
from dashboard.queries.places import located, places_of_events
from dashboard.views import title


def counts(*rows: tuple[int, float]) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=["year", "value"])


def observed(*rows: tuple[str, str, int, float]) -> pd.DataFrame:
    """Panel, series, year and value."""
    frame = pd.DataFrame(rows, columns=["panel", "indicator_id", "year", "value"])
    stamps = pd.to_datetime(frame["year"].astype(str))
    return frame.assign(period_first=stamps, period_caption=frame["year"].astype(str))


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        # 272.0 − 144.7 = 127.3 in 2016, 110 − 100 = 10 in 2015.
        (
            [(2015, 100.0), (2015, 110.0), (2016, 272.0), (2016, 144.7), (2016, 150.0)],
            "Three counts of 2016 differ by 127 million",
        ),
        ([(2015, 100.0), (2016, 40.0)], "The highest count is 100 million, in 2015"),
        # Two counts that agree to the last million find nothing.
        ([(2015, 100.0), (2015, 100.4), (2016, 40.0)], "The highest count is 100.4 million, in 2015"),
        ([(2016, 7.25)], "The highest count is 7.2 million, in 2016"),
    ],
)
def test_counts_differ_most_in_one_year_or_have_a_highest(rows: list[tuple[int, float]], said: str) -> None:
    assert title.counts_differ(counts(*rows), "million") == said


def test_the_peak_names_its_panel_where_there_are_several() -> None:
    one = observed(("From the south", "a", 1968, 199.4), ("From the south", "a", 1969, 20.0))
    assert title.peak(one) == "highest in 1968, 199"
    two = pd.concat([one, observed(("Aid (CRS)", "b", 1970, 3.0))])
    assert title.peak(two) == "highest in 1968, 199, from the south"
    assert title.peak(two[two["value"] < 20]) == "highest in 1970, 3"
    named = observed(("Aid (CRS)", "b", 1970, 30.128), ("From the south", "a", 1969, 20.0))
    assert title.peak(named) == "highest in 1970, 30.13, for “Aid (CRS)”"


def test_a_peak_that_comes_twice_is_said_to_come_first_in_the_earlier_year() -> None:
    assert title.peak(observed(("A", "a", 1990, 5.0), ("A", "a", 1980, 5.0))) == "highest first in 1980, 5"


def test_a_change_runs_from_the_first_to_the_last_value_of_the_first_series() -> None:
    rows = observed(("A", "a", 2014, 44.0), ("A", "a", 1947, 4.0), ("A", "b", 2020, 9.0))
    assert title.change(rows) == "4 in 1947, 44 in 2014"
    assert title.change(rows.iloc[:1]) == "44 in 2014"


def test_an_order_is_that_of_the_last_year_that_all_panels_have() -> None:
    rows = observed(
        ("With India", "a", 2018, 0.5),
        ("With India", "a", 2019, 0.9),
        ("With China", "b", 2018, 0.8),
        ("With China", "other", 2019, 0.1),
    )
    assert title.order(rows) == "in 2018 highest with China, 0.8, lowest with India, 0.5"
    # Panels that share no year have only a peak.
    apart = observed(("With India", "a", 2019, 0.9), ("With China", "b", 2018, 0.8))
    assert title.order(apart) == "highest in 2019, 0.9, with India"
    assert title.order(rows[rows["panel"] == "With India"]) == "highest in 2019, 0.9"


def test_panels_of_different_units_have_each_its_own_peak() -> None:
    rows = observed(("Tonnes", "a", 2016, 480.0), ("Tonnes", "a", 2017, 900.0), ("Hectares", "b", 2017, 5.0))
    assert title.peaks(rows) == "highest for “Tonnes” 900 in 2017 and for “Hectares” 5 in 2017"
    again = pd.concat([rows, observed(("Tonnes", "a", 2010, 900.0))])
    assert title.peaks(again).startswith("highest for “Tonnes” 900 in 2010")


def test_a_distance_is_that_of_the_last_year_in_which_each_panel_has_both_lines() -> None:
    rows = observed(
        ("A and B", "a", 2018, 0.5),
        ("A and B", "b", 2018, 0.75),
        ("A and C", "a", 2018, 0.5),
        ("A and C", "c", 2018, -2.0),
        ("A and B", "a", 2019, 0.0),
        ("A and B", "b", 2019, 9.0),
        ("A and C", "a", 2019, 0.0),
    )
    assert title.distance(rows) == "in 2018 nearest A and B, 0.25 apart, furthest A and C, 2.5"
    assert title.distance(rows[rows["panel"] == "A and B"]) == "in 2019 A and B, 9 apart"
    assert title.distance(rows[rows["indicator_id"] == "a"]) == "no year has both values of a pair"


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ([(1990, 1.0), (1985, 1.0), (1995, 1.0)], "in each of the 3 years counted, 1985–1995"),
        ([(1990, 1.0), (1985, 0.0)], "in 1 of the 2 years counted, 1985–1990"),
        ([(1990, 0.0), (1985, 0.0)], "in none of the 2 years counted, 1985–1990"),
        ([(1990, 1.0)], "yes in 1990, the one year counted"),
        ([(1990, 0.0)], "no in 1990, the one year counted"),
    ],
)
def test_a_yes_or_no_is_counted_over_the_years_shown(rows: list[tuple[int, float]], said: str) -> None:
    assert title.yes(observed(*(("A", "a", year, value) for year, value in rows))) == said


def test_a_family_without_a_finding_is_named_by_its_subject() -> None:
    rows = observed(("A", "a", 1990, 5.0))
    assert title.found("Ships", "", rows) == "Ships"
    assert title.found("Ships", "change", rows) == "Ships: 5 in 1990"


def test_totals_run_from_the_least_to_the_most() -> None:
    bars = pd.DataFrame({"value": [80.0, 20.0, 39.0], "words": ["over 80", "20", "39"]})
    assert title.spread("Losses", bars) == "Losses: from 20 to over 80"
    assert title.spread("Losses", bars.iloc[:1]) == "Losses"


@pytest.mark.parametrize(
    ("begun", "years", "said"),
    [
        # Of 20 the eleventh begins in 2010, and fourteen begin in or after it.
        (
            [1950] * 6 + [2010] * 6 + [2020] * 8,
            (1947, 2026),
            "14 of 20 events fall into the years since 2010",
        ),
        ([1950] * 19, (1947, 2026), "19 events from 1947 to 2026"),
        ([2010] * 30, (2010, 2014), "30 events from 2010 to 2014"),
        ([1947] * 30, (1947, 2026), "30 events from 1947 to 2026"),
        ([2012], (2012, 2012), "1 event in 2012"),
    ],
)
def test_half_of_many_events_have_a_beginning_and_few_are_counted(
    begun: list[int], years: tuple[int, int], said: str
) -> None:
    events = pd.DataFrame({"from": [f"{year}-05-01" for year in begun]})
    assert title.half_of(events, years) == said


@pytest.mark.parametrize(
    ("held", "leads"),
    [
        ({}, None),
        ({2016: 3}, ("2016", 3)),
        ({"a": 2, "b": 2, "c": 1}, None),
        ({"a": 1, "b": 4, "c": 3}, ("b", 4)),
    ],
)
def test_nothing_leads_where_another_has_as_many(held: dict[object, int], leads: object) -> None:
    assert title.leader(held) == leads


def test_few_places_hold_half_of_the_events_and_an_event_at_two_of_them_counts_once() -> None:
    first, second = [f"e{number}" for number in range(8)], [f"e{number}" for number in range(5, 11)]
    others = [[f"o{number}"] for number in range(11)]
    # 8 and 3 more are half of 22; counted twice, the two would seem to hold 14.
    assert (
        title.half_held([first, second, *others]) == "Two of 13 places hold half of the events with a place"
    )
    assert title.half_held([first + second, *others[:10], ["x"]]).startswith("One of 12 places holds half")
    assert title.half_held([first, second, *others[:8]]) == "", "of 19 events nothing is said"
    assert title.half_held([first + second, [f"x{number}" for number in range(11)]]) == "", "nor of 2 places"


def test_the_places_that_hold_half_of_the_record_are_counted_from_the_table(atlas: Atlas) -> None:
    points = set(located(atlas["places"])["place_id"])
    events = {row.event_id: set(row.places) & points for row in atlas["events"].itertuples() if row.places}
    there = {place: {event for event in events if place in events[event]} for place in points}
    ranked = sorted((place for place in there if there[place]), key=lambda place: (-len(there[place]), place))
    whole = set.union(*there.values())
    few = next(
        size
        for size in range(1, len(ranked))
        if 2 * len(set.union(*(there[place] for place in ranked[:size]))) >= len(whole)
    )
    words = {1: "One", 2: "Two", 3: "Three", 4: "Four", 5: "Five", 6: "Six", 7: "Seven"}[few]
    drawn = places_of_events(atlas["events"], atlas["places"])
    said = title.half_held(drawn["event_ids"].tolist())
    assert said.startswith(f"{words} of {len(ranked)} places hold")
