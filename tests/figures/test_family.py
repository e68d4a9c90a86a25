"""The families of series that the tables name: which figures a page has, what each option draws, sums beside
what is stated.
"""

from __future__ import annotations

import pytest

from dashboard.figures.dataset import Dataset
from dashboard.figures.family import charts_of, family_figures
from dashboard.figures.question import Question
from dashboard.model.figure import EmptyFigure, Figure
from dashboard.model.selection import Selection
from dashboard.views.facts import Place


def drawn(dataset: Dataset, place: int, years: tuple[int, int] = (1947, 2022), **chosen: str) -> Figure:
    spec = family_figures(dataset, "context")[place]
    options = {option: (chosen[option.name],) for option in spec.options if option.name in chosen}
    figure = Question(spec, dataset, Selection((), (), *years), options).answer()
    assert isinstance(figure, Figure)
    return figure


def test_a_page_has_one_figure_for_each_that_the_table_names_for_it(dataset: Dataset) -> None:
    specs = family_figures(dataset, "context")
    assert [spec.figure_id for spec in specs] == ["context-goods", "context-goods-total"]
    assert [[option.name for option in spec.options] for spec in specs] == [["way"], []]
    assert family_figures(dataset, "trade") == ()


def test_an_option_chooses_the_family_that_is_drawn(dataset: Dataset) -> None:
    out, received = drawn(dataset, 0, way="out"), drawn(dataset, 0, way="in")
    assert drawn(dataset, 0).title == out.title == "Goods sent: highest in 2018, 160"
    assert received.title.startswith("Goods received: ")
    assert set(out.rows["record_id"]) == {"pakistan-exports", "russia-imports", "trade-2018"}
    assert set(received.rows["record_id"]) == {"russia-imports"}


def test_a_family_shows_only_the_chosen_years(dataset: Dataset) -> None:
    assert set(drawn(dataset, 0, (2015, 2016)).rows["when"]) == {"2015", "2016"}
    assert set(drawn(dataset, 0, (2018, 2018)).rows["when"]) == {"2018"}


def test_a_sum_of_a_period_stands_beside_what_is_stated_and_both_follow_the_years(dataset: Dataset) -> None:
    figure = drawn(dataset, 1)
    shown = [tuple(row) for row in figure.rows[["record_id", "who", "value", "when", "by"]].to_numpy()]
    assert shown == [
        ("pakistan-exports", "Sent, by customs", 190.5, "2015–2016", "series"),
        ("trade-2018", "Voice 2020", 500.0, "2018", "document"),
    ]
    assert list(figure.rows["words"]) == ["190.5 million US dollars", "about 500 million US dollars"]
    # The sum stands wherever the years meet its period, and is always of all of it.
    assert list(drawn(dataset, 1, (2016, 2017)).rows["value"]) == [190.5]
    assert list(drawn(dataset, 1, (1990, 2015)).rows["value"]) == [190.5]
    assert list(drawn(dataset, 1, (2017, 2022)).rows["value"]) == [500.0]


@pytest.mark.parametrize("years", [(1990, 2014), (2019, 2022)])
def test_outside_the_period_and_of_what_is_stated_nothing_is_drawn(
    dataset: Dataset, years: tuple[int, int]
) -> None:
    spec = family_figures(dataset, "context")[1]
    assert isinstance(Question(spec, dataset, Selection((), (), *years)).answer(), EmptyFigure)


def test_a_series_is_drawn_where_it_is_a_member_under_the_choice_that_shows_it(dataset: Dataset) -> None:
    sent, total = (
        Place("Goods sent", "context", "context-goods", ()),
        Place("Goods since 2015", "context", "context-goods-total", ()),
    )
    assert charts_of(dataset, ["pakistan-exports"]) == [sent, total]
    assert charts_of(dataset, ["trade-2018"]) == [sent]
    assert charts_of(dataset, ["russia-imports"]) == [sent], "the first choice that shows it"
    assert charts_of(dataset, ["both-trade"]) == []
