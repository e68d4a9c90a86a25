"""Agreements follow years and kind of text."""

from __future__ import annotations

from collections.abc import Callable

from dashboard.figures.agreements import KIND, TABLE
from dashboard.model.figure import EmptyFigure, Figure

Ask = Callable[..., Figure | EmptyFigure]


def test_all_texts_are_shown_unless_a_kind_is_chosen(ask: Ask) -> None:
    for kind in ("all", "agreement"):
        figure = ask(TABLE, options={KIND: kind})
        assert isinstance(figure, Figure)
        assert figure.record_ids == ("river-agreement",)
    assert isinstance(ask(TABLE, options={KIND: "treaty"}), EmptyFigure)


def test_a_text_goes_with_the_year_of_its_event(ask: Ask) -> None:
    assert isinstance(ask(TABLE, years=(2016, 2022)), EmptyFigure)
