"""What part of the world is seen first: Web Mercator, in which deck.gl draws, and the view that frames what
is drawn.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import atan, degrees, exp, log, log2, pi, radians, tan

from dashboard.views.labels.placer import Box

WIDTH, HEIGHT = 1000, 580
# What a phone shows of it beside a title, on its first screen.
PHONE_WIDTH, PHONE_HEIGHT = 356, 500
# Of a map that is drawn for a wide screen, a small one shows the middle.
SEEN = 728
MARGIN = 34
# Pixels to the farthest stop from the rows of controls, which are no edge that cuts.
BESIDE_CONTROLS = 20
TILE = 512
MOST_ZOOM = 6.0


@dataclass(frozen=True)
class View:
    """The middle of the map and its zoom, on a canvas of `width` by `height` pixels, of whose width every
    screen shows the middle `seen` pixels. On what is `covered` controls may lie.
    """

    longitude: float
    latitude: float
    zoom: float
    width: int = WIDTH
    height: int = HEIGHT
    seen: int = WIDTH
    covered: tuple[Box, ...] = ()

    def at(self, longitude: float, latitude: float) -> tuple[float, float]:
        """The pixel of a coordinate, from the left and from the top."""
        scale = TILE * 2**self.zoom / 360
        x = (longitude - self.longitude) * scale + self.width / 2
        y = (northing(self.latitude) - northing(latitude)) * scale + self.height / 2
        return x, y

    @property
    def edges(self) -> tuple[float, float]:
        """Where a screen that shows only the middle of the map cuts it, from the left."""
        return (self.width - self.seen) / 2, (self.width + self.seen) / 2


@dataclass(frozen=True)
class Canvas:
    """The ground of a map in pixels, of which every screen of its size shows the middle `seen`; `left`, `top`
    and `bottom` are how far controls and legend reach in from the edges, the legend up to `legend`.
    """

    width: int = WIDTH
    height: int = HEIGHT
    seen: int = SEEN
    left: int = 0
    top: int = 0
    bottom: int = 0
    legend: int = 0

    def framing(self, path: Iterable[Sequence[float]]) -> View:
        """The closest view in which every [longitude, latitude] is seen beside the controls.

        Raises ValueError without any coordinate.
        """
        free = framing(
            path,
            self.width - self.left,
            self.height - self.top - self.bottom,
            self.seen - self.left,
            BESIDE_CONTROLS if self.top else MARGIN,
        )
        scale = TILE * 2**free.zoom / 360
        north = northing(free.latitude) + (self.top - self.bottom) / 2 / scale
        return View(
            round(free.longitude - self.left / 2 / scale, 3),
            round(latitude_of(north), 3),
            free.zoom,
            self.width,
            self.height,
            self.seen,
            tuple(self._covered()),
        )

    def _covered(self) -> Iterator[Box]:
        """The rows of controls, and the legend in the corner of the narrowest and of the widest screen."""
        width, foot = float(self.width), float(self.height - self.bottom)
        if self.top:
            yield 0.0, 0.0, width, float(self.top)
        if self.bottom:
            yield 0.0, foot, width, float(self.height)
        for edge in (0.0, (self.width - self.seen) / 2) if self.left else ():
            yield edge, foot - self.legend, edge + self.left, foot


# The sizes of windows, and what each shows of a live map between its rows of controls; in a small one the
# legend is folded.
PHONE, SMALL, MEDIUM, LARGE = "phone", "small", "medium", "large"
WINDOWS = {
    PHONE: Canvas(PHONE_WIDTH, PHONE_HEIGHT, PHONE_WIDTH),
    SMALL: Canvas(WIDTH, 560, SEEN, top=60, bottom=60),
    MEDIUM: Canvas(WIDTH, 660, 930, left=180, top=60, bottom=60, legend=290),
    LARGE: Canvas(1380, 740, 1210, left=180, top=60, bottom=60, legend=290),
}


@lru_cache(maxsize=4096)
def northing(latitude: float) -> float:
    """A latitude in Mercator degrees: as many degrees of longitude as it is high on the map."""
    return degrees(log(tan(pi / 4 + radians(latitude) / 2)))


def latitude_of(north: float) -> float:
    """The latitude of a height in Mercator degrees."""
    return degrees(2 * atan(exp(radians(north))) - pi / 2)


def framing(
    path: Iterable[Sequence[float]],
    width: int = WIDTH,
    height: int = HEIGHT,
    seen: int = 0,
    above: int = MARGIN,
) -> View:
    """The closest view in which every [longitude, latitude] is seen, also where a screen shows only the
    middle `seen` pixels of the width; `above` and below the farthest stop so many pixels stay free.

    Where the canvas is wider than what is drawn, the average stop comes as near to the middle as all others
    allow, so that a phone, which sees the middle only, sees most of it. Raises ValueError without any
    coordinate.
    """
    coordinates, seen = list(path), min(seen or width, width)
    if not coordinates:
        raise ValueError("a view needs at least one coordinate")
    west, east = (
        min(coordinate[0] for coordinate in coordinates),
        max(coordinate[0] for coordinate in coordinates),
    )
    norths = [northing(coordinate[1]) for coordinate in coordinates]
    south, north = min(norths), max(norths)
    per_degree = min(
        (seen - 2 * MARGIN) / max(east - west, 0.1), (height - 2 * above) / max(north - south, 0.1)
    )
    zoom = min(log2(per_degree * 360 / TILE), MOST_ZOOM)
    slack = (seen - 2 * MARGIN) / (TILE * 2**zoom / 360) / 2
    average = sum(coordinate[0] for coordinate in coordinates) / len(coordinates)
    middle = min(max(average, east - slack), west + slack)
    latitude = latitude_of((south + north) / 2)
    return View(round(middle, 3), round(latitude, 3), round(zoom - 0.005, 2), width, height, seen)
