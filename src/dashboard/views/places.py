"""The map: land, water and boundary lines without fills, routes by project and status, sites and places of events."""

from __future__ import annotations

import json
from typing import Any

import pandas as pd
import pydeck as pdk

from dashboard.model.figure import Absence, Cell, Deck, Figure, Grid
from dashboard.model.vocabulary import label
from dashboard.views.theme import INK, STATUS_DASH, STATUS_STRENGTH, Ink, Mode, colour, rgb
from dashboard.views.words import count

BASE_MAP = "app/static/base-map"
SETTLED = "international"

NOTE = (
    "Lines are schematic: straight between named stops. Solid is operating; the looser the dashes, the less of it exists. "
    "Dotted boundaries are disputed, indefinite or a line of control; the status of Jammu and Kashmir is disputed between India and Pakistan, "
    "and no line here takes a position. Land and boundaries: Natural Earth."
)


def route_map(lines: pd.DataFrame, sites: pd.DataFrame, happenings: pd.DataFrame, year: int, mode: Mode) -> Figure | Absence:
    """Routes (one row each with `path`, `status`, `theme`, `project`), sites and places of events, as of a year."""
    title = f"Corridors, pipelines and sites as of {year}"
    if lines.empty and sites.empty and happenings.empty:
        return Absence("map-routes", title, "No route, site or event with a place fits this choice.", "Widen the years or clear the themes.")
    return Figure(
        figure_id="map-routes",
        title=title,
        drawing=Deck(_deck(lines, sites, happenings, mode), pickable=("routes", "sites", "events")),
        rows=_rows(lines, sites, happenings),
        message=f"A map with {count(len(lines), 'route section')}, {count(len(sites), 'site')} and {count(len(happenings), 'place')} of events. The list below holds the same.",
        note=NOTE,
    )


def route_table(lines: pd.DataFrame, year: int) -> Figure | Absence:
    """The routes of the map as a table: the way of the keyboard, of the phone and of the screen reader."""
    if lines.empty:
        return Absence("map-table", "The routes as a list", "No route fits this choice.", "Widen the years or clear the themes.")
    ordered = lines.sort_values(["project", "name"])
    groups: dict[int, str] = {}
    rows: list[tuple[Cell, ...]] = []
    for row in ordered.to_dict("records"):
        if row["project"] not in groups.values():
            groups[len(rows)] = row["project"]
        rows.append(
            (
                Cell(row["name"], row["route_id"]),
                Cell(label("project status", row["status"])),
                Cell(row["status_as_of_caption"] or "–"),
                Cell(" – ".join(row["stops"])),
                Cell(label("drawn", row["drawn"])),
            )
        )
    shown = ordered.rename(columns={"route_id": "record_id"}).assign(stops=[", ".join(stops) for stops in ordered["stops"]])
    return Figure(
        figure_id="map-table",
        title="The routes as a list",
        drawing=Grid(("Section", "Status", "Status as of", "Stops", "Drawn"), tuple(rows), groups),
        rows=shown[["record_id", "project", "name", "status", "status_as_of_caption", "stops", "drawn"]],
        message=f"{count(len(lines), 'section')} of {count(ordered['project'].nunique(), 'project')} as of {year}, with status and stops.",
    )


def _rows(lines: pd.DataFrame, sites: pd.DataFrame, happenings: pd.DataFrame) -> pd.DataFrame:
    return pd.concat(
        [
            pd.DataFrame({"record_id": lines["route_id"], "what": lines["name"], "status": lines["status"], "layer": "routes"}),
            pd.DataFrame({"record_id": sites["place_id"], "what": sites["name"], "status": "", "layer": "sites"}),
            pd.DataFrame({"record_id": happenings["place_id"], "what": happenings["name"], "status": "", "layer": "events"}),
        ],
        ignore_index=True,
    )


def _deck(lines: pd.DataFrame, sites: pd.DataFrame, happenings: pd.DataFrame, mode: Mode) -> str:
    ink = INK[mode]
    deck = pdk.Deck(
        layers=[*_ground(ink), _events(happenings, ink), _routes(lines, mode), _sites(sites, ink)],
        map_provider=None,
        initial_view_state=pdk.ViewState(longitude=62.0, latitude=41.0, zoom=2.9, min_zoom=2, max_zoom=9),
        views=[pdk.View(type="MapView", controller=True)],
        parameters={"clearColor": [*(part / 255 for part in rgb(ink.water)), 1]},
    )
    return json.dumps(json.loads(deck.to_json()), separators=(",", ":"), ensure_ascii=False)


def _ground(ink: Ink) -> list[pdk.Layer]:
    line = rgb(ink.border)
    common: dict[str, Any] = {"get_line_color": line, "line_width_min_pixels": 1}
    return [
        pdk.Layer("GeoJsonLayer", id="land", data=f"{BASE_MAP}/land.geojson", filled=True, stroked=True, get_fill_color=rgb(ink.land), **common),
        pdk.Layer("GeoJsonLayer", id="lakes", data=f"{BASE_MAP}/lakes.geojson", filled=True, stroked=False, get_fill_color=rgb(ink.water)),
        pdk.Layer(
            "GeoJsonLayer",
            id="boundaries",
            data=f"{BASE_MAP}/boundaries.geojson",
            stroked=True,
            filled=False,
            get_dash_array=f"properties.class == '{SETTLED}' ? [1, 0] : [1, 4]",
            extensions=[_DASHES],
            **common,
        ),
    ]


_DASHES = {"@@type": "PathStyleExtension", "dash": True}


def _routes(lines: pd.DataFrame, mode: Mode) -> pdk.Layer:
    data = [
        {
            "record_id": row["route_id"],
            "name": row["name"],
            "about": f"{row['project']} · {label('project status', row['status'])} · {label('drawn', row['drawn'])}",
            "path": row["path"],
            "colour": [*rgb(colour(row["theme"], mode)), round(255 * STATUS_STRENGTH[row["status"]])],
            "dash": list(STATUS_DASH[row["status"]]),
        }
        for row in lines.to_dict("records")
    ]
    return pdk.Layer(
        "PathLayer",
        id="routes",
        data=data,
        get_path="path",
        get_color="colour",
        get_width=3,
        width_units=pdk.types.String("pixels"),
        pickable=True,
        auto_highlight=True,
        get_dash_array="dash",
        dash_justified=True,
        extensions=[_DASHES],
    )


def _sites(sites: pd.DataFrame, ink: Ink) -> pdk.Layer:
    data = [
        {
            "record_id": row["place_id"],
            "name": row["name"],
            "about": f"{label('place kind', row['kind'])} · placed by {label('precision', row['precision'])}",
            "at": [row["longitude"], row["latitude"]],
        }
        for row in sites.to_dict("records")
    ]
    return _dots("sites", data, rgb(ink.ground), rgb(ink.text), 4.5)


def _events(happenings: pd.DataFrame, ink: Ink) -> pdk.Layer:
    data = [
        {
            "record_id": row["place_id"],
            "name": row["name"],
            "about": count(row["events"], "event"),
            "at": [row["longitude"], row["latitude"]],
            "size": 4 + 2.2 * row["events"] ** 0.5,
        }
        for row in happenings.to_dict("records")
    ]
    return _dots("events", data, [*rgb(ink.quiet), 60], rgb(ink.quiet), "size")


def _dots(layer: str, data: list[dict[str, Any]], fill: list[int], line: list[int], radius: float | str) -> pdk.Layer:
    return pdk.Layer(
        "ScatterplotLayer",
        id=layer,
        data=data,
        get_position="at",
        get_radius=radius,
        radius_units=pdk.types.String("pixels"),
        get_fill_color=fill,
        get_line_color=line,
        stroked=True,
        line_width_min_pixels=1.2,
        pickable=True,
    )
