"""What a record is connected with: marks on a line of years, and lists of which the long ones are folded."""

from __future__ import annotations

import pandas as pd
import pytest

from dashboard.model.figure import Chart, EmptyFigure, Figure, Listing
from dashboard.model.period import parse_period
from dashboard.views.connections import MOST_OPEN, Neighbour, around, related


def _events(*dates: str) -> pd.DataFrame:
    periods = [parse_period(date) for date in dates]
    return pd.DataFrame(
        {
            "event_id": [f"event-{place}" for place in range(len(dates))],
            "title": [f"Event {place}" for place in range(len(dates))],
            "date_first": pd.to_datetime([str(period.first) for period in periods]),
            "date_last": pd.to_datetime([str(period.last) for period in periods]),
            "date_caption": [period.caption for period in periods],
            "date_approximate": False,
            "kind": "visit",
            "status": "happened",
            "weight": 2,
        }
    )


def test_the_record_itself_stands_out_among_the_events_around_it() -> None:
    figure = around(
        "event-1", _events("1960", "1965-05", "1970"), pd.Series(dtype=int), (1947, 2026), "light"
    )
    assert isinstance(figure, Figure)
    assert isinstance(figure.drawing, Chart)
    marks = figure.drawing.data["events"]
    assert marks.loc[marks["here"], "record_id"].tolist() == ["event-1"]
    assert figure.title == "Before and after: 3 events, 1960–1970"


def test_the_line_of_years_is_that_of_the_events_with_a_year_of_room() -> None:
    figure = around("event-1", _events("1960", "1970"), pd.Series(dtype=int), (1947, 2026), "light")
    assert isinstance(figure, Figure)
    assert isinstance(figure.drawing, Chart)
    (low, high) = figure.drawing.spec["layer"][0]["encoding"]["x"]["scale"]["domain"]
    assert (low["year"], high["year"]) == (1959, 1972)


def test_one_event_alone_has_nothing_around_it() -> None:
    assert isinstance(
        around("event-0", _events("1960"), pd.Series(dtype=int), (1947, 2026), "dark"), EmptyFigure
    )


def _list(number: int, kind: str) -> list[Neighbour]:
    return [Neighbour(f"{kind}-{place}", f"{kind}-{place}", "") for place in range(number)]


def test_a_long_list_is_folded_and_a_short_one_stands_open() -> None:
    figure = related(
        "here",
        {"Few": _list(2, "few"), "Many": _list(MOST_OPEN + 1, "many"), "None": _list(0, "none")},
        pd.Series(),
    )
    assert isinstance(figure, Figure)
    assert isinstance(figure.drawing, Listing)
    assert [heading for heading, _ in figure.drawing.groups] == ["Few (2)", ""]
    assert [heading for heading, _ in figure.drawing.folds] == ["", f"Many ({MOST_OPEN + 1})"]
    assert figure.record_ids == ("here",)


def test_what_is_connected_with_nothing_says_so() -> None:
    assert isinstance(related("here", {"None": _list(0, "none")}, pd.Series()), EmptyFigure)


@pytest.mark.parametrize(
    ("sizes", "title"),
    [
        ({"Events": 1}, "1 record is connected with it"),
        ({"Events": 3, "Routes": 1}, "4 records are connected with it"),
        ({"Events": 4, "Routes": 1}, "5 records are connected with it, 4 of them events"),
        ({"Events": 3, "Routes": 3}, "6 records are connected with it"),
        ({"Behind checks": 7}, "7 records are connected with it, all of them checks"),
        ({"Who": 4, "Where": 2}, "6 records are connected with it, 4 of them persons and bodies"),
    ],
)
def test_the_title_counts_what_is_connected_and_names_the_kind_that_leads(
    sizes: dict[str, int], title: str
) -> None:
    figure = related("here", {kind: _list(size, kind) for kind, size in sizes.items()}, pd.Series())
    assert figure.title == title
