"""The figures of the map."""

from __future__ import annotations

import pandas as pd

from dashboard.data.base_map import read_layer
from dashboard.figures.dataset import Dataset
from dashboard.figures.lookup import events_naming
from dashboard.figures.question import Question
from dashboard.figures.record_map import corners_of, points_of, sections_of
from dashboard.figures.spec import (
    EVENT_ROWS,
    EVENTS,
    LAST_YEAR,
    RECORD,
    THEMES,
    Answer,
    FigureSpec,
    Option,
    PageSpec,
    Words,
)
from dashboard.model.figure import Deck, LegendPlace, SvgImage
from dashboard.queries import events as ask_events
from dashboard.queries import map_years as ask_years
from dashboard.queries import places as ask_places
from dashboard.queries import projects as ask_projects
from dashboard.views import places
from dashboard.views.map import chosen
from dashboard.views.map.picture import ground_of, picture
from dashboard.views.map.scene import Scene, scene
from dashboard.views.map.view import LARGE, MEDIUM, PHONE, WINDOWS, Canvas, View

DRAWING = Option("drawing", "Map", {"live": "Interactive", "picture": "Picture"})
_ALL_ROUTES = "routes"


def _views(dataset: Dataset) -> Words:
    views = dataset.atlas.subject.views
    return {_ALL_ROUTES: "All routes", **{view.id: view.label for view in views}}


VIEW = Option("view", "View", _views)
_WORLD = ((-170.0, 75.0), (170.0, -55.0))
_LINEAR = ("rail", "road", "pipeline")


def _lines(question: Question) -> pd.DataFrame:
    """The sections of the chosen themes as of the last chosen year, which are found once for all themes."""
    dataset, year = question.dataset, question.last_year

    def as_of() -> pd.DataFrame:
        status = ask_projects.status_in(dataset.atlas["milestones"], dataset.atlas["events"], year)
        return ask_places.lines_in(dataset.sections, status, year)

    return ask_events.with_themes(dataset.frames.answer(("lines", year), as_of), question.themes)


def _happenings(question: Question) -> pd.DataFrame:
    """The places of the chosen events, found once for the whole map."""
    dataset = question.dataset

    def found() -> pd.DataFrame:
        return ask_places.places_of_events(question.events, dataset.atlas["places"])

    return dataset.frames.answer(("places of events", question.followed), found)


def map_scene(question: Question) -> Scene:
    """The scene of the reader's choice, for the live map and for its picture."""
    atlas = question.dataset.atlas
    lines, happenings = _lines(question), _happenings(question)
    drawn = atlas["routes"][atlas["routes"]["route_id"].isin(lines["route_id"])]
    towns = ask_places.towns(atlas["places"], drawn, happenings)
    sites = ask_places.sites(atlas["places"])
    labels, record_id = read_layer("labels"), question.option(RECORD)
    return scene(lines, sites, happenings, towns, labels, _view(question), question.mode, record_id)


def _view(question: Question) -> View:
    """The chosen first view. That of the routes frames the chosen project or place if there is one, else
    every section, so that the map stands still whatever themes are chosen.
    """
    canvas = _canvas(question)
    corners = {view.id: view.corners for view in question.dataset.atlas.subject.views}
    chosen_view = corners.get(question.option(VIEW))
    if chosen_view:
        return canvas.framing(chosen_view)
    chosen_stops = _stops_of(question.dataset, question.option(RECORD))
    if chosen_stops:
        return canvas.framing(chosen_stops)
    stops = [stop for path in question.dataset.sections["path"] for stop in path]
    return canvas.framing(stops or [corner for view in corners.values() for corner in view] or _WORLD)


def _canvas(question: Question) -> Canvas:
    """A live map fills the window, with its controls on it; a picture has a size of its own."""
    if question.narrow:
        return WINDOWS[PHONE]
    if question.window and question.option(DRAWING) != "picture":
        return WINDOWS[question.window]
    return Canvas()


def _stops_of(dataset: Dataset, record_id: str) -> list[list[float]]:
    """The stops of a project or a section; of a place its surroundings; of anything else none."""
    if dataset.atlas.table_of.get(record_id, "") not in ("projects", "routes", "places"):
        return []
    points, sections = points_of(dataset, record_id), sections_of(dataset, record_id)
    return corners_of(points, sections)


def _routes(question: Question) -> Answer:
    """The map, live or as a picture: both show the same scene."""
    sites = ask_places.sites(question.dataset.atlas["places"])
    as_picture = question.option(DRAWING) == "picture"
    drawing = _picture(question, alone=False) if as_picture else _live(question)
    note = question.dataset.atlas.subject.map_note
    return places.route_map(drawing, _lines(question), sites, _happenings(question), question.last_year, note)


def _live(question: Question) -> Deck:
    """The scene to move and zoom; in a window its legend lies on it, open where there is room."""
    legend: LegendPlace = "below"
    if question.window:
        legend = "open" if question.window in (MEDIUM, LARGE) else "folded"
    return places.live(map_scene(question), legend)


def _still(question: Question) -> SvgImage:
    return _picture(question, alone=True)


def _picture(question: Question, alone: bool) -> SvgImage:
    """The picture of the scene; `alone` it holds its own legend."""
    drawn = map_scene(question)
    layers = {layer: read_layer(layer) for layer in drawn.ground}
    key = ("ground", drawn.view, drawn.mode)
    ground = question.dataset.texts.answer(key, lambda: ground_of(drawn.view, drawn.mode, layers))
    return picture(drawn, ground, alone)


def _table(question: Question) -> Answer:
    return places.route_table(_lines(question), question.last_year)


def _events(question: Question) -> Answer:
    return places.event_places(_happenings(question), question.dataset.atlas["events"])


def _unplaced(question: Question) -> Answer:
    atlas = question.dataset.atlas
    projects = ask_events.with_themes(atlas["projects"], question.themes)
    drawn = projects["project_id"].isin(atlas["routes"]["project_id"])
    projects = projects[projects["kind"].isin(_LINEAR) & ~drawn]
    labels = [feature["properties"] for feature in read_layer("labels")["features"]]
    countries = {label["code"]: label["name"] for label in labels}
    return places.off_the_map(projects, ask_places.unplaced(atlas["places"], question.events), countries)


def _chosen(question: Question) -> Answer:
    atlas, record_id = question.dataset.atlas, question.option(RECORD)
    table = atlas.table_of.get(record_id, "")
    if table == "routes":
        routes = atlas["routes"]
        record_id = str(routes.loc[routes["route_id"] == record_id, "project_id"].iloc[0])
        table = "projects"
    if table == "projects":
        return _chosen_project(question, record_id)
    if table == "places":
        place = atlas["places"].set_index("place_id").loc[record_id].to_dict()
        events = events_naming(question.dataset, record_id)
        return chosen.place(record_id, place, events, question.dataset.counts)
    return chosen.nothing()


def _chosen_project(question: Question, project_id: str) -> Answer:
    atlas = question.dataset.atlas
    project = atlas["projects"].set_index("project_id").loc[project_id].to_dict()
    milestones = ask_projects.life(atlas["milestones"], atlas["events"], project_id)
    sizes = ask_projects.stated_sizes(atlas["quantities"], project_id)
    lines = _lines(question)
    lines = lines[lines["project_id"] == project_id]
    events = events_naming(question.dataset, project_id)
    return chosen.project(project_id, project, milestones, sizes, lines, events, question.dataset.counts)


def change_years(dataset: Dataset) -> tuple[int, ...]:
    """The years in which a project with a route reaches another status."""
    atlas = dataset.atlas
    projects = set(atlas["routes"]["project_id"])
    return ask_years.change_years(atlas["milestones"], atlas["events"], projects, atlas.span)


ROUTES = FigureSpec(
    "map-routes", _routes, EVENTS, (VIEW, DRAWING, RECORD), still=_still, fits_phone=True, fits_window=True
)
CHOSEN = FigureSpec("map-chosen", _chosen, frozenset({THEMES, LAST_YEAR}), (RECORD,))
TABLE = FigureSpec("map-table", _table, frozenset({THEMES, LAST_YEAR}))
EVENT_PLACES = FigureSpec("map-events", _events, EVENTS)
UNPLACED = FigureSpec("map-unplaced", _unplaced, EVENTS)

PAGE = PageSpec(
    "map",
    "Map",
    "Where, and what of it exists?",
    figures=(ROUTES, CHOSEN, TABLE, EVENT_PLACES, UNPLACED),
    rows=EVENT_ROWS,
)
