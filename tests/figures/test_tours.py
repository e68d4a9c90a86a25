"""The figure of the tours of the small Atlas, and the view of a step."""

from __future__ import annotations

from dashboard.figures.dataset import Dataset
from dashboard.figures.question import Question
from dashboard.figures.tour_step import step_of, steps_of
from dashboard.figures.tours import STEPS
from dashboard.model.figure import Figure, Grid


def test_the_figure_lists_each_step_with_the_way_to_its_view(dataset: Dataset) -> None:
    figure = Question(STEPS, dataset).answer()
    assert isinstance(figure, Figure)
    assert isinstance(figure.drawing, Grid)
    assert (figure.title, figure.message) == ("1 tour, 2 steps", "The river pipeline: 2 steps.")
    assert figure.record_ids == ("pipeline-agreement", "river-pipeline")
    number, sentence, view = figure.drawing.rows[1]
    assert (number.text, view.text, view.page) == ("2", "Trade", "trade")
    assert sentence.text == "The status of the line is: stalled."
    assert view.params == (("years", "2015"), ("years", "2016"), ("tour", "river"), ("step", "2"))
    assert figure.drawing.groups == {0: "The river pipeline"}


def test_a_step_knows_its_place_and_its_view(dataset: Dataset) -> None:
    step = step_of(dataset, "river", "2")
    assert step is not None
    assert (step.number, step.of, step.page) == (2, 2, "trade")
    assert step.params == {"years": ["2015", "2016"], "tour": ["river"], "step": ["2"]}
    assert [step_of(dataset, *wrong) for wrong in (("river", "3"), ("sea", "1"), ("river", "two"))] == [
        None
    ] * 3
    assert steps_of(dataset, "sea") == []
