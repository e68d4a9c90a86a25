"""The small map of a record: where an event took place, a place lies, or the sections of a project run."""

from __future__ import annotations

import pandas as pd

from dashboard.data.base_map import read_layer
from dashboard.figures.dataset import Dataset
from dashboard.figures.lookup import row_of
from dashboard.figures.question import Question
from dashboard.figures.spec import RECORD, Answer, FigureSpec
from dashboard.queries import places as ask_places
from dashboard.queries import projects as ask_projects
from dashboard.views import record_map
from dashboard.views.map.picture import ground_of, picture
from dashboard.views.map.scene import scene
from dashboard.views.map.view import PHONE_WIDTH, WIDTH, View, framing

HEIGHT, PHONE_HEIGHT = 340, 240
# Degrees of ground to be seen on each side of a point.
AROUND_EAST, AROUND_NORTH = 9.0, 3.0


def is_placed(dataset: Dataset, record_id: str) -> bool:
    """Whether anything of a record stands on a map."""
    return len(points_of(dataset, record_id)) > 0 or len(sections_of(dataset, record_id)) > 0


def points_of(dataset: Dataset, record_id: str) -> pd.DataFrame:
    """The places of a record that are points: of an event where it took place, of a place itself."""
    places = dataset.frames.answer(
        ("located",), lambda: ask_places.located(dataset.atlas["places"]).assign(events=1)
    )
    table, row = row_of(dataset, record_id)
    named = {"events": "places", "places": "place_id"}.get(table)
    if not named:
        return places.iloc[:0]
    wanted = [row[named]] if table == "places" else list(row[named])
    return places[places["place_id"].isin(wanted)]


def sections_of(dataset: Dataset, record_id: str) -> pd.DataFrame:
    """The sections of a project, or the one that is the record."""
    sections = dataset.sections
    return sections[(sections["project_id"] == record_id) | (sections["route_id"] == record_id)]


def _where(question: Question) -> Answer:
    dataset, record_id = question.dataset, question.option(RECORD)
    if record_id not in dataset.atlas.table_of or not is_placed(dataset, record_id):
        return record_map.nowhere()
    points, year = points_of(dataset, record_id), dataset.atlas.span[1]
    status = ask_projects.status_in(dataset.atlas["milestones"], dataset.atlas["events"], year)
    lines = ask_places.lines_in(sections_of(dataset, record_id), status, year)
    view = _view(points, lines, question.narrow)
    stops = dataset.atlas["routes"]
    stops = stops[stops["route_id"].isin(lines["route_id"])]
    towns = ask_places.towns(dataset.atlas["places"], stops, points)
    drawn = scene(lines, points.iloc[:0], points, towns, read_layer("labels"), view, question.mode)
    layers = {layer: read_layer(layer) for layer in drawn.ground}
    svg_image = picture(drawn, ground_of(view, question.mode, layers))
    return record_map.where(record_id, dataset.titles[record_id], points, lines, svg_image)


def corners_of(points: pd.DataFrame, lines: pd.DataFrame) -> list[list[float]]:
    """What a view has to hold, as [longitude, latitude]: every stop of lines, the ground around points."""
    corners = [list(stop) for path in lines["path"] for stop in path]
    for longitude, latitude in zip(points["longitude"], points["latitude"], strict=True):
        corners.append([longitude - AROUND_EAST, latitude - AROUND_NORTH])
        corners.append([longitude + AROUND_EAST, latitude + AROUND_NORTH])
    return corners


def _view(points: pd.DataFrame, lines: pd.DataFrame, narrow: bool) -> View:
    width, height = (PHONE_WIDTH, PHONE_HEIGHT) if narrow else (WIDTH, HEIGHT)
    return framing(corners_of(points, lines), width, height)


WHERE = FigureSpec("record-map", _where, options=(RECORD,), fits_phone=True)
