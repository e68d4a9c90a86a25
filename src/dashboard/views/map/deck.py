"""The live map: a scene as deck.gl layers, written as the JSON that Streamlit's map component reads."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pydeck as pdk
from pydeck.bindings.json_tools import default_serialize

from dashboard.views.labels.map import Name
from dashboard.views.map.scene import FADED, SETTLED, Line, Point, Scene
from dashboard.views.theme import INK, SANS, Ink, rgb

BASE_MAP = "app/static/base-map"
# Pixels: how broad a line is hit, and how far from its middle a place of events.
TARGET_WIDTH, LARGEST_TARGET = 12, 10.0
WAY_OUT = 1.5
LAYERS = ("routes", "sites", "events")

# What is not set directly on a layer but on its parts, Streamlit does not fade when something is clicked: the
# choice is drawn here.
_PARTS = "_subLayerProps"
_DASHES = {"@@type": "PathStyleExtension", "dash": True}
_DASHES_BESIDE = {"@@type": "PathStyleExtension", "dash": True, "offset": True}
_SEA = {
    "type": "Feature",
    "properties": {},
    "geometry": {
        "type": "Polygon",
        "coordinates": [[[-60, -60], [180, -60], [180, 84], [-60, 84], [-60, -60]]],
    },
}
_PIXELS = pdk.types.String("pixels")


def deck_json(scene: Scene) -> str:
    """The scene as compact JSON. Ground comes by address from the server itself; nothing names another
    host.
    """
    ink = INK[scene.mode]
    happenings = [point for point in scene.points if point.layer == "events"]
    layers = [
        *_ground(ink),
        _circles(happenings, ink, scene.chosen),
        *_halo([line for line in scene.lines if line.record_id == scene.chosen]),
        *_routes(scene),
        _targets(happenings),
        _sites([point for point in scene.points if point.layer == "sites"], ink, scene.chosen),
        *_names(scene.names, ink),
    ]
    view = scene.view
    state = pdk.ViewState(
        longitude=view.longitude,
        latitude=view.latitude,
        zoom=view.zoom,
        # Farther out, names would meet; from what was chosen there has to be a way to its surroundings.
        min_zoom=view.zoom - (WAY_OUT if scene.chosen else 0),
        max_zoom=9,
    )
    deck = pdk.Deck(
        layers=layers,
        map_provider=None,
        initial_view_state=state,
        views=[pdk.View(type="MapView", controller={"dragRotate": False, "touchRotate": False})],
    )
    # What deck.to_json() says, without its line breaks, which only Python's slow encoder writes.
    return json.dumps(
        deck, default=default_serialize, sort_keys=True, separators=(",", ":"), ensure_ascii=False
    )


def _layer(layer_id: str, data: Any, parts: dict[str, Any], **properties: Any) -> pdk.Layer:
    return pdk.Layer("GeoJsonLayer", id=layer_id, data=data, **{_PARTS: parts}, **properties)


def _ground(ink: Ink) -> list[pdk.Layer]:
    # No line along the coast: without a graphics card it took half of the time of a frame.
    return [
        _layer("sea", [_SEA], {"polygons-fill": {"getFillColor": rgb(ink.water)}}, stroked=False),
        _layer(
            "land",
            f"{BASE_MAP}/land.geojson",
            {"polygons-fill": {"getFillColor": rgb(ink.land)}},
            stroked=False,
        ),
        _layer(
            "lakes",
            f"{BASE_MAP}/lakes.geojson",
            {"polygons-fill": {"getFillColor": rgb(ink.water)}},
            stroked=False,
        ),
        _layer(
            "boundaries",
            f"{BASE_MAP}/boundaries.geojson",
            {"linestrings": {"getColor": rgb(ink.border)}},
            get_line_width=f"properties.class == '{SETTLED}' ? 0.9 : 1.5",
            line_width_units=_PIXELS,
            get_dash_array=f"properties.class == '{SETTLED}' ? [1, 0] : [1, 2]",
            extensions=[_DASHES],
        ),
    ]


def _routes(scene: Scene) -> list[pdk.Layer]:
    """The sections, whole lines below and dotted ones on them, and above each an unseen broad line that a
    finger can hit.

    deck.gl counts dashes in halves of the width, and remembers what is pointed at by its number: the targets
    keep their order whatever is chosen.
    """
    known = any(line.record_id == scene.chosen for line in scene.lines)
    ordered = sorted(scene.lines, key=lambda route: (route.record_id == scene.chosen, -route.rank))
    strokes = [
        _shape(
            line,
            colour=[
                *rgb(line.colour),
                round(255 * (FADED if known and line.record_id != scene.chosen else 1.0)),
            ],
            dash=[round(2 * pixels / line.width, 2) for pixels in line.dash],
            width=line.width,
            beside=line.beside,
        )
        for line in ordered
    ]
    steady = sorted(scene.lines, key=lambda route: -route.rank)
    targets = [
        {**_shape(line), "record_id": line.record_id, "name": line.name, "about": line.about}
        for line in steady
    ]
    return [
        _layer(
            "strokes",
            strokes,
            {"linestrings": {"getColor": "@@=__source.object.properties.colour", "jointRounded": True}},
            get_line_width="properties.width",
            line_width_units=_PIXELS,
            get_dash_array="properties.dash",
            dash_justified=True,
            get_offset="properties.beside",
            extensions=[_DASHES_BESIDE],
        ),
        _layer(
            "routes",
            targets,
            {"linestrings": {"getColor": [0, 0, 0, 1], "jointRounded": True}},
            get_line_width=TARGET_WIDTH,
            line_width_units=_PIXELS,
            pickable=True,
            auto_highlight=True,
            highlight_color=[*rgb(INK[scene.mode].accent), 90],
        ),
    ]


def _shape(line: Line, **properties: Any) -> dict[str, Any]:
    return {
        "type": "Feature",
        "properties": properties,
        "geometry": {"type": "LineString", "coordinates": line.path},
    }


def _halo(lines: list[Line]) -> list[pdk.Layer]:
    if not lines:
        return []
    part = {
        "getColor": [*rgb(lines[0].colour), 75],
        "getWidth": 12,
        "widthUnits": "pixels",
        "capRounded": True,
        "jointRounded": True,
    }
    return [_layer("chosen", [_shape(line) for line in lines], {"linestrings": part})]


def _sites(points: list[Point], ink: Ink, chosen: str) -> pdk.Layer:
    return _dots("sites", points, rgb(ink.ground), rgb(ink.text), 1.6, chosen)


def _circles(points: list[Point], ink: Ink, chosen: str) -> pdk.Layer:
    """The places of events, as large as they are many, below the lines; what is hit are their middles."""
    fill, line = [*rgb(ink.quiet), 70], [*rgb(ink.quiet), 200]
    circles = _dots("circles", points, fill, line, 1.0, chosen)
    circles.pickable = False
    # What nobody can point at says nothing: its middle has the words.
    circles.data = [_unnamed(feature) for feature in circles.data]
    return circles


def _unnamed(feature: dict[str, Any]) -> dict[str, Any]:
    return {part: value for part, value in feature.items() if part not in ("name", "about")}


def _targets(points: list[Point]) -> pdk.Layer:
    """The unseen middle of each place of events, above the lines: at a point a click means the point."""
    middles = [replace(point, radius=min(point.radius, LARGEST_TARGET)) for point in points]
    return _dots("events", middles, [0, 0, 0, 1], [0, 0, 0, 1], 0.0, "")


def _dots(
    layer_id: str, points: list[Point], fill: list[int], line: list[int], stroke: float, chosen: str
) -> pdk.Layer:
    features = [
        {
            "type": "Feature",
            "record_id": point.record_id,
            "name": point.name,
            "about": point.about,
            "geometry": {"type": "Point", "coordinates": [point.longitude, point.latitude]},
            "properties": {"radius": point.radius, "stroke": 3.5 if point.record_id == chosen else stroke},
        }
        for point in points
    ]
    return _layer(
        layer_id,
        features,
        {"points-circle": {"getFillColor": fill, "getLineColor": line}},
        point_type=pdk.types.String("circle"),
        get_point_radius="properties.radius",
        point_radius_units=_PIXELS,
        get_line_width="properties.stroke",
        line_width_units=_PIXELS,
        pickable=True,
    )


def _names(names: tuple[Name, ...], ink: Ink) -> list[pdk.Layer]:
    towns = [{"at": [name.longitude, name.latitude]} for name in names if name.kind == "town"]
    dots = pdk.Layer(
        "ScatterplotLayer",
        id="town-dots",
        data=towns,
        get_position="at",
        get_radius=1.8,
        radius_units=_PIXELS,
        get_fill_color=rgb(ink.text),
    )
    data = [
        {
            "text": name.text,
            "at": [name.longitude, name.latitude],
            "size": name.size,
            "colour": rgb(name.colour),
            "anchor": name.anchor,
            "shift": [name.dx, name.dy],
        }
        for name in names
    ]
    words = pdk.Layer(
        "TextLayer",
        id="names",
        data=data,
        get_text="text",
        get_position="at",
        get_size="size",
        get_text_anchor="anchor",
        get_pixel_offset="shift",
        get_alignment_baseline=pdk.types.String("center"),
        font_family=pdk.types.String(SANS),
        font_weight=600,
        font_settings={"sdf": True, "fontSize": 48, "buffer": 8, "radius": 12},
        outline_width=4,
        outline_color=[*rgb(ink.land), 235],
        character_set=pdk.types.String("auto"),
        **{_PARTS: {"characters": {"getColor": "@@=colour"}}},
    )
    return [dots, words]
