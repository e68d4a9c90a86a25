"""What stands on the map: lines, points, names and the first view, as plain data that any way of drawing can
use.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import sqrt
from typing import Any

import pandas as pd

from dashboard.model.vocabulary import label
from dashboard.views.formatting import count
from dashboard.views.labels.map import Name, placed
from dashboard.views.map.view import View
from dashboard.views.theme import STATUS_COLOURS, STATUS_DASH, Mode

GROUND = ("land", "lakes", "boundaries")
SETTLED = "international"

OWN_WIDTH, BORROWED_WIDTH = 3.0, 1.5
SITE_RADIUS = 4.0
DASH_SCALE = 1.4
# How strong the other lines stay when a project is chosen.
FADED = 0.45


@dataclass(frozen=True)
class Line:
    """A section: `path` is [longitude, latitude] stop by stop, `dash` and `width` are in pixels.

    `beside` moves the line out of the way of others on the same ground, in widths, to the right of its
    direction. `short` is its name on the map; names are set by `order`. `rank` is that of its status: the
    lower lie above the higher.
    """

    record_id: str
    section: str
    name: str
    about: str
    path: Sequence[Sequence[float]]
    status: str
    colour: str
    rank: int
    dash: tuple[float, float]
    width: float
    beside: float = 0.0
    short: str = ""
    order: int = 0


@dataclass(frozen=True)
class Point:
    """A site or a place of events; `radius` is in pixels."""

    record_id: str
    layer: str
    name: str
    about: str
    longitude: float
    latitude: float
    radius: float
    number: int = 0


@dataclass(frozen=True)
class Scene:
    """Everything on the map; `chosen` is the record that is set off, if any."""

    mode: Mode
    view: View
    lines: tuple[Line, ...]
    points: tuple[Point, ...]
    names: tuple[Name, ...]
    chosen: str = ""
    ground: tuple[str, ...] = GROUND


def scene(
    lines: pd.DataFrame,
    sites: pd.DataFrame,
    happenings: pd.DataFrame,
    towns: pd.DataFrame,
    countries: Mapping[str, Any],
    view: View,
    mode: Mode,
    chosen: str = "",
) -> Scene:
    """Set up the map.

    `lines` as of a year with `project`, `theme`; `sites` and `happenings` (places with `events`) are points;
    `towns` are places that may be named, weightiest first; `countries` is GeoJSON with a point for the name
    of each country.
    """
    drawn = tuple(_line(row, mode) for row in lines.to_dict("records"))
    points = (*_points(happenings, "events"), *_points(sites, "sites"))
    names = placed(drawn, points, towns, countries, view, mode)
    return Scene(mode, view, drawn, points, names, chosen)


def _line(row: Mapping[str, Any], mode: Mode) -> Line:
    status = row["status"]
    said = (
        f"as stated {row['status_as_of_caption']}"
        if row["stated"] == "section" and row["status_as_of_caption"]
        else "of the project as a whole"
    )
    return Line(
        record_id=row["project_id"],
        section=row["route_id"],
        name=f"{row['project']}: {row['name']}",
        about=f"{label('project status', status).capitalize()}, {said} · {label('drawn', row['drawn'])} line",
        path=row["path"],
        status=status,
        colour=STATUS_COLOURS[status][mode],
        rank=list(STATUS_COLOURS).index(status),
        dash=dash(status),
        width=OWN_WIDTH if row["stated"] == "section" else BORROWED_WIDTH,
        beside=row["side"],
        short=row["short"],
        order=row["order"],
    )


def _points(places: pd.DataFrame, layer: str) -> tuple[Point, ...]:
    return tuple(_point(row, layer) for row in places.to_dict("records"))


def _point(row: Mapping[str, Any], layer: str) -> Point:
    what = (
        label("place kind", row["kind"]).capitalize() if layer == "sites" else count(row["events"], "event")
    )
    return Point(
        record_id=row["place_id"],
        layer=layer,
        name=row["name"],
        about=f"{what} · coordinate of the {label('precision', row['precision'])}",
        longitude=row["longitude"],
        latitude=row["latitude"],
        radius=SITE_RADIUS if layer == "sites" else radius(row["events"]),
        number=0 if layer == "sites" else int(row["events"]),
    )


def dash(status: str) -> tuple[float, float]:
    """The pixels of stroke and gap of a status; no gap is a whole line."""
    stroke, gap = STATUS_DASH[status]
    return stroke * DASH_SCALE, gap * DASH_SCALE


def radius(events: int) -> float:
    """The radius in pixels of a place of so many events; it grows with their square root."""
    return round(2.6 + 1.7 * sqrt(events), 1)
