"""Arguments: who supports and who disputes, in the order that was chosen."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dashboard.figures.arguments import MATRIX, ORDER, PAGE
from dashboard.figures.dataset import Dataset
from dashboard.model.figure import EmptyFigure, Figure
from dashboard.model.selection import Selection

Ask = Callable[..., Figure | EmptyFigure]


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        # Topics: A first thing, What they trade, Why they meet.
        ("topic", ["claim-first", "claim-trade", "claim-interests"]),
        # Supported by two, one and none.
        ("agreement", ["claim-trade", "claim-interests", "claim-first"]),
        # Disputed by one each of the first two; the more supported comes first.
        ("dispute", ["claim-interests", "claim-first", "claim-trade"]),
    ],
)
def test_arguments_stand_in_the_order_that_was_chosen(ask: Ask, order: str, expected: list[str]) -> None:
    figure = ask(MATRIX, options={ORDER: order})
    assert isinstance(figure, Figure)
    assert list(figure.rows["record_id"]) == expected


def test_stances_are_counted_by_document(ask: Ask) -> None:
    figure = ask(MATRIX)
    assert isinstance(figure, Figure)
    counts = figure.rows.set_index("record_id")[["supporting", "disputing"]]
    assert counts.loc["claim-trade"].tolist() == [2, 0]
    assert counts.loc["claim-interests"].tolist() == [1, 1]
    assert counts.loc["claim-first"].tolist() == [0, 1]
    assert figure.title.startswith("3 arguments: 1 made by more than one document")


@pytest.mark.parametrize(("theme", "expected"), [("trade", ["claim-trade"]), ("energy", ["claim-first"])])
def test_arguments_follow_the_themes(ask: Ask, theme: str, expected: list[str]) -> None:
    figure = ask(MATRIX, themes=(theme,), kinds=("news",), years=(1950, 1951))
    assert isinstance(figure, Figure)
    assert list(figure.record_ids) == expected


@pytest.mark.parametrize(("themes", "number"), [((), 3), (("trade",), 1), (("energy", "trade"), 2)])
def test_the_sentence_of_the_choice_counts_the_arguments_of_the_themes(
    dataset: Dataset, themes: tuple[str, ...], number: int
) -> None:
    assert PAGE.rows is not None
    assert PAGE.rows.number(dataset, Selection(themes, (), 1947, 2022)) == number
