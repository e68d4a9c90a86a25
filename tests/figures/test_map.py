"""The map: sections as of the last chosen year, places of the chosen events, what is on no map."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace

import pytest

from dashboard.figures.dataset import Dataset
from dashboard.figures.map import CHOSEN, DRAWING, EVENT_PLACES, ROUTES, TABLE, UNPLACED, VIEW, change_years
from dashboard.figures.question import Question
from dashboard.figures.spec import RECORD
from dashboard.model.figure import Deck, EmptyFigure, Figure, SvgImage

Ask = Callable[..., Figure | EmptyFigure]


@pytest.mark.parametrize(
    ("choice", "message"),
    [
        ({}, "A map as of 2022: 1 section of 1 project (1 stalled), 1 site and 3 places of events."),
        # By 2016 the project was agreed on; the section itself is known as of 2021 only.
        (
            {"years": (1947, 2016)},
            "A map as of 2016: 1 section of 1 project (1 agreed), 1 site and 1 place of events.",
        ),
        (
            {"themes": ("diplomacy",)},
            "A map as of 2022: 0 sections of 0 projects, 1 site and 1 place of events.",
        ),
    ],
)
def test_the_map_counts_what_it_shows(ask: Ask, choice: dict[str, object], message: str) -> None:
    figure = ask(ROUTES, **choice)
    assert isinstance(figure, Figure)
    assert figure.message.startswith(message)
    assert figure.note.endswith(
        "The line across the mountains is disputed, and no line here takes a position."
    )


def test_before_a_project_began_no_section_is_drawn(ask: Ask) -> None:
    assert isinstance(ask(TABLE, years=(1947, 2010)), EmptyFigure)


def test_the_map_moves_or_is_a_picture_and_both_show_the_same(ask: Ask) -> None:
    live, still = ask(ROUTES), ask(ROUTES, options={DRAWING: "picture"})
    assert isinstance(live, Figure)
    assert isinstance(still, Figure)
    assert isinstance(live.drawing, Deck)
    assert isinstance(still.drawing, SvgImage)
    assert live.rows.equals(still.rows)


def _first_view(answer: Figure | EmptyFigure) -> tuple[float, float, float]:
    assert isinstance(answer, Figure)
    assert isinstance(answer.drawing, Deck)
    view = json.loads(answer.drawing.json)["initialViewState"]
    return view["longitude"], view["latitude"], view["zoom"]


def test_the_first_view_goes_to_what_is_chosen_unless_the_reader_chose_a_view(ask: Ask) -> None:
    everything = _first_view(ask(ROUTES))
    place = _first_view(ask(ROUTES, options={RECORD: "meeting-house"}))
    assert place[:2] == pytest.approx((37.62, 55.75), abs=0.2)
    assert place != everything
    region = _first_view(ask(ROUTES, options={VIEW: "harbour"}))
    assert _first_view(ask(ROUTES, options={VIEW: "harbour", RECORD: "meeting-house"})) == region
    event = _first_view(ask(ROUTES, options={RECORD: "deal-2020"}))
    assert event == everything, "an event is no place of the map"


def test_a_view_frames_its_corners_and_a_phone_sees_less_of_it(dataset: Dataset) -> None:
    def seen(view: str, narrow: bool = False) -> str:
        figure = Question(ROUTES, dataset, options={VIEW: (view,)}, narrow=narrow).answer()
        assert isinstance(figure, Figure)
        assert isinstance(figure.drawing, Deck)
        return figure.drawing.json

    assert len({seen("routes"), seen("harbour"), seen("routes", narrow=True)}) == 3
    assert VIEW.choices_in(dataset) == {"routes": "All routes", "harbour": "The harbour"}


def test_in_a_window_the_legend_lies_on_the_map_and_a_picture_keeps_its_size(dataset: Dataset) -> None:
    def drawn(window: str, drawing: str = "live", narrow: bool = False) -> Deck | SvgImage:
        options = {DRAWING: (drawing,)}
        figure = Question(ROUTES, dataset, options=options, narrow=narrow, window=window).answer()
        assert isinstance(figure, Figure)
        assert isinstance(figure.drawing, Deck | SvgImage)
        return figure.drawing

    places, views = {}, set()
    for window in ("", "small", "medium", "large", "phone"):
        deck = drawn(window, narrow=window == "phone")
        assert isinstance(deck, Deck)
        places[window] = deck.legend_place
        views.add(json.dumps(json.loads(deck.json)["initialViewState"]))
    assert places == {"": "below", "small": "folded", "medium": "open", "large": "open", "phone": "folded"}
    assert len(views) == len(places)
    assert drawn("large", "picture") == drawn("", "picture")


@pytest.mark.parametrize(
    ("choice", "expected"),
    [
        (
            {},
            {
                ("deal-2020", "Northern Town"),
                ("pipeline-agreement", "Meeting House"),
                ("trade-round", "Meeting House"),
                ("trade-round", "Southern Port"),
            },
        ),
        ({"themes": ("energy",)}, {("deal-2020", "Northern Town"), ("pipeline-agreement", "Meeting House")}),
        ({"years": (2018, 2018)}, {("trade-round", "Meeting House"), ("trade-round", "Southern Port")}),
    ],
)
def test_events_stand_at_their_places(
    ask: Ask, choice: dict[str, object], expected: set[tuple[str, str]]
) -> None:
    figure = ask(EVENT_PLACES, **choice)
    assert isinstance(figure, Figure)
    assert set(figure.rows[["record_id", "place"]].itertuples(index=False, name=None)) == expected


def test_what_no_source_places_is_named(ask: Ask) -> None:
    figure = ask(UNPLACED)
    assert isinstance(figure, Figure)
    assert list(figure.record_ids) == ["somewhere"]
    assert figure.message.startswith("1 place that no source puts on the map")


@pytest.mark.parametrize(
    ("record_id", "title"),
    [
        ("river-pipeline", "Chosen: River pipeline"),
        ("river-line", "Chosen: River pipeline"),
        ("northern-town", "Chosen: Northern Town"),
    ],
)
def test_a_project_its_route_and_a_place_can_be_chosen(ask: Ask, record_id: str, title: str) -> None:
    assert ask(CHOSEN, options={RECORD: record_id}).title == title


@pytest.mark.parametrize("record_id", ["", "treaty-1960"])
def test_nothing_is_chosen_without_a_project_or_a_place(ask: Ask, record_id: str) -> None:
    assert isinstance(ask(CHOSEN, options={RECORD: record_id}), EmptyFigure)


def test_the_map_plays_through_the_years_in_which_a_project_with_a_route_changes(dataset: Dataset) -> None:
    assert change_years(dataset) == (2015,)
    milestones = dataset.atlas["milestones"].assign(project_id="without-a-route")
    frames = {**dataset.atlas.frames, "milestones": milestones}
    assert change_years(Dataset(replace(dataset.atlas, frames=frames))) == ()
