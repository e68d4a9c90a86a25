"""The figures of the map."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pandas as pd

from dashboard.data.base_map import read_layer
from dashboard.model.figure import Plate
from dashboard.queries import events as ask_events
from dashboard.queries import places as ask_places
from dashboard.queries import projects as ask_projects
from dashboard.ui.catalogue.asked import Answer, Asked, Builder, chosen_events, parts_of
from dashboard.ui.kept import Kept
from dashboard.ui.library import Library
from dashboard.views import places
from dashboard.views.map import chosen
from dashboard.views.map.picture import ground_of, picture
from dashboard.views.map.scene import Scene, scene
from dashboard.views.map.view import PAKISTAN, PHONE_WIDTH, REGION, WIDTH, View, framing
from dashboard.views.markup import Markup

DRAWINGS = {"live": "To move and zoom", "picture": "As a picture"}
VIEWS = {"routes": "All routes", "pakistan": "Pakistan", "moscow": "Moscow to the Arabian Sea"}
_CORNERS = {"pakistan": PAKISTAN, "moscow": REGION}
_SECTIONS: Kept[pd.DataFrame] = Kept(2)
_LINES: Kept[pd.DataFrame] = Kept(64)
_HAPPENINGS: Kept[pd.DataFrame] = Kept(64)
_GROUND: Kept[Markup] = Kept(16)
_LINEAR = ("rail", "road", "pipeline")


def _all_lines(library: Library) -> pd.DataFrame:
    """Every section, whatever its year, with the name, the themes and the first theme of its project; asked once for all choices."""
    return _SECTIONS.answer(library.atlas.digest, lambda: _sections(library)).copy(deep=False)


def _sections(library: Library) -> pd.DataFrame:
    atlas = library.atlas
    projects = atlas["projects"][["project_id", "name", "themes"]].rename(columns={"name": "project"})
    named = projects.assign(theme=[themes[0] for themes in projects["themes"]])
    return ask_places.route_lines(atlas["routes"], atlas["places"]).merge(named, on="project_id")


def _lines(library: Library, asked: Asked) -> pd.DataFrame:
    """The sections of the chosen themes as of the last chosen year, which is asked once for all themes."""
    atlas, year = library.atlas, asked.selection.last_year

    def as_of() -> pd.DataFrame:
        return ask_places.lines_in(_all_lines(library), ask_projects.status_in(atlas["milestones"], atlas["events"], year), year)

    return ask_events.with_themes(_LINES.answer((atlas.digest, year), as_of), asked.selection.themes).copy(deep=False)


def _happenings(library: Library, asked: Asked) -> pd.DataFrame:
    """The places of the chosen events; asked once for the whole map."""
    events = chosen_events(library, asked.selection)
    own = (library.atlas.digest, parts_of(asked.selection))
    return _HAPPENINGS.answer(own, lambda: ask_places.places_of_events(events, library.atlas["places"])).copy(deep=False)


def map_scene(library: Library, asked: Asked) -> Scene:
    """The scene of the reader's choice, for the live map and for its picture."""
    atlas = library.atlas
    lines, happenings = _lines(library, asked), _happenings(library, asked)
    drawn = atlas["routes"][atlas["routes"]["route_id"].isin(lines["route_id"])]
    towns = ask_places.towns(atlas["places"], drawn, happenings)
    sites = ask_places.sites(atlas["places"])
    return scene(lines, sites, happenings, towns, read_layer("labels"), _view(library, asked), asked.mode, asked.option("record"))


def _view(library: Library, asked: Asked) -> View:
    """The first view that was asked for. That of the routes frames every section there is, so that the map stands still whatever is chosen."""
    width = PHONE_WIDTH if asked.narrow else WIDTH
    name = asked.option("view", "routes")
    if name in _CORNERS:
        return framing(_CORNERS[name], width)
    return framing([stop for path in _all_lines(library)["path"] for stop in path] or REGION, width)


def _map_routes(library: Library, asked: Asked) -> Answer:
    """The map, live or as a picture: both show the same scene."""
    sites = ask_places.sites(library.atlas["places"])
    as_picture = asked.option("drawing", "live") == "picture"
    drawing = _map_still(library, asked, alone=False) if as_picture else places.live(map_scene(library, asked))
    return places.route_map(drawing, _lines(library, asked), sites, _happenings(library, asked), asked.selection.last_year)


def _map_table(library: Library, asked: Asked) -> Answer:
    return places.route_table(_lines(library, asked), asked.selection.last_year)


def _map_events(library: Library, asked: Asked) -> Answer:
    return places.event_places(_happenings(library, asked), library.atlas["events"])


def _map_unplaced(library: Library, asked: Asked) -> Answer:
    atlas = library.atlas
    projects = ask_events.with_themes(atlas["projects"], asked.selection.themes)
    projects = projects[projects["kind"].isin(_LINEAR) & ~projects["project_id"].isin(atlas["routes"]["project_id"])]
    names = {one["properties"]["code"]: one["properties"]["name"] for one in read_layer("labels")["features"]}
    return places.off_the_map(projects, ask_places.unplaced(atlas["places"], chosen_events(library, asked.selection)), names)


def _map_chosen(library: Library, asked: Asked) -> Answer:
    atlas, record_id = library.atlas, asked.option("record")
    table = atlas.table_of.get(record_id, "")
    if table == "routes":
        record_id, table = str(atlas["routes"].set_index("route_id")["project_id"].drop_duplicates(keep="first").loc[record_id]), "projects"
    events = ask_events.events_naming(atlas["events"], record_id)
    if table == "projects":
        project = atlas["projects"].set_index("project_id").loc[record_id].to_dict()
        milestones = ask_projects.life(atlas["milestones"], atlas["events"], record_id)
        sizes = ask_projects.stated_sizes(atlas["quantities"], record_id)
        lines = _lines(library, asked)
        return chosen.project(record_id, project, milestones, sizes, lines[lines["project_id"] == record_id], events, library.counts)
    if table == "places":
        return chosen.place(record_id, atlas["places"].set_index("place_id").loc[record_id].to_dict(), events, library.counts)
    return chosen.nothing()


def _map_still(library: Library, asked: Asked, alone: bool = True) -> Plate:
    drawn = map_scene(library, asked)
    layers = {layer: read_layer(layer) for layer in drawn.ground}
    ground = _GROUND.answer((drawn.view, drawn.mode), lambda: ground_of(drawn.view, drawn.mode, layers))
    return picture(drawn, ground, alone)


STILLS: Mapping[str, Callable[[Library, Asked], Plate]] = {"map-routes": _map_still}

FIGURES: Mapping[str, Builder] = {
    "map-routes": _map_routes,
    "map-table": _map_table,
    "map-events": _map_events,
    "map-unplaced": _map_unplaced,
    "map-chosen": _map_chosen,
}
