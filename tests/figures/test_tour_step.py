"""A step of a tour is a view with its parameters, its sentence, and its place among the others."""

from __future__ import annotations

from dataclasses import replace

from dashboard.figures.dataset import Dataset
from dashboard.figures.tour_step import astray, step_of, steps_of


def test_the_steps_of_a_tour_stand_in_order_each_with_its_view(dataset: Dataset) -> None:
    first, second = steps_of(dataset, "river")
    assert (first.number, first.of, first.page, first.title) == (1, 2, "record", "The river pipeline")
    assert (second.number, second.of, second.page) == (2, 2, "trade")
    assert first.sentence == "On 16 October 2015 the two governments agreed to build it."
    assert second.params == {"years": ["2015", "2016"], "tour": ["river"], "step": ["2"]}
    assert steps_of(dataset, "mountain") == []


def test_a_step_is_found_by_the_words_of_a_link(dataset: Dataset) -> None:
    found = step_of(dataset, "river", "2")
    assert found is not None
    assert found.page == "trade"
    for tour, number in (("river", "0"), ("river", "3"), ("river", ""), ("mountain", "1")):
        assert step_of(dataset, tour, number) is None


def test_a_step_that_leads_to_no_view_is_a_fault_with_what_is_wrong(dataset: Dataset) -> None:
    assert list(astray(dataset)) == []
    tours = dataset.atlas["tours"]
    for column, value, found in (
        ("page", "nowhere", "page nowhere"),
        ("query", "years=2015", "years"),
        ("query", "id=nothing-at-all", "nothing-at-all"),
        ("query", "theme=poetry", "poetry"),
    ):
        wrong = tours.copy()
        wrong.loc[wrong.index[0], column] = value
        frames = {**dataset.atlas.frames, "tours": wrong}
        (fault,) = astray(Dataset(replace(dataset.atlas, frames=frames)))
        assert fault.problem == "step 1 of river leads to no view"
        assert found in fault.found
