"""The figures of the map."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pandas as pd

from dashboard.data.base_map import read_layer
from dashboard.figures.cache import SingleFlightCache
from dashboard.figures.dataset import Dataset
from dashboard.figures.question import Answer, Asked, Builder, chosen_events, parts_of
from dashboard.model.figure import Plate
from dashboard.queries import events as ask_events
from dashboard.queries import places as ask_places
from dashboard.queries import projects as ask_projects
from dashboard.views import places
from dashboard.views.map import chosen
from dashboard.views.map.picture import ground_of, picture
from dashboard.views.map.scene import Scene, scene
from dashboard.views.map.view import PAKISTAN, PHONE_WIDTH, REGION, WIDTH, View, framing
from dashboard.views.markup import Markup

DRAWINGS = {"live": "To move and zoom", "picture": "As a picture"}
VIEWS = {"routes": "All routes", "pakistan": "Pakistan", "moscow": "Moscow to the Arabian Sea"}
_CORNERS = {"pakistan": PAKISTAN, "moscow": REGION}
_SECTIONS: SingleFlightCache[pd.DataFrame] = SingleFlightCache(2)
_LINES: SingleFlightCache[pd.DataFrame] = SingleFlightCache(64)
_HAPPENINGS: SingleFlightCache[pd.DataFrame] = SingleFlightCache(64)
_GROUND: SingleFlightCache[Markup] = SingleFlightCache(16)
_LINEAR = ("rail", "road", "pipeline")


def _all_lines(dataset: Dataset) -> pd.DataFrame:
    """Every section, whatever its year, with the name, the themes and the first theme of its project; asked once for all choices."""
    return _SECTIONS.answer(dataset.atlas.digest, lambda: _sections(dataset)).copy(deep=False)


def _sections(dataset: Dataset) -> pd.DataFrame:
    atlas = dataset.atlas
    projects = atlas["projects"][["project_id", "name", "themes"]].rename(columns={"name": "project"})
    named = projects.assign(theme=[themes[0] for themes in projects["themes"]])
    return ask_places.route_lines(atlas["routes"], atlas["places"]).merge(named, on="project_id")


def _lines(dataset: Dataset, asked: Asked) -> pd.DataFrame:
    """The sections of the chosen themes as of the last chosen year, which is asked once for all themes."""
    atlas, year = dataset.atlas, asked.selection.last_year

    def as_of() -> pd.DataFrame:
        return ask_places.lines_in(_all_lines(dataset), ask_projects.status_in(atlas["milestones"], atlas["events"], year), year)

    return ask_events.with_themes(_LINES.answer((atlas.digest, year), as_of), asked.selection.themes).copy(deep=False)


def _happenings(dataset: Dataset, asked: Asked) -> pd.DataFrame:
    """The places of the chosen events; asked once for the whole map."""
    events = chosen_events(dataset, asked.selection)
    own = (dataset.atlas.digest, parts_of(asked.selection))
    return _HAPPENINGS.answer(own, lambda: ask_places.places_of_events(events, dataset.atlas["places"])).copy(deep=False)


def map_scene(dataset: Dataset, asked: Asked) -> Scene:
    """The scene of the reader's choice, for the live map and for its picture."""
    atlas = dataset.atlas
    lines, happenings = _lines(dataset, asked), _happenings(dataset, asked)
    drawn = atlas["routes"][atlas["routes"]["route_id"].isin(lines["route_id"])]
    towns = ask_places.towns(atlas["places"], drawn, happenings)
    sites = ask_places.sites(atlas["places"])
    return scene(lines, sites, happenings, towns, read_layer("labels"), _view(dataset, asked), asked.mode, asked.option("record"))


def _view(dataset: Dataset, asked: Asked) -> View:
    """The first view that was asked for. That of the routes frames every section there is, so that the map stands still whatever is chosen."""
    width = PHONE_WIDTH if asked.narrow else WIDTH
    name = asked.option("view", "routes")
    if name in _CORNERS:
        return framing(_CORNERS[name], width)
    return framing([stop for path in _all_lines(dataset)["path"] for stop in path] or REGION, width)


def _map_routes(dataset: Dataset, asked: Asked) -> Answer:
    """The map, live or as a picture: both show the same scene."""
    sites = ask_places.sites(dataset.atlas["places"])
    as_picture = asked.option("drawing", "live") == "picture"
    drawing = _map_still(dataset, asked, alone=False) if as_picture else places.live(map_scene(dataset, asked))
    return places.route_map(drawing, _lines(dataset, asked), sites, _happenings(dataset, asked), asked.selection.last_year)


def _map_table(dataset: Dataset, asked: Asked) -> Answer:
    return places.route_table(_lines(dataset, asked), asked.selection.last_year)


def _map_events(dataset: Dataset, asked: Asked) -> Answer:
    return places.event_places(_happenings(dataset, asked), dataset.atlas["events"])


def _map_unplaced(dataset: Dataset, asked: Asked) -> Answer:
    atlas = dataset.atlas
    projects = ask_events.with_themes(atlas["projects"], asked.selection.themes)
    projects = projects[projects["kind"].isin(_LINEAR) & ~projects["project_id"].isin(atlas["routes"]["project_id"])]
    names = {one["properties"]["code"]: one["properties"]["name"] for one in read_layer("labels")["features"]}
    return places.off_the_map(projects, ask_places.unplaced(atlas["places"], chosen_events(dataset, asked.selection)), names)


def _map_chosen(dataset: Dataset, asked: Asked) -> Answer:
    atlas, record_id = dataset.atlas, asked.option("record")
    table = atlas.table_of.get(record_id, "")
    if table == "routes":
        record_id, table = str(atlas["routes"].set_index("route_id")["project_id"].drop_duplicates(keep="first").loc[record_id]), "projects"
    events = ask_events.events_naming(atlas["events"], record_id)
    if table == "projects":
        project = atlas["projects"].set_index("project_id").loc[record_id].to_dict()
        milestones = ask_projects.life(atlas["milestones"], atlas["events"], record_id)
        sizes = ask_projects.stated_sizes(atlas["quantities"], record_id)
        lines = _lines(dataset, asked)
        return chosen.project(record_id, project, milestones, sizes, lines[lines["project_id"] == record_id], events, dataset.counts)
    if table == "places":
        return chosen.place(record_id, atlas["places"].set_index("place_id").loc[record_id].to_dict(), events, dataset.counts)
    return chosen.nothing()


def _map_still(dataset: Dataset, asked: Asked, alone: bool = True) -> Plate:
    drawn = map_scene(dataset, asked)
    layers = {layer: read_layer(layer) for layer in drawn.ground}
    ground = _GROUND.answer((drawn.view, drawn.mode), lambda: ground_of(drawn.view, drawn.mode, layers))
    return picture(drawn, ground, alone)


STILLS: Mapping[str, Callable[[Dataset, Asked], Plate]] = {"map-routes": _map_still}

FIGURES: Mapping[str, Builder] = {
    "map-routes": _map_routes,
    "map-table": _map_table,
    "map-events": _map_events,
    "map-unplaced": _map_unplaced,
    "map-chosen": _map_chosen,
}
