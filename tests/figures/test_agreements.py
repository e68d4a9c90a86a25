"""Agreements follow years and kind of text."""

from __future__ import annotations

from collections.abc import Callable

from dashboard.figures.agreements import KIND, PAGE, TABLE
from dashboard.figures.dataset import Dataset
from dashboard.model.figure import EmptyFigure, Figure
from dashboard.model.selection import Selection

Ask = Callable[..., Figure | EmptyFigure]


def test_all_texts_are_shown_unless_a_kind_is_chosen(ask: Ask) -> None:
    for kind in ("all", "agreement"):
        figure = ask(TABLE, options={KIND: kind})
        assert isinstance(figure, Figure)
        assert figure.record_ids == ("river-agreement",)
    assert isinstance(ask(TABLE, options={KIND: "treaty"}), EmptyFigure)


def test_a_text_goes_with_the_year_of_its_event(ask: Ask) -> None:
    assert isinstance(ask(TABLE, years=(2016, 2022)), EmptyFigure)


def test_the_sentence_of_the_choice_counts_the_texts_of_its_events(dataset: Dataset) -> None:
    assert PAGE.rows is not None
    assert PAGE.rows.number(dataset, Selection((), (), 1947, 2022)) == 1
    assert PAGE.rows.number(dataset, Selection((), (), 2016, 2022)) == 0
    assert PAGE.rows.number(dataset, Selection(("trade",), (), 1947, 2022)) == 0
