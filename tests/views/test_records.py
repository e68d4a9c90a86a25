"""What a record holds beside its facts: values with their status, sizes side by side, milestones in order."""

from __future__ import annotations

import pandas as pd
import pytest

from dashboard.model.figure import EmptyFigure, Figure, Grid
from dashboard.views import records

STATED = ["quantity_id", "indicator", "value", "qualifier", "unit", "period", "period_caption", "summary"]


def cells(figure: Figure | EmptyFigure) -> list[list[str]]:
    """The words of each row of a table."""
    assert isinstance(figure, Figure)
    assert isinstance(figure.drawing, Grid)
    return [[str(cell.text) for cell in row] for row in figure.drawing.rows]


def test_each_value_of_a_series_has_its_period_its_status_in_words_and_its_note() -> None:
    observations = pd.DataFrame(
        [
            ("2015", "2015", 1234.5, "observed", ""),
            ("2016-04/2017-03", "April 2016 – March 2017", 0.25, "doubtful", "Misprinted"),
        ],
        columns=["period", "period_caption", "value", "status", "note"],
    )
    figure = records.series("exports", observations, "USD million")
    assert cells(figure) == [
        ["2015", "1\u202f234.5", "observed", "–"],
        ["April 2016 – March 2017", "0.25", "doubtful", "Misprinted"],
    ]
    assert isinstance(figure, Figure)
    assert figure.title == "2 values, USD million"
    assert set(figure.rows["record_id"]) == {"exports"}


def test_what_sources_state_of_a_size_stands_with_its_period_in_words_and_who_states_it() -> None:
    stated = pd.DataFrame(
        [
            ("a", "length", 1100.0, "exact", "km", "2015-10", "October 2015", "As signed."),
            ("b", "length", 1000.0, "about", "km", "", "", "On paper."),
            ("c", "cost", 2.0, "up-to", "USD billion", "2018", "2018", "As told."),
        ],
        columns=STATED,
    )
    figure = records.sizes(stated, {"a": ("The Gazette",), "b": ("The Paper", "The Comment")})
    assert cells(figure) == [
        ["1\u202f100 km", "October 2015", "As signed.", "The Gazette"],
        ["about 1\u202f000 km", "–", "On paper.", "The Paper; The Comment"],
        ["up to 2 billion US dollars", "2018", "As told.", ""],
    ]
    assert isinstance(figure, Figure)
    assert isinstance(figure.drawing, Grid)
    assert dict(figure.drawing.groups) == {
        0: "Length: 1\u202f000 to 1\u202f100 km, 2 statements",
        2: "Cost: 2 billion US dollars",
    }
    assert figure.title == "3 numbers that sources state, side by side"


def test_each_milestone_has_its_date_the_status_from_then_on_and_leads_to_its_event() -> None:
    milestones = pd.DataFrame(
        [
            ("talks", "2015-10", "October 2015", "agreed", "Talks", ""),
            ("stop", "2017", "2017", "stalled", "Stop", "Why"),
        ],
        columns=["event_id", "date", "date_caption", "status", "title", "note"],
    )
    figure = records.life(milestones)
    assert cells(figure) == [
        ["October 2015", "agreed", "Talks", "–"],
        ["2017", "stalled", "Stop", "Why"],
    ]
    assert isinstance(figure, Figure)
    assert isinstance(figure.drawing, Grid)
    assert [row[2].record_id for row in figure.drawing.rows] == ["talks", "stop"]


@pytest.mark.parametrize(
    "figure",
    [
        records.series("x", pd.DataFrame(), "km"),
        records.sizes(pd.DataFrame(), {}),
        records.life(pd.DataFrame()),
    ],
)
def test_without_a_row_a_table_says_what_to_look_at(figure: Figure | EmptyFigure) -> None:
    assert isinstance(figure, EmptyFigure)
    assert figure.change.startswith(("Look at", "Its status"))


def test_many_stated_numbers_say_on_what_they_lie_furthest_apart() -> None:
    values = [("length", 1000.0), ("length", 1100.0), ("cost", 2.0), ("cost", 3.5), ("share", 26.0)]
    rows = [
        (f"q{at}", name, value, "exact", "km" if name == "length" else "USD billion", "", "", "Said.")
        for at, (name, value) in enumerate(values)
    ]
    stated = pd.DataFrame(rows, columns=STATED)
    said = "5 numbers that sources state; furthest apart on cost: 2 to 3.5 billion US dollars"
    assert records.sizes(stated, {}).title == said
    same = stated.assign(value=1.0)
    assert records.sizes(same, {}).title == "5 numbers that sources state, side by side"


def test_the_status_at_the_last_milestone_is_the_title_of_a_life() -> None:
    milestones = pd.DataFrame(
        [
            ("talks", "2015-10", "October 2015", "agreed", "Talks", ""),
            ("stop", "2017", "2017", "stalled", "Stop", ""),
        ],
        columns=["event_id", "date", "date_caption", "status", "title", "note"],
    )
    assert records.life(milestones).title == "Stalled, 2017: the latest of 2 milestones"
    assert records.life(milestones.head(1)).title == "Agreed, October 2015"
