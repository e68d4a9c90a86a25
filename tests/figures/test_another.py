"""Nothing is about one pair of countries: an Atlas of two others is checked, shown and taken away like
any.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from dashboard.data.atlas import read_atlas
from dashboard.data.codebook import codebook, descriptor
from dashboard.figures.address import Context
from dashboard.figures.dataset import Dataset
from dashboard.figures.figure_exports import FigureExports
from dashboard.figures.pages import FIGURES
from dashboard.figures.question import Question
from dashboard.figures.rendered import render
from dashboard.figures.spec import RECORD, SEARCH
from dashboard.model.figure import Figure

FOREIGN = ("pakist", "russia", "soviet", "moscow", "ussr", "kashmir")
# The families of this page are still named in the code: without their series they say that there is none.
OF_ONE_PAIR = "context-"


@pytest.fixture(scope="module")
def dataset(another: Path) -> Dataset:
    return Dataset(read_atlas(another))


@pytest.mark.parametrize(
    "figure_id", [figure_id for figure_id in FIGURES if not figure_id.startswith(OF_ONE_PAIR)]
)
def test_a_figure_is_built_and_leaves_in_every_form_without_a_word_of_another_pair(
    dataset: Dataset, figure_id: str
) -> None:
    question = Question(FIGURES[figure_id], dataset, options={RECORD: ("sea-cable",), SEARCH: ("cable",)})
    figure = question.answer()
    shown = render(figure, dataset)
    text = f"{shown.before} {shown.after} {figure}".lower()
    if isinstance(figure, Figure):
        exports = FigureExports(figure, dataset, Context("overview", "https://atlas.example/", {}, question))
        assert exports.packet()
        text += exports.rows().decode() + exports.context.sentence.lower() + str(exports.figure_item).lower()
        if exports.has_picture():
            text += exports.svg().decode().lower()
    assert [word for word in FOREIGN if word in text] == []


def test_codebook_and_descriptor_bear_its_name(dataset: Dataset) -> None:
    assert codebook(dataset.atlas).startswith("# Codebook of the Norway–Iceland Record")
    assert '"name": "norway-iceland-record"' in descriptor(dataset.atlas)
