"""New tables are tried before readers see them: every figure is built once, and each that fails is one
sentence.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from dashboard.data.atlas import Atlas
from dashboard.figures.dataset import Dataset
from dashboard.figures.pages import FIGURES, figures_in
from dashboard.figures.question import Question
from dashboard.figures.spec import RECORD, Answer, FigureSpec
from dashboard.figures.trial import trial_faults
from dashboard.model.figure import Chart, Figure


@pytest.fixture(scope="module")
def dataset(small_atlas: Atlas) -> Dataset:
    return Dataset(small_atlas)


def with_builder(build: Callable[[Question], Answer], *figure_ids: str) -> list[FigureSpec]:
    return [replace(spec, build=build) if spec.figure_id in figure_ids else spec for spec in FIGURES.values()]


def test_every_figure_can_be_built_from_sound_tables(dataset: Dataset) -> None:
    assert trial_faults(dataset) == []


def test_what_is_made_of_the_data_once_is_made_before_a_reader_asks(small_atlas: Atlas) -> None:
    fresh = Dataset(small_atlas)
    trial_faults(fresh)
    assert {"searched", "held", "counts"} <= set(vars(fresh))


def test_figures_that_the_data_name_are_tried_too(dataset: Dataset) -> None:
    (member,) = [row for row in figures_in(dataset) if row == "context-goods-total"]
    atlas = dataset.atlas
    without = {**atlas.frames, "family_members": atlas["family_members"].iloc[:0]}
    faults = trial_faults(Dataset(replace(atlas, frames=without)))
    assert {fault.file for fault in faults} == {"context-goods", member}


def test_every_figure_is_built_and_those_of_records_for_one_record_of_each_table(dataset: Dataset) -> None:
    built: list[tuple[str, str]] = []

    def noting(question: Question) -> Answer:
        spec = question.spec
        built.append((spec.figure_id, question.option(RECORD) if RECORD in spec.options else ""))
        return FIGURES[spec.figure_id].build(question)

    trial_faults(dataset, with_builder(noting, *FIGURES))
    assert {figure_id for figure_id, _ in built} == set(FIGURES)
    tables = {
        dataset.atlas.table_of[record]
        for figure_id, record in built
        if figure_id == "record-facts" and record
    }
    assert tables == set(dataset.index["table"])


def test_a_figure_that_cannot_be_built_is_one_sentence(dataset: Dataset) -> None:
    def broken(question: Question) -> Answer:
        raise KeyError(f"{question.years[0]}")

    (fault,) = trial_faults(dataset, with_builder(broken, "trade-lines"))
    start = (
        "trade-lines:0: the figure cannot be built from these tables, found \"KeyError: '1947'\", expected "
    )
    assert str(fault).startswith(start)
    assert "\n" not in str(fault)


def test_a_figure_of_a_record_that_cannot_be_built_names_the_record(dataset: Dataset) -> None:
    def broken(question: Question) -> Answer:
        if question.option(RECORD):
            raise KeyError("x")
        return FIGURES["record-life"].build(question)

    faults = trial_faults(dataset, with_builder(broken, "record-life"))
    project = dataset.atlas["projects"]["project_id"].iloc[0]
    assert [fault.problem for fault in faults] == [
        f"the figure of {project} cannot be built from these tables"
    ]


def test_a_chart_that_cannot_be_drawn_is_found_though_charts_are_drawn_when_they_are_opened(
    dataset: Dataset,
) -> None:
    def undrawable() -> tuple[dict[str, object], dict[str, object]]:
        raise ValueError("no years on the axis")

    def build(question: Question) -> Answer:
        built = FIGURES["trade-mirror"].build(question)
        assert isinstance(built, Figure)
        return replace(built, drawing=Chart.drawn_when_read(undrawable))

    (fault,) = trial_faults(dataset, with_builder(build, "trade-mirror"))
    assert (fault.file, fault.found) == ("trade-mirror", "ValueError: no years on the axis")
