"""Series: the list follows the chosen series, and the record of a series has its own."""

from __future__ import annotations

from collections.abc import Callable

from dashboard.figures.dataset import Dataset
from dashboard.figures.record import figures_of_record
from dashboard.figures.series import CHOSEN, LIST, OF_RECORD, STRIP
from dashboard.figures.spec import RECORD
from dashboard.model.figure import EmptyFigure, Figure

Ask = Callable[..., Figure | EmptyFigure]


def test_the_meetings_of_all_series_are_drawn(ask: Ask) -> None:
    assert ask(STRIP).title == "2 meetings of 1 series, 2015–2018"


def test_the_list_follows_series_and_years(ask: Ask) -> None:
    whole, chosen = ask(LIST), ask(LIST, options={CHOSEN: "river-talks"}, years=(2016, 2022))
    assert isinstance(whole, Figure)
    assert isinstance(chosen, Figure)
    assert whole.record_ids == ("pipeline-agreement", "trade-round")
    assert chosen.record_ids == ("trade-round",)


def test_the_choices_are_all_series_by_name(dataset: Dataset) -> None:
    assert CHOSEN.choices_in(dataset) == {"all": "All series", "river-talks": "Talks on the river pipeline"}


def test_the_record_of_a_series_lists_its_meetings_of_all_years(ask: Ask, dataset: Dataset) -> None:
    figure = ask(OF_RECORD, options={RECORD: "river-talks"})
    assert isinstance(figure, Figure)
    assert figure.figure_id == "record-meetings"
    assert figure.title == "2 meetings by number and date; 0 numbers not found"
    assert OF_RECORD in figures_of_record(dataset, "river-talks")
