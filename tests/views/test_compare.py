"""Rates lead to their records, means to their series, and presets keep the other period."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd
import pytest

from dashboard.model.comparison import Counted, Measured, Periods
from dashboard.model.figure import EmptyFigure, Figure, Grid, Listing
from dashboard.views.compare import misread, records, table

PERIODS: Periods = ((1965, 1971), (2014, 2021))
VISITS = Counted("kind-visit", "By kind", "Visit", (("a", "b"), ()))
TRADE = Measured("exports", "Trade", "Exports", "USD million", ((12.345, 2), (float("nan"), 0)))
ROWS = pd.DataFrame({"record_id": ["a", "b"]})
ERAS = {"Then": (1965, 1971), "Now": (2015, 2026)}


def grid() -> Grid:
    figure = table([VISITS], [TRADE], PERIODS, ROWS, ERAS)
    assert isinstance(figure, Figure)
    # 2 ÷ 7 = 0.29, and none in eight years.
    assert figure.title == "Visit on record: 0.29 a year in 1965–1971, 0 a year in 2014–2021"
    assert figure.subtitle == "1965–1971 and 2014–2021 face to face: counts a year, and means of series"
    assert isinstance(figure.drawing, Grid)
    return figure.drawing


def test_the_length_of_each_period_stands_in_its_heading() -> None:
    assert grid().header == ("Counted", "1965–1971 (7 years)", "2014–2021 (8 years)")


def test_a_count_is_a_rate_that_leads_to_its_records_and_none_is_nought() -> None:
    label, first, second = grid().rows[0]
    assert (label.text, first.text, second.text) == ("Visit", "0.29 a year (2)", "0")
    assert first.params == (("compare", "1965-1971,2014-2021"), ("number", "kind-visit-1"))
    assert second.params == ()


def test_a_mean_leads_to_its_series_and_says_over_how_many_years_it_is() -> None:
    label, first, second = grid().rows[1]
    assert label.text == "Exports, million US dollars"
    assert (first.text, first.record_id) == ("12.35 (mean of 2 years)", "exports")
    assert second.text == "–"


def test_an_era_replaces_one_period_and_the_chosen_one_is_no_link() -> None:
    first, second = grid().ways
    assert [cell.params for cell in first.cells] == [(), (("compare", "2015-2026,2014-2021"),)]
    assert second.cells[1].params == (("compare", "1965-1971,2015-2026"),)


def test_the_records_of_a_number_are_listed_with_their_dates() -> None:
    figure = records(VISITS, 0, PERIODS, {"a": "A visit", "b": "B visit"}, {"a": "1966"})
    assert isinstance(figure, Figure)
    assert figure.title == "Visit, 1965–1971: 2 records"
    assert isinstance(figure.drawing, Listing)
    assert [(item.title, item.when) for item in figure.drawing.groups[0][1]] == [
        ("A visit", "1966"),
        ("B visit", ""),
    ]


def test_no_number_no_records_and_no_two_ranges_are_told_apart() -> None:
    for answer in (records(None, 0, PERIODS, {}, {}), records(VISITS, 1, PERIODS, {}, {})):
        assert isinstance(answer, EmptyFigure)
        assert answer.why == "No number is chosen."
    assert misread("x").title == "“x” is not two ranges of years"
    assert isinstance(table([], [], PERIODS, ROWS.iloc[:0], ERAS), EmptyFigure)


@pytest.mark.parametrize(
    ("label", "unit", "words"),
    [
        ("Shared memberships of organisations", "organisations", "Shared memberships of organisations"),
        ("Deliveries (Index)", "Index, million", "Deliveries (Index), million"),
        ("Votes alike", "percent", "Votes alike, per cent"),
    ],
)
def test_a_unit_does_not_say_again_what_the_name_of_a_series_says(label: str, unit: str, words: str) -> None:
    series = replace(TRADE, label=label, unit=unit)
    figure = table([VISITS], [series], PERIODS, ROWS, ERAS)
    assert isinstance(figure, Figure)
    assert isinstance(figure.drawing, Grid)
    assert figure.drawing.rows[1][0].text == words
