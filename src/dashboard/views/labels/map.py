"""Which names stand on the map and where: the weightiest first, each only where it covers no other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, pairwise
from typing import TYPE_CHECKING, Any, NamedTuple

import pandas as pd

from dashboard.views.labels.placer import LINE_HEIGHT, Box, Ground, Strokes, place, width_of
from dashboard.views.map.view import PHONE_WIDTH, View
from dashboard.views.theme import INK, Mode

if TYPE_CHECKING:
    from dashboard.views.map.scene import Line, Point

# A name stands at a section that was given up only where no other has room.
GIVEN_UP = ("cancelled", "superseded")
# Names of countries stand in capitals, set apart by this share of their size.
SPACING = 0.12
GAP = 3.0
# A small map from afar offers names to so many towns beside capitals, and to no small country.
FEW_TOWNS, FEW_RANK = 12, 3
# Where the buttons stand on the map.
CONTROLS: Box = (0.0, 0.0, 205.0, 52.0)
FARTHEST_RANK, LARGE_RANK, MOST_PULL, NEAR_ZOOM = 5, 2, 90.0, 4.0
FARTHEST = MOST_PULL + 4 * 17.0
_NEAR = tuple(
    sorted(
        ((dx * 24.0, dy * 17.0) for dx in range(-3, 4) for dy in range(-4, 5)),
        key=lambda step: (step[0] ** 2 + step[1] ** 2, step),
    )
)


class Name(NamedTuple):
    """A word on the map: `anchor` is start, middle or end; `dx`, `dy` are pixels from its coordinate; `kind`
    is country, project or town.
    """

    text: str
    kind: str
    longitude: float
    latitude: float
    size: int
    colour: str
    anchor: str = "middle"
    dx: float = 0.0
    dy: float = 0.0
    minor: bool = False


def placed(
    lines: Sequence[Line],
    points: Sequence[Point],
    towns: pd.DataFrame,
    countries: Mapping[str, Any],
    view: View,
    mode: Mode,
) -> tuple[Name, ...]:
    """Names of projects along their lines, of countries and of towns, none over another at the first view.

    Closer views only draw them apart. Where a name has a choice of places, it takes the one that crosses the
    fewest lines.
    """
    taken = [
        _around(view.at(point.longitude, point.latitude), point.radius)
        for point in points
        if point.radius > 5
    ]
    strokes = Strokes(
        [(view.at(*start), view.at(*other)) for line in lines for start, other in pairwise(line.path)]
    )
    reach = {(point.longitude, point.latitude): point.radius for point in points}
    few = view.width <= PHONE_WIDTH and view.zoom < NEAR_ZOOM
    lesser = towns[~towns["capital"]]
    capitals, others = (
        _named(towns[towns["capital"]], reach, mode, 12),
        _named(lesser[lesser["weighty"]].head(FEW_TOWNS) if few else lesser, reach, mode, 11),
    )
    ground = Ground([CONTROLS, _moved_in(CONTROLS, view.edges[0]), *view.covered, *taken], GAP)
    names = [
        _best(candidates, ground, strokes, view)
        for candidates in chain(capitals, _countries(countries, view, mode, few), _projects(lines), others)
    ]
    return tuple(name for name in names if name)


def _best(candidates: Iterable[Name], ground: Ground, strokes: Strokes, view: View) -> Name | None:
    """The free place that crosses the fewest lines, the earlier one if two cross as many; a minor name
    crosses none.
    """
    inside = (name for name in candidates if _inside(box_of(name, view), view))

    def crossed(name: Name) -> float | None:
        number = strokes.crossing(box_of(name, view))
        return None if number and name.minor else number

    return place(inside, ground, lambda name: [box_of(name, view)], crossed)


def _projects(lines: Sequence[Line]) -> Iterator[Iterable[Name]]:
    by_project: dict[str, list[Line]] = {}
    for line in lines:
        by_project.setdefault(line.record_id, []).append(line)
    for sections in sorted(by_project.values(), key=lambda lines: (lines[0].order, lines[0].record_id)):
        if sections[0].short:
            yield _along(sorted(sections, key=lambda line: line.status in GIVEN_UP), sections[0].short)


def _along(lines: Sequence[Line], text: str) -> Iterator[Name]:
    for start, other, colour in ((*ends, line.colour) for line in lines for ends in pairwise(line.path)):
        for share in (0.5, 0.25, 0.75):
            longitude, latitude = (
                start[0] + (other[0] - start[0]) * share,
                start[1] + (other[1] - start[1]) * share,
            )
            for anchor, dx, dy in (
                ("start", 9.0, 0.0),
                ("end", -9.0, 0.0),
                ("middle", 0.0, 14.0),
                ("middle", 0.0, -14.0),
            ):
                yield Name(text, "project", longitude, latitude, 13, colour, anchor, dx, dy)


def _countries(countries: Mapping[str, Any], view: View, mode: Mode, few: bool) -> Iterator[Iterator[Name]]:
    """Countries near their point, the nearer the smaller the map; the name of a large one that lies just
    outside comes to the edge of the view.
    """
    farthest = FEW_RANK if few else FARTHEST_RANK
    reach = min(1.0, 2.0 ** (view.zoom - NEAR_ZOOM))
    for feature in sorted(
        countries["features"],
        key=lambda country: (country["properties"]["rank"], country["properties"]["name"]),
    ):
        properties = feature["properties"]
        longitude, latitude = feature["geometry"]["coordinates"]
        if properties["rank"] <= farthest and _in_reach(longitude, latitude, view):
            y = view.at(longitude, latitude)[1]
            pull = min(max(y, 14.0), view.height - 14.0) - y if properties["rank"] == LARGE_RANK else 0.0
            shifts = _NEAR if abs(pull) < MOST_PULL else ()
            middle = Name(
                properties["name"].upper(), "country", longitude, latitude, 11, INK[mode].quiet, dy=pull
            )
            yield _moved(middle, (("middle", dx * reach, dy * reach) for dx, dy in shifts))


def _moved(name: Name, places: Iterable[tuple[str, float, float]]) -> Iterator[Name]:
    """A name at each of some places beside its own, made as they are tried: most names take the first."""
    for anchor, dx, dy in places:
        yield name._replace(anchor=anchor, dx=name.dx + dx, dy=name.dy + dy)


def _in_reach(longitude: float, latitude: float, view: View) -> bool:
    """Whether a name of what lies there could still come into view: none is moved farther than this."""
    x, y = view.at(longitude, latitude)
    return -FARTHEST < x < view.width + FARTHEST and -FARTHEST < y < view.height + FARTHEST


def _named(
    towns: pd.DataFrame, reach: Mapping[tuple[float, float], float], mode: Mode, size: int
) -> Iterator[Iterator[Name]]:
    for row in towns.to_dict("records"):
        away = 6.0 + (reach.get((row["longitude"], row["latitude"]), 0.0))
        beside = (
            ("start", away, 0.0),
            ("end", -away, 0.0),
            ("middle", 0.0, -away - 5),
            ("middle", 0.0, away + 6),
        )
        diagonal = (
            ("start", away - 2, -8.0),
            ("start", away - 2, 9.0),
            ("end", 2 - away, -8.0),
            ("end", 2 - away, 9.0),
        )
        town = Name(
            row["name"],
            "town",
            row["longitude"],
            row["latitude"],
            size,
            INK[mode].text,
            minor=not row["weighty"],
        )
        yield _moved(town, (*beside, *diagonal))


def box_of(name: Name, view: View) -> Box:
    """What a name covers at the first view: left, top, right and bottom in pixels."""
    x, y = view.at(name.longitude, name.latitude)
    spacing = SPACING if name.kind == "country" else 0.0
    width, height = width_of(name.text, name.size, spacing), name.size * LINE_HEIGHT
    left = x + name.dx - width * {"start": 0.0, "middle": 0.5, "end": 1.0}[name.anchor]
    return left, y + name.dy - height / 2, left + width, y + name.dy + height / 2


def _moved_in(box: Box, edge: float) -> Box:
    """Where something at the left stands on a screen that shows the map from an edge on."""
    return box[0] + edge, box[1], box[2] + edge, box[3]


def _around(at: tuple[float, float], radius: float) -> Box:
    return at[0] - radius, at[1] - radius, at[0] + radius, at[1] + radius


def _inside(box: Box, view: View) -> bool:
    """Whether a name stands on the map, and no screen that shows only the middle cuts it in two."""
    if any(box[0] < edge < box[2] for edge in view.edges):
        return False
    return box[0] > 4 and box[1] > 4 and box[2] < view.width - 4 and box[3] < view.height - 4
