"""People: terms by country, and an event's record shows the offices of its day."""

from __future__ import annotations

from collections.abc import Callable

from dashboard.figures.dataset import Dataset
from dashboard.figures.people import COUNTED, COUNTRY, MET, OF_EVENT, PAIRS, TERMS
from dashboard.figures.record import figures_of_record
from dashboard.figures.spec import RECORD
from dashboard.model.figure import EmptyFigure, Figure

Ask = Callable[..., Figure | EmptyFigure]


def test_the_terms_of_a_country_are_shown(ask: Ask, dataset: Dataset) -> None:
    assert COUNTRY.choices_in(dataset) == {"all": "All countries", "PAK": "Pakistan"}
    for choice in ("all", "PAK"):
        figure = ask(TERMS, options={COUNTRY: choice})
        assert isinstance(figure, Figure)
        assert figure.record_ids == ("term-ada-rivers",)


def test_an_event_whose_persons_held_no_known_office_says_so(ask: Ask, dataset: Dataset) -> None:
    assert isinstance(ask(OF_EVENT, options={RECORD: "pipeline-agreement"}), EmptyFigure)
    assert isinstance(ask(OF_EVENT, options={RECORD: "river-pipeline"}), EmptyFigure)
    assert OF_EVENT not in figures_of_record(dataset, "pipeline-agreement")


def test_visits_without_persons_of_both_sides_are_none(ask: Ask) -> None:
    assert isinstance(ask(MET), EmptyFigure)


def test_pairs_without_persons_of_both_sides_are_none_whatever_is_counted(ask: Ask) -> None:
    for counted in ("person", "office"):
        assert isinstance(ask(PAIRS, options={COUNTED: counted}), EmptyFigure)
