"""Weaknesses are counted and listed with their records; the reach names first, last and newest."""

from __future__ import annotations

from datetime import date

import pandas as pd

from dashboard.model.figure import EmptyFigure, Figure, Grid, Listing
from dashboard.views.method import Weakness, listing, reach, weaknesses

ALONE = Weakness("alone", "Events on one origin", [("visit", ""), ("talks", "")])
NONE = Weakness("none", "Plans that are past", [])
EVENTS = pd.DataFrame(
    [
        ("plan", "planned", "2030", "2030", "A plan"),
        ("talks", "happened", "1999", "1999", "Talks"),
        ("visit", "happened", "1950", "1950", "A visit"),
    ],
    columns=["event_id", "status", "date", "date_caption", "title"],
).assign(**dict.fromkeys(("date_first", "date_last"), pd.to_datetime(["2030", "1999", "1950"])))
SOURCES = pd.DataFrame(
    [("undated", "", "", "No day"), ("new", "2020", "2020", "Newest"), ("old", "1990", "1990", "Oldest")],
    columns=["source_id", "published", "published_caption", "title"],
).assign(published_first=pd.to_datetime([None, "2020", "1990"]))


def test_each_weakness_has_its_number_which_leads_to_its_list() -> None:
    figure = weaknesses([ALONE, NONE])
    assert isinstance(figure, Figure)
    assert isinstance(figure.drawing, Grid)
    assert [[cell.text for cell in row] for row in figure.drawing.rows] == [
        ["Events on one origin", "2"],
        ["Plans that are past", "0"],
    ]
    assert figure.drawing.rows[0][1].params == (("weakness", "alone"),)
    assert figure.record_ids == ("visit", "talks")
    assert figure.title == "Where the record is weak: events on one origin, 2"


def test_no_weakness_at_all_says_so() -> None:
    assert isinstance(weaknesses([NONE]), EmptyFigure)


def test_the_records_of_a_weakness_are_listed_by_kind_with_what_is_said() -> None:
    weak = Weakness("missing", "Numbers not found", [("river", "Number 2"), ("visit", "")])
    figure = listing(
        weak, {"river": "River talks", "visit": "A visit"}, {"river": "series", "visit": "events"}
    )
    assert isinstance(figure, Figure)
    assert isinstance(figure.drawing, Listing)
    assert figure.title == "Numbers not found: 2"
    assert [(heading, items[0].title, items[0].detail) for heading, items in figure.drawing.groups] == [
        ("Series of meetings (1)", "River talks", "Number 2"),
        ("Event (1)", "A visit", ""),
    ]


def test_a_weakness_without_records_says_so() -> None:
    assert isinstance(listing(NONE, {}, {}), EmptyFigure)


def test_the_record_reaches_from_the_first_to_the_last_event_that_happened() -> None:
    figure = reach(EVENTS, SOURCES, "1.2.3", date(2022, 3, 4))
    assert isinstance(figure, Figure)
    assert isinstance(figure.drawing, Grid)
    assert figure.title == "The record reaches from 1950 to 1999"
    assert figure.record_ids == ("visit", "talks", "new")
    assert [cell.text for cell in figure.drawing.rows[3]] == [
        "Last looked on",
        "4 March 2022",
        "Release 1.2.3, with 3 sources",
    ]


def test_a_span_does_not_begin_the_record_before_a_day_within_it() -> None:
    span = EVENTS.iloc[[2]].assign(
        event_id="span",
        date_caption="1949–1951",
        date_first=pd.Timestamp("1949"),
        date_last=pd.Timestamp("1951"),
    )
    figure = reach(pd.concat([EVENTS, span]), SOURCES, "1.2.3", date(2022, 3, 4))
    assert isinstance(figure, Figure)
    assert figure.record_ids == ("visit", "talks", "new")


def test_without_an_event_that_happened_there_is_no_reach() -> None:
    assert isinstance(
        reach(EVENTS[EVENTS["status"] == "planned"], SOURCES, "1.2.3", date(2022, 3, 4)), EmptyFigure
    )


def test_the_record_reaches_to_an_event_that_is_only_said_to_have_happened() -> None:
    claimed = EVENTS.iloc[[2]].assign(
        event_id="claimed",
        status="claimed",
        date_caption="2001",
        date_first=pd.Timestamp("2001"),
        date_last=pd.Timestamp("2001"),
    )
    figure = reach(pd.concat([EVENTS, claimed]), SOURCES, "1.2.3", date(2022, 3, 4))
    assert isinstance(figure, Figure)
    assert figure.title == "The record reaches from 1950 to 2001"
