"""The map as a picture: a scene as a Vega-Lite specification that holds everything it draws, for export without a browser."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from dashboard.model.figure import Mark
from dashboard.views.map.legend import legend
from dashboard.views.map.scene import SETTLED, Line, Scene
from dashboard.views.map.view import View
from dashboard.views.theme import INK, SANS, altair_config

Spec = dict[str, Any]

LEGEND_ROW, LEGEND_LETTER, SAMPLE = 22, 6.4, 46
_FLAT = {"type": "identity", "scale": 1, "translate": [0, 0]}


def picture(scene: Scene, ground: Mapping[str, Any]) -> Spec:
    """The scene and its legend below it; `ground` is the GeoJSON of each of the scene's ground layers.

    Coordinates become pixels of the first view, so that the picture needs no projection; the caller adds title, filters and sources.
    """
    ink, view = INK[scene.mode], scene.view
    words = list(_legend_rows(scene))
    below = LEGEND_ROW * (1 + max((row["row"] for row in words), default=-1)) + 16
    return {
        "$schema": "https://vega.github.io/schema/vega-lite/v6.json",
        "width": view.width,
        "height": view.height + below,
        "autosize": "none",  # the edge of the picture cuts what reaches beyond it, once for all layers
        "projection": _FLAT,
        "background": ink.ground,
        "layer": [
            _rect(0, view.height, ink.water, view),
            _shapes(_on(view, ground["land"]), fill=ink.land, stroke=ink.border, strokeWidth=0.5),
            _shapes(_on(view, ground["lakes"]), fill=ink.water),
            *_boundaries(_on(view, ground["boundaries"]), ink.border),
            *_points(scene, "events", fill=ink.quiet, fillOpacity=0.28, stroke=ink.quiet, strokeWidth=0.8),
            *_lines(scene),
            *_points(scene, "sites", fill=ink.ground, stroke=ink.text, strokeWidth=1.6),
            *_names(scene, ink.land),
            _rect(view.height, view.height + below, ink.ground, view),
            *_legend(words, view, ink.text),
        ],
        "config": {**altair_config(scene.mode), "background": ink.ground, "axis": {"disable": True}},
    }


def _on(view: View, layer: Mapping[str, Any]) -> list[Spec]:
    """The features of a layer that come into view, in pixels."""
    shapes = [(feature["properties"], feature["geometry"]["type"], _pixels(view, feature["geometry"]["coordinates"])) for feature in layer["features"]]
    return [
        {"type": "Feature", "properties": properties, "geometry": {"type": kind, "coordinates": pixels}}
        for properties, kind, pixels in shapes
        if _seen(pixels if kind == "LineString" else pixels[0], view)
    ]


def _pixels(view: View, coordinates: Any) -> Any:
    if isinstance(coordinates[0], (int, float)):
        x, y = view.at(*coordinates)
        return [round(x, 1), round(y, 1)]
    return [_pixels(view, one) for one in coordinates]


def _seen(ring: Sequence[Sequence[float]], view: View) -> bool:
    across, down = [at[0] for at in ring], [at[1] for at in ring]
    return min(across) < view.width and max(across) > 0 and min(down) < view.height and max(down) > 0


def _shapes(features: list[Spec], **mark: Any) -> Spec:
    return {"data": {"values": features}, "mark": {"type": "geoshape", "filled": "fill" in mark, **mark}}


def _boundaries(features: list[Spec], ink: str) -> Iterator[Spec]:
    settled = [one for one in features if one["properties"]["class"] == SETTLED]
    yield _shapes(settled, stroke=ink, strokeWidth=0.9)
    yield _shapes([one for one in features if one not in settled], stroke=ink, strokeWidth=1.4, strokeDash=[1.4, 2.4])


def _lines(scene: Scene) -> Iterator[Spec]:
    """One layer for each kind of stroke, the whole ones below."""
    kinds: dict[tuple[str, float], list[Line]] = {}
    for line in sorted(scene.lines, key=lambda one: -one.strength):
        kinds.setdefault((line.status, line.width), []).append(line)
    for (_, width), own in kinds.items():
        features = [
            {
                "type": "Feature",
                "colour": line.colour,
                "name": line.name,
                "geometry": {"type": "LineString", "coordinates": _pixels(scene.view, line.path)},
            }
            for line in own
        ]
        layer = _shapes(features, strokeWidth=width, strokeJoin="round", opacity=own[0].strength, **_dashed(own[0].dash))
        yield {**layer, "encoding": {"stroke": {"field": "colour", "type": "nominal", "scale": None}}}


def _dashed(dash: tuple[float, float]) -> Spec:
    """A whole line has no dashes at all: dashes without gaps look the same and take seconds to paint."""
    return {"strokeDash": list(dash)} if dash[1] else {}


def _points(scene: Scene, layer: str, **mark: Any) -> Iterator[Spec]:
    own = [point for point in scene.points if point.layer == layer]
    values = [{"at": scene.view.at(point.longitude, point.latitude), "size": 3.1416 * point.radius**2, "name": point.name} for point in own]
    if values:
        yield _at(values, {"type": "point", "shape": "circle", "size": {"expr": "datum.size"}, **mark})


def _at(values: list[Spec], mark: Spec, **encoding: Any) -> Spec:
    placed = [{**{name: value for name, value in one.items() if name != "at"}, "x": round(one["at"][0], 1), "y": round(one["at"][1], 1)} for one in values]
    places = {axis: {"field": axis, "type": "quantitative", "scale": None, "axis": None} for axis in ("x", "y")}
    return {"data": {"values": placed}, "mark": mark, "encoding": {**places, **encoding}}


def _names(scene: Scene, halo: str) -> Iterator[Spec]:
    align = {"start": "left", "middle": "center", "end": "right"}
    values = []
    for name in scene.names:
        x, y = scene.view.at(name.longitude, name.latitude)
        own = {"text": name.text, "size": name.size, "align": align[name.anchor], "colour": name.colour, "bold": name.kind == "project"}
        values.append({**own, "at": (x + name.dx, y + name.dy)})
    if not values:
        return
    common = {"type": "text", "baseline": "middle", "font": SANS, "fontSize": {"expr": "datum.size"}, "align": {"expr": "datum.align"}}
    text = {"text": {"field": "text", "type": "nominal"}}
    yield _at(values, {**common, "fontWeight": 600, "stroke": halo, "strokeWidth": 3, "strokeJoin": "round", "fill": halo}, **text)
    yield _at(values, {**common, "fontWeight": 600}, **text, color={"field": "colour", "type": "nominal", "scale": None})


def _rect(top: float, bottom: float, fill: str, view: View) -> Spec:
    edges = {"x": 0, "x2": view.width, "y": top, "y2": bottom}
    return {"data": {"values": [{}]}, "mark": {"type": "rect", "fill": fill}, "encoding": {axis: {"value": edge} for axis, edge in edges.items()}}


def _legend_rows(scene: Scene) -> Iterator[Spec]:
    """Headings and marks of the legend, each with its row and its distance from the left."""
    row = 0
    for heading, marks in legend(scene):
        left = 130.0
        yield {"text": heading, "left": 0.0, "row": row, "bold": True, "mark": None}
        for mark in marks:
            width = _sample_width(mark) + 8 + len(mark.words) * LEGEND_LETTER + 18
            if left + width > scene.view.width:
                left, row = 130.0, row + 1
            yield {"text": mark.words, "left": left, "row": row, "bold": False, "mark": mark}
            left += width
        row += 1


def _sample_width(mark: Mark) -> float:
    return SAMPLE if mark.shape == "line" else mark.width


def _legend(words: list[Spec], view: View, ink: str) -> Iterator[Spec]:
    common = {"type": "text", "align": "left", "baseline": "middle", "font": SANS, "fontSize": 12, "fill": ink}
    for bold in (True, False):
        values = [
            {"text": one["text"], "at": (one["left"] + (_sample_width(one["mark"]) + 8 if one["mark"] else 0), _middle(one, view))}
            for one in words
            if one["bold"] is bold
        ]
        if values:
            yield _at(values, {**common, "fontWeight": 600 if bold else 400}, text={"field": "text", "type": "nominal"})
    for one in words:
        if one["mark"]:
            yield _sample(one["mark"], one["left"], _middle(one, view))


def _middle(one: Spec, view: View) -> float:
    return view.height + 8 + LEGEND_ROW * (int(one["row"]) + 0.5)


def _sample(mark: Mark, left: float, middle: float) -> Spec:
    if mark.shape == "dot":
        dot = {"type": "point", "shape": "circle", "size": 3.1416 * (mark.width / 2) ** 2, "stroke": mark.colour, "fill": mark.fill[:7], "strokeWidth": 1.2}
        return _at([{"at": (left + mark.width / 2, middle)}], {**dot, "fillOpacity": 0.28 if len(mark.fill) > 7 else 1})
    edges = {"x": left, "x2": left + SAMPLE, "y": middle}
    rule = {"type": "rule", "stroke": mark.colour, "strokeWidth": mark.width, **_dashed(mark.dash)}
    return {"data": {"values": [{}]}, "mark": rule, "encoding": {axis: {"value": edge} for axis, edge in edges.items()}}
