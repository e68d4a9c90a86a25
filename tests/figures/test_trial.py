"""New tables are tried before readers see them: every figure is built once, and each that fails is one sentence."""

from __future__ import annotations

import pytest

from dashboard.data.atlas import Atlas
from dashboard.figures.dataset import Dataset, dataset_of
from dashboard.figures.registry import FIGURES, Answer, Asked
from dashboard.figures.trial import trial_faults


@pytest.fixture(scope="module")
def dataset(small_atlas: Atlas) -> Dataset:
    return dataset_of(small_atlas)


def test_every_figure_can_be_built_from_sound_tables(dataset: Dataset) -> None:
    assert trial_faults(dataset) == []


def test_every_figure_is_built_and_those_of_records_for_one_record_of_each_table(dataset: Dataset) -> None:
    built: list[tuple[str, str]] = []

    def noting(figure_id: str) -> object:
        return lambda _, asked: built.append((figure_id, asked.option("record")))

    trial_faults(dataset, {figure_id: noting(figure_id) for figure_id in FIGURES})
    assert {figure_id for figure_id, _ in built} == set(FIGURES)
    tables = {dataset.atlas.table_of[record] for figure_id, record in built if figure_id == "record-facts" and record}
    assert tables == set(dataset.atlas.table_of.values())


def test_a_figure_that_cannot_be_built_is_one_sentence(dataset: Dataset) -> None:
    def broken(_: Dataset, asked: Asked) -> Answer:
        raise KeyError(f"{asked.selection.first_year}")

    (fault,) = trial_faults(dataset, {**FIGURES, "trade-lines": broken})
    assert str(fault).startswith("trade-lines:0: the figure cannot be built from these tables, found \"KeyError: '1947'\", expected ")
    assert "\n" not in str(fault)
