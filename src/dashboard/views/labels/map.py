"""Which names stand on the map and where: the weightiest first, each only where it covers no other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain, pairwise
from math import inf
from typing import TYPE_CHECKING, Any

import pandas as pd

from dashboard.views.map.view import View
from dashboard.views.theme import INK, Mode

if TYPE_CHECKING:
    from dashboard.views.map.scene import Line, Point

Box = tuple[float, float, float, float]
Stroke = tuple[tuple[float, float], tuple[float, float]]

# A name stands at a section that was given up only where no other has room.
GIVEN_UP = ("cancelled", "superseded")
LETTER = 0.56
LINE_HEIGHT = 1.25
GAP = 3.0
FARTHEST_RANK, LARGE_RANK, MOST_PULL, NEAR_ZOOM = 5, 2, 90.0, 4.0
FARTHEST = MOST_PULL + 4 * 17.0
_NEAR = tuple(
    sorted(
        ((dx * 24.0, dy * 17.0) for dx in range(-3, 4) for dy in range(-4, 5)),
        key=lambda step: (step[0] ** 2 + step[1] ** 2, step),
    )
)


@dataclass(frozen=True)
class Name:
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
    strokes: list[Stroke] = [
        (view.at(*start), view.at(*other)) for line in lines for start, other in pairwise(line.path)
    ]
    reach = {(point.longitude, point.latitude): point.radius for point in points}
    capitals, others = (
        _named(towns[towns["capital"]], reach, mode, 12),
        _named(towns[~towns["capital"]], reach, mode, 11),
    )
    names: list[Name] = []
    for candidates in chain(capitals, _countries(countries, view, mode), _projects(lines), others):
        found = _best(candidates, taken, strokes, view)
        if found:
            names.append(found[0])
            taken.append(found[1])
    return tuple(names)


def _best(
    candidates: Iterable[Name], taken: list[Box], strokes: list[Stroke], view: View
) -> tuple[Name, Box] | None:
    """The free place that crosses the fewest lines, the earlier one if two cross as many; a minor name
    crosses none.

    Places are tried in their order, and the first that crosses nothing is taken without looking at the
    others.
    """
    best, fewest = None, inf
    for name in candidates:
        box = box_of(name, view)
        if not _inside(box, view) or any(_meet(box, other) for other in taken):
            continue
        crossed = sum(_crosses(box, *stroke) for stroke in strokes)
        if crossed < fewest and not (crossed and name.minor):
            best, fewest = (name, box), crossed
        if not crossed:
            break
    return best


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


def _countries(countries: Mapping[str, Any], view: View, mode: Mode) -> Iterator[Iterator[Name]]:
    """Countries near their point, the nearer the smaller the map; the name of a large one that lies just
    outside comes to the edge of the view.
    """
    reach = min(1.0, 2.0 ** (view.zoom - NEAR_ZOOM))
    for feature in sorted(
        countries["features"],
        key=lambda country: (country["properties"]["rank"], country["properties"]["name"]),
    ):
        properties = feature["properties"]
        longitude, latitude = feature["geometry"]["coordinates"]
        if properties["rank"] <= FARTHEST_RANK and _in_reach(longitude, latitude, view):
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
        yield replace(name, anchor=anchor, dx=name.dx + dx, dy=name.dy + dy)


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
    width, height = (
        len(name.text) * name.size * (LETTER + 0.12 * (name.kind == "country")),
        name.size * LINE_HEIGHT,
    )
    left = x + name.dx - width * {"start": 0.0, "middle": 0.5, "end": 1.0}[name.anchor]
    return left, y + name.dy - height / 2, left + width, y + name.dy + height / 2


def _around(at: tuple[float, float], radius: float) -> Box:
    return at[0] - radius, at[1] - radius, at[0] + radius, at[1] + radius


def _inside(box: Box, view: View) -> bool:
    return box[0] > 4 and box[1] > 4 and box[2] < view.width - 4 and box[3] < view.height - 4


def _meet(box: Box, other: Box) -> bool:
    return (
        box[0] < other[2] + GAP
        and other[0] < box[2] + GAP
        and box[1] < other[3] + GAP
        and other[1] < box[3] + GAP
    )


def _crosses(box: Box, start: tuple[float, float], other: tuple[float, float]) -> bool:
    """Whether a stroke comes into a box (it is looked at every few pixels)."""
    if (
        max(start[0], other[0]) < box[0]
        or min(start[0], other[0]) > box[2]
        or max(start[1], other[1]) < box[1]
        or min(start[1], other[1]) > box[3]
    ):
        return False
    steps = max(int(max(abs(other[0] - start[0]), abs(other[1] - start[1])) / 6), 1)
    return any(
        box[0] <= start[0] + (other[0] - start[0]) * at / steps <= box[2]
        and box[1] <= start[1] + (other[1] - start[1]) * at / steps <= box[3]
        for at in range(steps + 1)
    )
