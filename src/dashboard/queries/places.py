"""Where: lines through named stops, sites, and the events of each place."""

from __future__ import annotations

import pandas as pd

_LINE = ["route_id", "project_id", "name", "status", "status_as_of", "status_as_of_caption", "drawn", "path", "stops"]


def located(places: pd.DataFrame) -> pd.DataFrame:
    """The places that have a sourced coordinate."""
    return places[places["longitude"].notna() & places["latitude"].notna()]


def without_coordinate(places: pd.DataFrame) -> pd.DataFrame:
    """The places that no source puts on the map: they are listed, never placed by guess."""
    return places[places["longitude"].isna() | places["latitude"].isna()]


def route_lines(routes: pd.DataFrame, places: pd.DataFrame) -> pd.DataFrame:
    """One row a route: its columns and `path`, the stops as [longitude, latitude] in order, with `stops`, their names."""
    stops = routes.merge(located(places)[["place_id", "name", "longitude", "latitude"]].rename(columns={"name": "stop"}), on="place_id")
    stops = stops.sort_values(["route_id", "seq"])
    lines = []
    for route_id, own in stops.groupby("route_id", sort=False):
        first = own.iloc[0]
        lines.append(
            {
                "route_id": route_id,
                **{name: first[name] for name in ("project_id", "name", "status", "status_as_of", "status_as_of_caption", "drawn")},
                "path": [[longitude, latitude] for longitude, latitude in zip(own["longitude"], own["latitude"], strict=True)],
                "stops": tuple(own["stop"]),
            }
        )
    return pd.DataFrame(lines, columns=_LINE)


def places_of_events(events: pd.DataFrame, places: pd.DataFrame) -> pd.DataFrame:
    """The places where events of a choice took place, with their number `events` and ids `event_ids`; located places only."""
    pairs = events[["event_id", "places"]].explode("places").dropna().rename(columns={"places": "place_id"})
    grouped = pairs.groupby("place_id")["event_id"].agg(events="count", event_ids=tuple).reset_index()
    return located(places).merge(grouped, on="place_id").sort_values(["events", "place_id"], ascending=[False, True])
