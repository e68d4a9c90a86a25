"""The overview: every headline's number, what is most telling, what is newest."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dashboard.figures.overview import DISAGREEMENTS, HEADLINES, NEWEST_EVENTS
from dashboard.model.figure import EmptyFigure, Figure, Headline

Ask = Callable[..., Figure | EmptyFigure]

EVENTS, SOURCES, TRADE, DISPUTED, CONTRADICTED = HEADLINES


def number(figure: Figure | EmptyFigure) -> tuple[str, str]:
    assert isinstance(figure, Figure)
    assert isinstance(figure.drawing, Headline)
    return figure.drawing.value, figure.drawing.unit


def ids(figure: Figure | EmptyFigure) -> list[str]:
    assert isinstance(figure, Figure)
    return list(figure.rows["record_id"])


@pytest.mark.parametrize(
    ("choice", "expected"),
    [
        ({}, ("8", "events, 1947–2022")),
        ({"themes": ("trade",)}, ("3", "events, 1947–2022")),
        ({"years": (1960, 2015)}, ("3", "events, 1960–2015")),
        ({"kinds": ("dataset",)}, ("1", "events, 1947–2022")),
    ],
)
def test_the_headline_of_events_counts_the_chosen_ones(
    ask: Ask, choice: dict[str, object], expected: tuple[str, str]
) -> None:
    assert number(ask(EVENTS, **choice)) == expected


@pytest.mark.parametrize(
    ("choice", "expected"),
    [
        # gazette-2015, gazette-2018, voice-2020, paper-2021, journal-1972, customs-2022
        ({}, "6"),
        # border-1971 and early-contact, pipeline-agreement, visit-dropped, plan-2021: all but the customs
        ({"themes": ("diplomacy",)}, "5"),
        ({"years": (1971, 1971)}, "1"),
    ],
)
def test_the_headline_of_sources_counts_those_behind_the_chosen_events(
    ask: Ask, choice: dict[str, object], expected: str
) -> None:
    assert number(ask(SOURCES, **choice)) == (expected, "sources behind these events")


@pytest.mark.parametrize(
    ("years", "expected"),
    [
        ((1947, 2022), ("251", "million US dollars of trade in 2016, as Russia counts")),
        ((1947, 2015), ("200", "million US dollars of trade in 2015, as Russia counts")),
        ((2016, 2016), ("251", "million US dollars of trade in 2016, as Russia counts")),
    ],
)
def test_the_headline_of_trade_is_the_last_count_of_both_directions(
    ask: Ask, years: tuple[int, int], expected: tuple[str, str]
) -> None:
    figure = ask(TRADE, years=years)
    assert number(figure) == expected
    assert ids(figure) == ["both-trade"]


def test_without_a_count_of_both_directions_trade_has_no_headline(ask: Ask) -> None:
    absence = ask(TRADE, years=(2018, 2018))
    assert isinstance(absence, EmptyFigure)
    assert absence.why == "No count of trade falls into these years."


@pytest.mark.parametrize(
    ("choice", "expected"),
    [
        ({}, {"pipeline-agreement", "treaty-1960", "deal-2020", "river-pipeline"}),
        ({"themes": ("trade",)}, {"treaty-1960", "deal-2020", "river-pipeline"}),
        ({"years": (2021, 2022)}, {"river-pipeline"}),
    ],
)
def test_the_headline_of_disagreement_counts_chosen_events_and_all_that_are_none(
    ask: Ask, choice: dict[str, object], expected: set[str]
) -> None:
    figure = ask(DISPUTED, **choice)
    assert set(ids(figure)) == expected
    assert number(figure) == (str(len(expected)), "records on which sources disagree")


def test_the_headline_of_checks_counts_those_that_are_contradicted(ask: Ask) -> None:
    figure = ask(CONTRADICTED)
    assert number(figure) == ("1", "of 3 tested statements contradicted by other evidence")
    assert ids(figure) == ["check-length"]


@pytest.mark.parametrize(
    ("choice", "expected"),
    [
        # Weight 1 with four rival values, weight 1 with three, weight 2 with two.
        ({}, ["deal-2020", "pipeline-agreement", "treaty-1960"]),
        ({"themes": ("diplomacy",)}, ["pipeline-agreement"]),
        ({"years": (1947, 2016)}, ["pipeline-agreement", "treaty-1960"]),
    ],
)
def test_disagreement_on_the_weightiest_events_with_most_rival_values_comes_first(
    ask: Ask, choice: dict[str, object], expected: list[str]
) -> None:
    figure = ask(DISAGREEMENTS, **choice)
    assert list(dict.fromkeys(ids(figure))) == expected
    assert (
        figure.title == f"{len(expected)} point{'s' if len(expected) > 1 else ''} on which sources disagree"
    )


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
