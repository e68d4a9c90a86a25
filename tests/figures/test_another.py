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
from dashboard.figures.pages import BY_NAME, figures_in
from dashboard.figures.question import Question
from dashboard.figures.rendered import render
from dashboard.figures.spec import RECORD, SEARCH, FigureSpec
from dashboard.model.figure import Figure

FOREIGN = ("pakist", "russia", "soviet", "moscow", "ussr", "kashmir")


@pytest.fixture(scope="module")
def dataset(another: Path) -> Dataset:
    return Dataset(read_atlas(another))


def test_every_figure_is_built_and_leaves_in_every_form_without_a_word_of_another_pair(
    dataset: Dataset,
) -> None:
    for spec in figures_in(dataset).values():
        text = everything_of(spec, dataset)
        assert [word for word in FOREIGN if word in text] == [], spec.figure_id


def everything_of(spec: FigureSpec, dataset: Dataset) -> str:
    """All that a reader sees of a figure and takes from it."""
    question = Question(spec, dataset, options={RECORD: ("sea-cable",), SEARCH: ("cable",)})
    figure = question.answer()
    shown = render(figure, dataset)
    text = f"{shown.before} {shown.after} {figure}".lower()
    if isinstance(figure, Figure):
        exports = FigureExports(figure, dataset, Context("overview", "https://atlas.example/", {}, question))
        assert exports.packet()
        text += exports.rows().decode() + exports.context.sentence.lower() + str(exports.figure_item).lower()
        if exports.has_picture():
            text += exports.svg().decode().lower()
    return text


def test_the_page_of_families_shows_those_of_its_own_tables(dataset: Dataset) -> None:
    ids = [spec.figure_id for spec in BY_NAME["context"].figures_in(dataset)]
    assert ids == ["votes-agreement", "context-statements", "context-fish", "context-fish-total"]
    drawn = Question(figures_in(dataset)["context-fish"], dataset).answer()
    assert isinstance(drawn, Figure)
    assert drawn.title.startswith("Goods over the sea: ")
    assert drawn.subtitle == "Million US dollars, by two counts"


def test_codebook_and_descriptor_bear_its_name(dataset: Dataset) -> None:
    assert codebook(dataset.atlas).startswith("# Codebook of the Norway–Iceland Record")
    assert '"name": "norway-iceland-record"' in descriptor(dataset.atlas)
