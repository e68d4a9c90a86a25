"""The overview: three findings, what is most telling, what is newest."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dashboard.figures.overview import COUNTS, DISAGREEMENTS, NEWEST_EVENTS, STATUSES
from dashboard.model.figure import EmptyFigure, Figure

Ask = Callable[..., Figure | EmptyFigure]


def ids(figure: Figure | EmptyFigure) -> list[str]:
    assert isinstance(figure, Figure)
    return list(figure.rows["record_id"])


def test_no_flow_that_was_counted_once_is_said_to_be_counted_twice(ask: Ask) -> None:
    assert isinstance(ask(COUNTS, years=(1950, 1950)), EmptyFigure)


def test_the_statuses_are_those_of_the_last_chosen_year(ask: Ask) -> None:
    early, late = ask(STATUSES, years=(1947, 2014)), ask(STATUSES)
    assert isinstance(early, EmptyFigure)
    assert ids(late) == ["river-pipeline"]


@pytest.mark.parametrize(
    ("choice", "expected", "of"),
    [
        # Weight 1 with four rival values, weight 1 with three, weight 2 with two; the length of a project is
        # the fourth of all.
        ({}, ["deal-2020", "pipeline-agreement", "treaty-1960"], "3 of 4 points"),
        ({"themes": ("diplomacy",)}, ["pipeline-agreement"], "1 of 4 points"),
        ({"years": (1947, 2016)}, ["pipeline-agreement", "treaty-1960"], "2 of 4 points"),
    ],
)
def test_disagreement_on_the_weightiest_events_with_most_rival_values_comes_first(
    ask: Ask, choice: dict[str, object], expected: list[str], of: str
) -> None:
    figure = ask(DISAGREEMENTS, **choice)
    assert list(dict.fromkeys(ids(figure))) == expected
    assert figure.title == f"{of} on which sources disagree"


@pytest.mark.parametrize(
    ("choice", "expected"),
    [
        ({}, ["plan-2021", "deal-2020", "trade-round", "visit-dropped", "pipeline-agreement", "border-1971"]),
        ({"themes": ("trade",)}, ["deal-2020", "trade-round", "treaty-1960"]),
        ({"years": (1947, 1971)}, ["border-1971", "treaty-1960", "early-contact"]),
    ],
)
def test_the_six_latest_events_stand_newest_first(
    ask: Ask, choice: dict[str, object], expected: list[str]
) -> None:
    figure = ask(NEWEST_EVENTS, **choice)
    assert ids(figure) == expected
    assert figure.message == f"The latest {len(expected)} events, newest first."
