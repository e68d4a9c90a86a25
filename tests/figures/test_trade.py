"""Trade: each direction its own counts, a gap is the first count less the second, every number says who
states it.
"""

from __future__ import annotations

from collections.abc import Callable

import pandas as pd
import pytest

from dashboard.figures.trade import (
    COUNTS,
    DIRECTION,
    LINES,
    MIRROR,
    MIRROR_TABLE,
    SCALE,
    SORT,
    STATEMENTS,
    WORDS,
)
from dashboard.model.figure import Chart, EmptyFigure, Figure, Grid
from dashboard.views import mirror_trade

Ask = Callable[..., Figure | EmptyFigure]


def values(figure: Figure | EmptyFigure) -> set[tuple[str, str, float]]:
    assert isinstance(figure, Figure)
    return set(figure.rows[["record_id", "when", "value"]].itertuples(index=False, name=None))


TO_RUSSIA = "Pakistan to Russia or the USSR"
SENT = {
    ("pakistan-exports", "2015", 90.0),
    ("pakistan-exports", "2016", 100.5),
    ("pakistan-exports", "2018", 0.0),
}
RECEIVED = {("russia-imports", "2016", 150.5), ("russia-imports", "2018", 160.0)}


@pytest.mark.parametrize(
    ("choice", "title", "expected"),
    [
        # 160 − 0 in 2018, 150.5 − 100.5 in 2016.
        ({}, f"{TO_RUSSIA}: two counts of 2018 differ by 160 million US dollars", SENT | RECEIVED),
        (
            {"options": {DIRECTION: "total"}},
            "Both directions: the highest count is 251.4 million US dollars, in 2016",
            {("both-trade", "2015", 200.0), ("both-trade", "2016", 251.4), ("trade-2018", "2018", 500.0)},
        ),
        (
            {"years": (2016, 2016)},
            f"{TO_RUSSIA}: two counts of 2016 differ by 50 million US dollars",
            {("pakistan-exports", "2016", 100.5), ("russia-imports", "2016", 150.5)},
        ),
        (
            {"options": {SCALE: "log"}},
            f"{TO_RUSSIA}: two counts of 2018 differ by 160 million US dollars",
            (SENT | RECEIVED) - {("pakistan-exports", "2018", 0.0)},
        ),
    ],
)
def test_lines_hold_every_count_of_the_direction_and_no_doubtful_one(
    ask: Ask, choice: dict[str, object], title: str, expected: object
) -> None:
    figure = ask(LINES, **choice)
    first, last = choice.get("years", (1947, 2022))
    assert isinstance(figure, Figure)
    assert figure.title == title
    said = str(first) if first == last else f"{first}–{last}"
    assert figure.subtitle == f"Trade by reporter, million US dollars, {said}"
    assert values(figure) == expected


def test_a_direction_without_a_count_says_so(ask: Ask) -> None:
    absence = ask(LINES, options={DIRECTION: "to-pakistan"})
    assert isinstance(absence, EmptyFigure)
    assert absence.change == "Widen the years or choose another direction."


def test_only_a_logarithmic_scale_leaves_zeros_out_and_says_so(ask: Ask) -> None:
    linear, log = ask(LINES), ask(LINES, options={SCALE: "log"})
    assert isinstance(linear, Figure)
    assert isinstance(log, Figure)
    assert "1 value of 0 cannot stand on a logarithmic scale and is left out." in log.note
    assert "logarithmic" not in linear.note
    assert isinstance(linear.drawing, Chart)
    assert isinstance(log.drawing, Chart)
    assert "'type': 'log'" in str(log.drawing.spec)
    assert "'type': 'log'" not in str(linear.drawing.spec)


def test_a_gap_is_the_first_count_less_the_second_where_both_have_the_year(ask: Ask) -> None:
    table = ask(MIRROR_TABLE, options={COUNTS: "sender-receiver"})
    assert isinstance(table, Figure)
    assert isinstance(table.drawing, Grid)
    cells = [[cell.text for cell in row] for row in table.drawing.rows]
    assert [row[:4] for row in cells] == [
        ["2016", "150.5", "100.5", "50.0"],
        ["2018", "160.0", "0.0", "160.0"],
    ]
    assert cells[0][4] == "1.50"


@pytest.mark.parametrize("spec", [MIRROR, MIRROR_TABLE])
def test_two_counts_without_a_common_year_say_so(ask: Ask, spec: object) -> None:
    absence = ask(spec, years=(2015, 2015))
    assert isinstance(absence, EmptyFigure)
    assert absence.why == "The two counts have no year in common within this choice."


def test_the_mirror_says_the_widest_gap_and_names_both_counts_below(ask: Ask) -> None:
    figure = ask(MIRROR)
    assert isinstance(figure, Figure)
    # 150.5 − 100.5 in 2016, 160 − 0 in 2018.
    assert figure.title == "The same goods, counted twice: 160.0 million US dollars apart in 2018"
    counts = "Russia’s imports from Pakistan (customs) against Pakistan’s exports to Russia (customs)"
    assert figure.subtitle == f"{counts}, million US dollars"
    table = ask(MIRROR_TABLE)
    assert table.title == "The first count is the higher in 2 of 2 years"


def test_counts_that_agree_are_said_to_be_alike() -> None:
    gaps = pd.DataFrame({"year": [2015, 2016], "one": [5.0, 7.0], "other": [5.0, 7.01]})
    gaps = gaps.assign(gap=gaps["one"] - gaps["other"], ratio=gaps["one"] / gaps["other"])
    counted = pd.Series({"indicator_id": "a", "label": "Here: exports to There (X)", "partner": "There"})
    other = pd.Series({"indicator_id": "b", "label": "There: imports from Here (X)", "partner": "Here"})
    figure = mirror_trade.chart(gaps, counted, other, "light")
    assert figure.title == "The same goods, counted twice: alike in 2 years"


@pytest.mark.parametrize("years", [(1947, 2022), (2018, 2018)])
def test_a_stated_number_says_who_states_it_and_what_its_check_says(ask: Ask, years: tuple[int, int]) -> None:
    figure = ask(STATEMENTS, years=years)
    assert isinstance(figure, Figure)
    assert figure.title == "1 stated number of trade; 1 checked: 1 partly supported"
    assert figure.rows[["record_id", "value", "qualifier", "said_by"]].values.tolist() == [
        ["trade-2018", 500.0, "about", "Voice 2020; The Gazette"]
    ]
    assert "partly supported" in str(figure.drawing)


def test_a_number_outside_the_years_is_no_statement_of_them(ask: Ask) -> None:
    assert isinstance(ask(STATEMENTS, years=(2019, 2022)), EmptyFigure)


def test_stated_numbers_can_be_searched_and_stand_in_the_order_of_their_periods(ask: Ask) -> None:
    whole, latest = ask(STATEMENTS), ask(STATEMENTS, options={SORT: "latest"})
    assert isinstance(whole, Figure)
    assert isinstance(latest, Figure)
    assert set(latest.record_ids) == set(whole.record_ids)
    assert latest.drawing.header[0].way == "descending"  # type: ignore[union-attr]
    assert not latest.drawing.groups  # type: ignore[union-attr]
    assert isinstance(ask(STATEMENTS, options={WORDS: "nowhere-at-all"}), EmptyFigure)
    summary = str(whole.rows["summary"].iloc[0])
    found = ask(STATEMENTS, options={WORDS: summary})
    assert isinstance(found, Figure)
    assert set(found.rows["summary"]) == {summary}
