"""The small map of a record holds every stop of its lines and some ground around its points."""

from __future__ import annotations

import pandas as pd

from dashboard.data.atlas import Atlas
from dashboard.figures.dataset import Dataset
from dashboard.figures.question import Question
from dashboard.figures.record_map import WHERE, corners_of, is_placed, points_of, sections_of
from dashboard.figures.spec import RECORD
from dashboard.model.figure import EmptyFigure, Figure


def answer(dataset: Dataset, record_id: str) -> Figure | EmptyFigure:
    return Question(WHERE, dataset, None, {RECORD: (record_id,)}).answer()


def test_a_view_holds_nine_degrees_east_and_west_of_a_point_and_three_north_and_south() -> None:
    points = pd.DataFrame({"longitude": [60.0], "latitude": [20.0]})
    lines = pd.DataFrame({"path": [[[10.0, 1.0], [20.0, 2.0]]]})
    assert corners_of(points, lines) == [[10.0, 1.0], [20.0, 2.0], [51.0, 17.0], [69.0, 23.0]]


def test_an_event_stands_where_it_was_a_place_where_it_lies_and_a_project_along_its_sections(
    small_atlas: Atlas,
) -> None:
    dataset = Dataset(small_atlas)
    assert list(points_of(dataset, "pipeline-agreement")["place_id"]) == ["meeting-house"]
    assert list(points_of(dataset, "southern-port")["place_id"]) == ["southern-port"]
    assert points_of(dataset, "river-pipeline").empty
    assert set(sections_of(dataset, "river-pipeline")["project_id"]) == {"river-pipeline"}
    assert list(sections_of(dataset, "river-line")["route_id"]) == ["river-line"]
    assert [
        is_placed(dataset, name) for name in ("trade-round", "river-line", "visit-dropped", "ada-minister")
    ] == [
        True,
        True,
        False,
        False,
    ]


def test_a_record_that_stands_on_no_map_and_one_that_there_is_not_have_none(small_atlas: Atlas) -> None:
    dataset = Dataset(small_atlas)
    assert isinstance(answer(dataset, "visit-dropped"), EmptyFigure)
    assert isinstance(answer(dataset, "no-such-record"), EmptyFigure)
    drawn = answer(dataset, "southern-port")
    assert isinstance(drawn, Figure)
    assert drawn.record_ids == ("southern-port",)
