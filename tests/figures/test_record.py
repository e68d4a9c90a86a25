"""The page of a record leads to its neighbours: meetings to their series, persons to their terms, texts to their signing."""

from __future__ import annotations

import pytest

from dashboard.data.atlas import Atlas
from dashboard.figures.dataset import Dataset
from dashboard.figures.question import Question
from dashboard.figures.record import RELATED, figures_of_record
from dashboard.figures.spec import RECORD
from dashboard.model.figure import Absence, Figure


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
