"""The map as a picture: a scene as SVG, for the overview, for a browser without WebGL, and for paper."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any

from dashboard.model.figure import Hotspot, Mark, SvgImage
from dashboard.views.labels.map import box_of
from dashboard.views.map.legend import legend
from dashboard.views.map.scene import FADED, SETTLED, Line, Scene
from dashboard.views.map.view import View
from dashboard.views.markup import Markup, join, tag
from dashboard.views.theme import INK, Mode

LEGEND_ROW, LEGEND_LETTER, LEGEND_INDENT, SAMPLE = 22, 6.4, 130.0, 46
FINGER = 7.0
# An image on a page cannot use the page's fonts.
PLAIN = "Arial, 'Liberation Sans', Helvetica, sans-serif"

# Pixels: of the ground, a point nearer than the first to the one before it is not seen, and none needs to lie
# farther beyond the view than the second.
FINEST, FAR = 0.8, 200.0

Coordinates = Sequence[Sequence[float]]


def picture(scene: Scene, ground: Markup, alone: bool = False) -> SvgImage:
    """The scene on its ground, with hotspots on the names of projects and on points. `alone`, the legend
    stands in the picture, below the map.
    """
    view, ink, words = scene.view, INK[scene.mode], legend(scene)
    drawn = join(
        *_circles(scene, "events", fill=ink.quiet, fill_opacity="0.28", stroke=ink.quiet, stroke_width="0.8"),
        *(_stroke(line, scene) for line in sorted(scene.lines, key=lambda drawn_line: -drawn_line.rank)),
        *_circles(scene, "sites", fill=ink.ground, stroke=ink.text, stroke_width="1.6"),
        *_names(scene, ink.land),
    )
    # An inner drawing cuts what reaches beyond its edge.
    inner = tag("svg", ground, drawn, width=f"{view.width}", height=f"{view.height}")
    height = view.height + (_rows_of(words, view) * LEGEND_ROW + 16 if alone else 0)
    below = _legend(words, view, ink.text) if alone else ""
    around = {"width": f"{view.width}", "height": f"{height}", "viewBox": f"0 0 {view.width} {height}"}
    svg = tag(
        "svg",
        inner,
        below,
        xmlns="http://www.w3.org/2000/svg",
        font_family=None if alone else PLAIN,
        **around,
    )
    return SvgImage(svg, view.width, height, () if alone else words, tuple(_hotspots(scene)))


def ground_of(view: View, mode: Mode, layers: Mapping[str, Any]) -> Markup:
    """Sea, land, lakes and boundary lines of a view; `layers` is the GeoJSON of each. A boundary that is not
    settled is dotted.
    """
    ink = INK[mode]
    lines = layers["boundaries"]["features"]
    settled = [feature for feature in lines if feature["properties"]["class"] == SETTLED]
    dotted = [feature for feature in lines if feature["properties"]["class"] != SETTLED]
    return join(
        tag("rect", width="100%", height="100%", fill=ink.water),
        tag(
            "path",
            d=_outline(layers["land"]["features"], view),
            fill=ink.land,
            stroke=ink.border,
            stroke_width="0.5",
        ),
        tag("path", d=_outline(layers["lakes"]["features"], view), fill=ink.water),
        tag("path", d=_outline(settled, view), fill="none", stroke=ink.border, stroke_width="0.9"),
        tag(
            "path",
            d=_outline(dotted, view),
            fill="none",
            stroke=ink.border,
            stroke_width="1.4",
            stroke_dasharray="1.4 2.4",
        ),
    )


def _outline(features: Iterable[Mapping[str, Any]], view: View) -> str:
    """The rings and lines that come into view, as one path."""
    drawn = []
    for feature in features:
        shape = feature["geometry"]
        rings = [shape["coordinates"]] if shape["type"] == "LineString" else shape["coordinates"]
        pixels = [_thinned(ring, view) for ring in rings]
        if _seen(pixels[0], view):
            drawn += [_path(ring) + ("" if shape["type"] == "LineString" else "Z") for ring in pixels]
    return "".join(drawn)


def _thinned(ring: Coordinates, view: View) -> list[tuple[float, float]]:
    """A ring in pixels without the points that cannot be told apart, or that lie with those on either side
    beyond one edge; its ends stay.
    """
    points = [view.at(*corner) for corner in ring]
    beyond = [_beyond(at, view) for at in points]
    corners, before = points[:1], beyond[0]
    for at, here, after in zip(points[1:-1], beyond[1:-1], beyond[2:], strict=True):
        if not before & here & after and abs(at[0] - corners[-1][0]) + abs(at[1] - corners[-1][1]) >= FINEST:
            corners.append(at)
            before = here
    return [_near(at, view) for at in (*corners, points[-1])]


def _near(at: tuple[float, float], view: View) -> tuple[float, float]:
    """A point beyond the view no farther from it than it has to be: it stays beyond the same edges, and what
    is drawn stays small to paint.
    """
    return min(max(at[0], -FAR), view.width + FAR), min(max(at[1], -FAR), view.height + FAR)


def _beyond(at: Sequence[float], view: View) -> int:
    """Beyond which edges of the view a point lies, one bit for each."""
    x, y = at
    return (x < 0) | (x > view.width) << 1 | (y < 0) << 2 | (y > view.height) << 3


def _path(points: Iterable[Sequence[float]]) -> str:
    """A path of steps, each written from where the one before it ends, which takes a third less than places
    do.
    """
    rounded = [(round(10 * x), round(10 * y)) for x, y in points]
    steps = (f"{(x - before[0]) / 10:g} {(y - before[1]) / 10:g}" for before, (x, y) in pairwise(rounded))
    return f"M{rounded[0][0] / 10:g} {rounded[0][1] / 10:g}l" + " ".join(steps)


def _seen(ring: Coordinates, view: View) -> bool:
    across, down = [at[0] for at in ring], [at[1] for at in ring]
    return min(across) < view.width and max(across) > 0 and min(down) < view.height and max(down) > 0


def _stroke(line: Line, scene: Scene) -> Markup:
    known = any(other.record_id == scene.chosen for other in scene.lines)
    strength = FADED if known and line.record_id != scene.chosen else 1.0
    ink = {
        "stroke": line.colour,
        "stroke_width": f"{line.width:g}",
        "stroke_linejoin": "round",
        "stroke_opacity": f"{strength:.2f}",
    }
    return tag(
        "path",
        d=_path(scene.view.at(*stop) for stop in line.path),
        fill="none",
        stroke_dasharray=_dashed(line.dash),
        **ink,
    )


def _dashed(dash: tuple[float, float]) -> str | None:
    """A whole line has no dashes at all: dashes without gaps look the same and take seconds to paint."""
    return f"{dash[0]:g} {dash[1]:g}" if dash[1] else None


def _circles(scene: Scene, layer: str, **ink: str) -> Iterator[Markup]:
    for point in scene.points:
        x, y = scene.view.at(point.longitude, point.latitude)
        if point.layer == layer and not _beyond((x, y), scene.view):
            yield tag("circle", cx=f"{x:.1f}", cy=f"{y:.1f}", r=f"{point.radius:g}", **ink)


def _hotspots(scene: Scene) -> Iterator[Hotspot]:
    """Where the picture leads on: the places of events, the sites above them, and the names of the
    projects.
    """
    view = scene.view
    for point in scene.points:
        at, reach = view.at(point.longitude, point.latitude), max(point.radius, FINGER)
        if not _beyond(at, view):
            yield Hotspot(
                point.record_id,
                f"{point.name}: {point.about}",
                (at[0] - reach, at[1] - reach, 2 * reach, 2 * reach),
                minor=True,
            )
    projects = {line.short: line for line in scene.lines}
    for name in scene.names:
        if name.kind == "project" and name.text in projects:
            left, top, right, bottom = box_of(name, view)
            line = projects[name.text]
            yield Hotspot(line.record_id, line.name.split(":")[0], (left, top, right - left, bottom - top))


def _names(scene: Scene, halo: str) -> Iterator[Markup]:
    for name in scene.names:
        x, y = scene.view.at(name.longitude, name.latitude)
        at = {
            "x": f"{x + name.dx:.1f}",
            "y": f"{y + name.dy:.1f}",
            "text_anchor": name.anchor,
            "font_size": f"{name.size}",
        }
        around = {"stroke": halo, "stroke_width": "3", "stroke_linejoin": "round", "paint_order": "stroke"}
        yield tag(
            "text",
            name.text,
            dominant_baseline="central",
            font_weight="600",
            fill=name.colour,
            **at,
            **around,
        )


def _rows_of(words: Sequence[tuple[str, Sequence[Mark]]], view: View) -> int:
    return max((row for row, *_ in _set(words, view)), default=-1) + 1


def _set(
    words: Sequence[tuple[str, Sequence[Mark]]], view: View
) -> Iterator[tuple[int, float, str, Mark | None]]:
    """Headings and marks of the legend, each with its row and its distance from the left."""
    row = -1
    for heading, marks in words:
        row, left = row + 1, LEGEND_INDENT
        yield row, 0.0, heading, None
        for mark in marks:
            width = _sample_width(mark) + 8 + len(mark.words) * LEGEND_LETTER + 18
            if left + width > view.width and left > LEGEND_INDENT:
                row, left = row + 1, LEGEND_INDENT
            yield row, left, mark.words, mark
            left += width


def _sample_width(mark: Mark) -> float:
    return SAMPLE if mark.shape == "line" else mark.width


def _legend(words: Sequence[tuple[str, Sequence[Mark]]], view: View, ink: str) -> Markup:
    drawn = []
    for row, left, text, mark in _set(words, view):
        middle = view.height + 8 + LEGEND_ROW * (row + 0.5)
        indent = _sample_width(mark) + 8 if mark else 0
        weight = "400" if mark else "600"
        at = {"x": f"{left + indent:.1f}", "y": f"{middle:.1f}"}
        drawn.append(
            tag("text", text, dominant_baseline="central", font_size="12", font_weight=weight, fill=ink, **at)
        )
        if mark:
            drawn.append(_sample(mark, left, middle))
    return join(*drawn)


def _sample(mark: Mark, left: float, middle: float) -> Markup:
    if mark.shape == "dot":
        fill, opacity = mark.fill[:7], "0.28" if len(mark.fill) > 7 else None
        size = {"cx": f"{left + mark.width / 2:.1f}", "cy": f"{middle:.1f}", "r": f"{mark.width / 2:g}"}
        return tag("circle", stroke=mark.colour, stroke_width="1.2", fill=fill, fill_opacity=opacity, **size)
    d = f"M{left:.1f} {middle:.1f}h{SAMPLE}"
    return tag(
        "path", d=d, stroke=mark.colour, stroke_width=f"{mark.width:g}", stroke_dasharray=_dashed(mark.dash)
    )
