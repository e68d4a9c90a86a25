"""Events by theme, years and kind of source."""

from __future__ import annotations

import pandas as pd
import pytest

from dashboard.data.atlas import Atlas
from dashboard.queries import events as ask


def ids(frame: pd.DataFrame) -> list[str]:
    return list(frame["event_id"])


@pytest.fixture
def events(small_atlas: Atlas) -> pd.DataFrame:
    return small_atlas["events"]


EVERY = ("early-contact", "pipeline-agreement", "visit-dropped", "trade-round")


@pytest.mark.parametrize(
    ("themes", "found"),
    [
        ((), list(EVERY)),
        (("energy",), ["pipeline-agreement"]),
        (("energy", "trade"), ["pipeline-agreement", "trade-round"]),
        (("diplomacy",), ["early-contact", "pipeline-agreement", "visit-dropped"]),
        (("sport",), []),
    ],
)
def test_an_event_is_found_under_each_of_its_themes(
    events: pd.DataFrame, themes: tuple[str, ...], found: list[str]
) -> None:
    assert ids(ask.with_themes(events, themes)) == found


@pytest.mark.parametrize(
    ("years", "found"),
    [
        ((1947, 2022), list(EVERY)),
        ((1955, 1955), ["early-contact"]),
        ((1960, 2014), []),
        ((2015, 2017), ["pipeline-agreement", "visit-dropped"]),
        ((2018, 2018), ["trade-round"]),
    ],
)
def test_an_event_is_found_in_every_year_that_it_may_belong_to(
    events: pd.DataFrame, years: tuple[int, int], found: list[str]
) -> None:
    assert ids(ask.in_years(events, "date", *years)) == found


def test_a_choice_is_all_of_themes_years_and_sources_in_order_of_time(events: pd.DataFrame) -> None:
    turned = events.iloc[::-1]
    assert ids(ask.chosen(turned, EVERY, (), 1947, 2022)) == list(EVERY)
    assert ids(ask.chosen(turned, EVERY, ("diplomacy",), 2000, 2022)) == [
        "pipeline-agreement",
        "visit-dropped",
    ]
    assert ids(ask.chosen(turned, {"visit-dropped"}, ("diplomacy",), 2000, 2022)) == ["visit-dropped"]
    assert ids(ask.chosen(turned, (), (), 1947, 2022)) == []


def test_an_event_counts_under_each_of_its_themes(events: pd.DataFrame) -> None:
    assert ask.theme_counts(events).to_dict() == {"diplomacy": 3, "energy": 1, "trade": 1}


@pytest.mark.parametrize(
    ("themes", "wanted", "lane"),
    [
        (("energy", "trade"), (), "energy"),
        (("energy", "trade"), ("trade",), "trade"),
        (("energy", "trade"), ("trade", "energy"), "energy"),
        (("energy",), ("trade",), "energy"),
    ],
)
def test_an_event_stands_in_the_lane_of_its_first_chosen_theme(
    themes: tuple[str, ...], wanted: tuple[str, ...], lane: str
) -> None:
    assert ask.lane_of(themes, wanted) == lane


def test_the_newest_come_first(events: pd.DataFrame) -> None:
    assert ids(ask.newest(events, 2)) == ["trade-round", "visit-dropped"]


def test_of_too_many_events_the_weightiest_stay_in_order_of_time() -> None:
    events = pd.DataFrame({"event_id": ["a", "b", "c", "d"], "weight": [2, 1, 2, 3]})
    sources = pd.Series({"a": 1, "b": 1, "c": 4, "d": 9})
    assert ids(ask.weightiest(events, sources, 2)) == ["b", "c"]
    assert ids(ask.weightiest(events, sources, 3)) == ["a", "b", "c"]
    assert ids(ask.weightiest(events, sources, 4)) == ["a", "b", "c", "d"]


def test_themes_of_nothing_leave_nothing_with_all_its_columns(events: pd.DataFrame) -> None:
    assert list(ask.with_themes(events.iloc[:0], ["energy"]).columns) == list(events.columns)
