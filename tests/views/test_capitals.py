"""Which capitals tell of a record and which are silent, how many events each country tells, and who tells
alone.
"""

from __future__ import annotations

import altair as alt
import pandas as pd

from dashboard.model.figure import Chart, EmptyFigure, Figure, Grid, Listing
from dashboard.model.subject import Voice
from dashboard.views import capitals

TOLD = pd.DataFrame(
    [
        ("visit", "RUS", "supports", 2),
        ("visit", "IRN", "supports and disputes", 1),
        ("visit", "IND", "disputes", 1),
    ],
    columns=["record_id", "country", "stance", "sources"],
)
VOICES = (
    Voice("PAK", "Islamabad"),
    Voice("RUS", "Moscow"),
    Voice("IND", "Delhi"),
    Voice("USA", "Washington"),
    Voice("CHN", "Beijing"),
)
LABELS = {"trade": "Trade", "energy": "Energy", "society": "Society"}


def shown(answer: Figure | EmptyFigure) -> Figure:
    assert isinstance(answer, Figure)
    return answer


def test_five_capitals_are_named_even_where_they_are_silent() -> None:
    figure = shown(capitals.of_record(TOLD, "visit", VOICES))
    assert isinstance(figure.drawing, Grid)
    assert [[cell.text for cell in row] for row in figure.drawing.rows] == [
        ["Pakistan (Islamabad)", "silent", "0"],
        ["Russia (Moscow)", "reports it", "2"],
        ["India (Delhi)", "disputes it", "1"],
        ["United States (Washington)", "silent", "0"],
        ["China (Beijing)", "silent", "0"],
        ["Iran", "reports and disputes it", "1"],
    ]
    assert not any(row[2].tone for row in figure.drawing.rows), "numbers stand below each other"
    assert figure.title == "Told by sources of 3 countries; silent: Islamabad, Washington, Beijing"


def test_a_record_without_a_country_says_why() -> None:
    assert isinstance(capitals.of_record(TOLD, "other", VOICES), EmptyFigure)


def grouped(*rows: tuple[str, str, str]) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=["record_id", "country", "group"])


def test_events_are_counted_by_country_and_theme() -> None:
    rows = grouped(
        ("a", "RUS", "trade"),
        ("b", "RUS", "trade"),
        ("a", "PAK", "trade"),
        ("c", "PAK", "energy"),
        ("d", "RUS", "energy"),
    )
    figure = shown(capitals.events_by_country(rows, LABELS, "theme", "light"))
    assert isinstance(figure.drawing, Chart)
    counts = figure.drawing.data["counts"]
    assert {(row.country, row.group): row.events for row in counts.itertuples()} == {
        ("Russia", "Trade"): 2,
        ("Pakistan", "Trade"): 1,
        ("Pakistan", "Energy"): 1,
        ("Russia", "Energy"): 1,
    }
    assert figure.title == "Russia tells most: events by country of source and theme"
    assert "Russia 3, Pakistan 2" in figure.message
    alt.Chart.from_dict({**figure.drawing.spec, "data": {"values": []}}, validate=True)


def test_countries_that_tell_little_stand_together_and_last() -> None:
    codes = [f"A{one}{other}" for one in "ABCD" for other in "ABCD"][: capitals.MOST_COUNTRIES + 2]
    many = [(f"event-{number}", code, "trade") for code in codes for number in range(2)]
    many += [("event-9", code, "trade") for code in codes[: capitals.MOST_COUNTRIES]]
    figure = shown(capitals.events_by_country(grouped(*many), LABELS, "theme", "dark"))
    assert isinstance(figure.drawing, Chart)
    order = figure.drawing.data["counts"].groupby("row")["country"].first()
    assert order.iloc[-1] == capitals.OTHERS
    assert len(order) == capitals.MOST_COUNTRIES + 1
    counts = figure.drawing.data["counts"].set_index("country")["events"]
    assert counts[capitals.OTHERS] == 2, "an event that two of them tell counts once"


def test_as_many_countries_in_another_order_share_one_specification() -> None:
    """A browser builds a chart anew whose specification differs."""
    first = grouped(("a", "RUS", "trade"), ("b", "RUS", "trade"), ("a", "PAK", "energy"))
    second = grouped(("a", "PAK", "trade"), ("b", "PAK", "trade"), ("a", "RUS", "trade"))
    drawings = [
        shown(capitals.events_by_country(rows, LABELS, "theme", "light")).drawing for rows in (first, second)
    ]
    charts = [drawing for drawing in drawings if isinstance(drawing, Chart)]
    assert len(charts) == 2
    assert charts[0].spec == charts[1].spec
    counts = [chart.data["counts"].sort_values("row") for chart in charts]
    assert [rows["country"].iloc[0] for rows in counts] == ["Russia", "Pakistan"]


def test_no_country_says_why() -> None:
    assert isinstance(capitals.events_by_country(grouped(), LABELS, "era", "light"), EmptyFigure)


EVENTS = pd.DataFrame(
    {
        "event_id": ["a", "b", "c"],
        "title": ["First", "Second", "Third"],
        "date": ["1990", "1980", "1970"],
        "date_first": pd.to_datetime(["1990-01-01", "1980-01-01", "1970-01-01"]),
        "date_caption": ["1990", "1980", "1970"],
    }
)


def test_events_of_one_country_stand_under_it_in_order_of_time() -> None:
    alone = pd.DataFrame([("a", "RUS"), ("b", "RUS"), ("elsewhere", "PAK")], columns=["record_id", "country"])
    figure = shown(capitals.of_one_country(alone, EVENTS))
    assert isinstance(figure.drawing, Listing)
    ((heading, items),) = figure.drawing.groups
    assert heading == "Russia (2)"
    assert [item.record_id for item in items] == ["b", "a"]
    assert figure.title == "2 events of 3 are reported by one country’s sources only"


def test_a_single_event_of_one_country_is_told_in_the_singular() -> None:
    alone = pd.DataFrame([("a", "RUS")], columns=["record_id", "country"])
    title = shown(capitals.of_one_country(alone, EVENTS)).title
    assert title == "1 event of 3 is reported by one country’s sources only"


def test_no_event_of_one_country_says_so() -> None:
    assert isinstance(
        capitals.of_one_country(pd.DataFrame(columns=["record_id", "country"]), EVENTS), EmptyFigure
    )
