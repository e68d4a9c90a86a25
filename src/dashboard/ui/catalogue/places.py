"""The figures of the map."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from dashboard.queries import events as ask_events
from dashboard.queries import places as ask_places
from dashboard.ui.catalogue.asked import Answer, Asked, Builder, chosen_events
from dashboard.ui.library import Library
from dashboard.views import places


def _route_lines(library: Library, asked: Asked) -> pd.DataFrame:
    atlas = library.atlas
    projects = ask_events.with_themes(atlas["projects"], asked.selection.themes)[["project_id", "name", "themes"]]
    named = projects.rename(columns={"name": "project"}).assign(theme=[themes[0] for themes in projects["themes"]])
    return ask_places.route_lines(atlas["routes"], atlas["places"]).merge(named.drop(columns="themes"), on="project_id")


def _map_routes(library: Library, asked: Asked) -> Answer:
    atlas = library.atlas
    sites = ask_places.located(atlas["places"])
    happenings = ask_places.places_of_events(chosen_events(library, asked.selection), atlas["places"])
    return places.route_map(_route_lines(library, asked), sites[sites["precision"] == "site"], happenings, asked.selection.last_year, asked.mode)


def _map_table(library: Library, asked: Asked) -> Answer:
    return places.route_table(_route_lines(library, asked), asked.selection.last_year)


FIGURES: Mapping[str, Builder] = {
    "map-routes": _map_routes,
    "map-table": _map_table,
}
