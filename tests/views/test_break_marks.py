"""A break is drawn upright in its panels, named by its kind, and said in words with what changes."""

from __future__ import annotations

import altair as alt
import pandas as pd
import pytest

from dashboard.data.atlas import Atlas
from dashboard.model.figure import Chart, Figure
from dashboard.queries import context as ask
from dashboard.views import break_marks, context, panel_layout, trade
from dashboard.views.theme import layered

BREAKS = pd.DataFrame(
    [
        ("a", "Upper", "A", "coverage", "Domestic incidents too.", "1998", pd.Timestamp(1998, 1, 1)),
        ("b", "Upper", "B", "coverage", "Domestic incidents too.", "1998", pd.Timestamp(1998, 1, 1)),
        ("c", "Lower", "C", "territory", "Without the East.", "1972", pd.Timestamp(1972, 1, 1)),
    ],
    columns=["indicator_id", "panel", "label", "kind", "note", "period_caption", "period_first"],
)
X, Y = alt.X("x:T"), alt.Y("y:Q", scale=alt.Scale(domain=[0, 1]), axis=None)


def test_series_that_break_alike_share_one_line() -> None:
    drawn = break_marks.across(BREAKS)
    assert list(zip(drawn["x"], drawn["words"], strict=True)) == [
        ("1972-01-01", "break: territory"),
        ("1998-01-01", "break: coverage"),
    ]


@pytest.mark.parametrize(("year", "after"), [(1973, True), (1976, True), (1979, False)])
def test_words_stand_after_a_line_that_has_another_close_before_it(year: int, after: bool) -> None:
    breaks = BREAKS.iloc[[2, 2]].assign(period_first=[pd.Timestamp(1972, 1, 1), pd.Timestamp(year, 1, 1)])
    assert list(break_marks.across(breaks)["after"]) == [False, after]


def test_a_line_is_as_high_as_the_panel_of_its_series() -> None:
    panels = panel_layout.bands(["Upper", "Lower"], {"Upper": [1.0], "Lower": [1.0]}, common=True)
    drawn = break_marks.in_panels(BREAKS, panels).set_index("panel")
    for panel in panels:
        assert (drawn.loc[panel.name, "foot"], drawn.loc[panel.name, "y"]) == (
            panel.foot,
            panel.foot + panel.height,
        )


def test_words_say_series_year_kind_and_change_and_the_note_says_each_once() -> None:
    assert break_marks.in_words(BREAKS).startswith(
        " Break in 1998, A (coverage): Domestic incidents too. Break in 1998, B"
    )
    assert break_marks.explained(BREAKS) == [
        break_marks.EXPLAINED,
        "1998: Domestic incidents too.",
        "1972: Without the East.",
    ]


def test_without_a_break_nothing_is_drawn_or_said() -> None:
    none = break_marks.across(break_marks.NONE)
    assert (break_marks.data(none), break_marks.layers(none, X, Y, "light")) == ({}, [])
    assert (break_marks.in_words(break_marks.NONE), break_marks.explained(break_marks.NONE)) == ("", [])
    panels = panel_layout.bands(["Upper"], {"Upper": [1.0]}, common=True)
    assert break_marks.in_panels(break_marks.NONE, panels).empty


def test_the_lines_are_valid_vega_lite() -> None:
    drawn = break_marks.layers(break_marks.between(BREAKS, "y", 0, 1), X, Y, "dark")
    alt.LayerChart.from_dict(layered(drawn, "dark"), validate=True)


def test_the_change_of_what_rand_counts_is_drawn(atlas: Atlas) -> None:
    family = ask.families(atlas["family_members"])["deaths"]
    observed = ask.observed(family, atlas["indicators"], atlas["observations"], 1947, 2026, atlas["breaks"])
    breaks = ask.breaks_in(observed, atlas["breaks"])
    told = ask.comparable(family, atlas["quantities"], 1947, 2026).assign(by="document")
    figure = context.family(
        context.Look("Deaths", "line", True, ""),
        "context-deaths",
        observed,
        told,
        (1947, 2026),
        "light",
        breaks,
    )
    assert isinstance(figure, Figure)
    assert isinstance(figure.drawing, Chart)
    ruled = figure.drawing.data[break_marks.NAME]
    assert ("Terrorism (RAND)", "1998-01-01") in set(zip(ruled["panel"], ruled["x"], strict=True))
    assert "Until 1997 only international incidents" in figure.message
    assert "Until 1997 only international incidents" in figure.note


def test_a_line_of_trade_stops_at_a_break() -> None:
    series = pd.DataFrame(
        {
            "indicator_id": "a",
            "label": "One (IMF DOTS)",
            "reporter": "Russia",
            "year": [1997, 1998, 1999],
            "value": [1.0, 2.0, 3.0],
            "status": "observed",
            "period_caption": ["1997", "1998", "1999"],
        }
    )
    assert trade.segments(series)["segment"].nunique() == 1
    assert list(trade.segments(series, BREAKS).groupby("segment").size()) == [1, 2]
