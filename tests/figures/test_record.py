"""A record whole: the figures that its kind has, what they hold, and the neighbours to which it leads."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dashboard.data.atlas import Atlas
from dashboard.figures.capitals import OF_RECORD
from dashboard.figures.dataset import Dataset
from dashboard.figures.question import Question
from dashboard.figures.record import (
    DISAGREEMENTS,
    FACTS,
    FOUND,
    LIFE,
    RELATED,
    SERIES,
    SIZES,
    figures_of_record,
)
from dashboard.figures.spec import RECORD, SEARCH, FigureSpec
from dashboard.model.figure import Absence, Figure

Ask = Callable[..., Figure | Absence]


@pytest.mark.parametrize(
    ("record_id", "specs"),
    [
        ("river-pipeline", (FACTS, LIFE, SIZES, OF_RECORD, DISAGREEMENTS, RELATED)),
        ("both-trade", (FACTS, SERIES, DISAGREEMENTS, RELATED)),
        ("deal-2020", (FACTS, OF_RECORD, DISAGREEMENTS, RELATED)),
    ],
)
def test_a_record_has_the_figures_of_its_kind(
    dataset: Dataset, record_id: str, specs: tuple[FigureSpec, ...]
) -> None:
    assert figures_of_record(dataset, record_id) == specs


def test_a_series_shows_its_values_in_order(ask: Ask) -> None:
    figure = ask(SERIES, options={RECORD: "both-trade"})
    assert isinstance(figure, Figure)
    assert [value for value in figure.rows["value"].tolist()] == [200.0, 251.4]


@pytest.mark.parametrize(
    ("record_id", "values"), [("deal-2020", 4), ("treaty-1960", 2), ("river-pipeline", 2)]
)
def test_disagreements_are_those_of_the_record(ask: Ask, record_id: str, values: int) -> None:
    figure = ask(DISAGREEMENTS, options={RECORD: record_id})
    assert isinstance(figure, Figure)
    assert set(figure.record_ids) == {record_id}
    assert len(figure.rows) == values


@pytest.mark.parametrize(
    ("record_id", "expected"),
    [
        ("river-pipeline", {"pipeline-agreement", "river-line"}),
        ("northern-town", {"deal-2020"}),
        ("river-line", {"river-pipeline"}),
    ],
)
def test_what_names_a_record_is_connected_with_it(ask: Ask, record_id: str, expected: set[str]) -> None:
    figure = ask(RELATED, options={RECORD: record_id})
    assert isinstance(figure, Figure)
    assert set(figure.record_ids) == expected


def test_without_a_record_there_are_no_facts(ask: Ask) -> None:
    absence = ask(FACTS, options={RECORD: ""})
    assert isinstance(absence, Absence)
    assert absence.why == "The link names no record."


@pytest.mark.parametrize(("query", "expected"), [("gas", {"deal-2020"}), ("treaty", {"treaty-1960"})])
def test_a_search_finds_records_by_their_words(ask: Ask, query: str, expected: set[str]) -> None:
    figure = ask(FOUND, options={SEARCH: query})
    assert isinstance(figure, Figure)
    assert expected <= set(figure.record_ids)
    assert f"“{query}”" in figure.title


@pytest.mark.parametrize(
    ("record_id", "neighbours"),
    [
        ("river-talks", ["pipeline-agreement", "trade-round"]),
        ("pipeline-agreement", ["early-contact", "river-talks", "river-agreement"]),
        ("river-agreement", ["pipeline-agreement"]),
        ("minister-of-rivers", ["term-ada-rivers"]),
        ("ada-minister", ["term-ada-rivers"]),
        ("term-ada-rivers", ["ada-minister", "minister-of-rivers"]),
    ],
)
def test_a_record_leads_to_its_neighbours(small_atlas: Atlas, record_id: str, neighbours: list[str]) -> None:
    figure = Question(RELATED, Dataset(small_atlas), options={RECORD: (record_id,)}).answer()
    assert isinstance(figure, Figure)
    assert set(neighbours) <= set(figure.record_ids)


def test_every_figure_of_every_record_can_be_built(small_atlas: Atlas) -> None:
    dataset = Dataset(small_atlas)
    for record_id in dataset.titles:
        for spec in figures_of_record(dataset, record_id):
            answer = Question(spec, dataset, options={RECORD: (record_id,)}).answer()
            assert isinstance(answer, Figure | Absence), (record_id, spec.figure_id)
