"""The timeline: the strip shows the choice in all years, lanes and list only the chosen events."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dashboard.figures.timeline import LANES, LIST, STRIP
from dashboard.model.figure import EmptyFigure, Figure

Ask = Callable[..., Figure | EmptyFigure]

ALL = [
    "early-contact",
    "treaty-1960",
    "border-1971",
    "pipeline-agreement",
    "visit-dropped",
    "trade-round",
    "deal-2020",
    "plan-2021",
]


def ids(figure: Figure | EmptyFigure) -> list[str]:
    assert isinstance(figure, Figure)
    return list(figure.rows["record_id"])


@pytest.mark.parametrize(
    ("choice", "turning", "flags"),
    [
        ({}, "2 turning points", {"Agreement on the river pipeline", "A deal on gas"}),
        ({"years": (1960, 1971)}, "2 turning points", {"Agreement on the river pipeline", "A deal on gas"}),
        ({"themes": ("trade",)}, "1 turning point", {"A deal on gas"}),
        # No dataset stands behind the agreement on the pipeline; the customs returns stand behind the deal.
        ({"years": (1960, 1971), "kinds": ("dataset",)}, "1 turning point", {"A deal on gas"}),
    ],
)
def test_the_strip_counts_and_names_turning_points_of_all_years(
    ask: Ask, choice: dict[str, object], turning: str, flags: set[str]
) -> None:
    figure = ask(STRIP, **choice)
    assert isinstance(figure, Figure)
    assert figure.title == f"The whole story, 1947–2022, in {turning}"
    assert {title for title in figure.rows["title"] if title in figure.message} == flags


@pytest.mark.parametrize(
    ("choice", "expected"),
    [
        ({}, ALL),
        ({"themes": ("energy",)}, ["pipeline-agreement", "deal-2020"]),
        ({"years": (1960, 2015)}, ["treaty-1960", "border-1971", "pipeline-agreement"]),
        ({"kinds": ("document",)}, ["pipeline-agreement", "visit-dropped"]),
    ],
)
def test_lanes_and_list_hold_the_chosen_events(
    ask: Ask, choice: dict[str, object], expected: list[str]
) -> None:
    lanes, listed = ask(LANES, **choice), ask(LIST, **choice)
    assert sorted(ids(lanes)) == sorted(expected)
    assert ids(listed) == expected
    first, last = choice.get("years", (1947, 2022))
    assert lanes.title == f"{len(expected)} events from {first} to {last}"


def test_an_event_stands_in_the_lane_of_the_theme_that_was_chosen(ask: Ask) -> None:
    def lane(**choice: object) -> str:
        figure = ask(LANES, **choice)
        assert isinstance(figure, Figure)
        return str(figure.rows.set_index("record_id").loc["deal-2020", "theme"])

    assert lane() == "energy"
    assert lane(themes=("trade",)) == "trade"
    assert lane(themes=("energy", "trade")) == "energy"


def test_a_mark_says_what_became_of_it_and_how_many_sources_tell_of_it(ask: Ask) -> None:
    figure = ask(LANES)
    assert isinstance(figure, Figure)
    rows = figure.rows.set_index("record_id")
    assert rows.loc["deal-2020", "sources"] == 3, "two issues of one paper are one source"
    assert rows.loc["treaty-1960", "sources"] == 2
    assert rows.loc["plan-2021", "status"] == "planned"
    assert rows.loc["visit-dropped", "status"] == "did not happen"


@pytest.mark.parametrize("spec", [LANES, LIST])
def test_without_an_event_the_reader_is_told_what_to_change(ask: Ask, spec: object) -> None:
    absence = ask(spec, years=(1980, 1990))
    assert isinstance(absence, EmptyFigure)
    assert absence.change == "Widen the years or clear a filter."


def test_dark_and_light_differ_in_colours_and_in_nothing_else(ask: Ask) -> None:
    light, dark = ask(LANES), ask(LANES, mode="dark")
    assert isinstance(light, Figure)
    assert isinstance(dark, Figure)
    assert (light.title, light.message, light.note) == (dark.title, dark.message, dark.note)
    assert light.rows.equals(dark.rows)
    assert "#332288" in str(light.drawing)
    assert "#a59bf2" in str(dark.drawing)
    assert "#332288" not in str(dark.drawing)
