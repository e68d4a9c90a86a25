"""What part of the world is seen first: Web Mercator, in which deck.gl draws, and the view that frames what
is drawn.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import atan, degrees, exp, log, log2, pi, radians, tan

WIDTH, HEIGHT = 1000, 580
# What a phone shows of it beside a title, on its first screen.
PHONE_WIDTH, PHONE_HEIGHT = 356, 500
# Of a map that is drawn for a wide screen, a small one shows the middle.
SEEN = 728
MARGIN = 34
TILE = 512
MOST_ZOOM = 6.0


@dataclass(frozen=True)
class View:
    """The middle of the map and its zoom, on a canvas of `width` by `height` pixels, of whose width every
    screen shows the middle `seen` pixels.
    """

    longitude: float
    latitude: float
    zoom: float
    width: int = WIDTH
    height: int = HEIGHT
    seen: int = WIDTH

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


@lru_cache(maxsize=4096)
def northing(latitude: float) -> float:
    """A latitude in Mercator degrees: as many degrees of longitude as it is high on the map."""
    return degrees(log(tan(pi / 4 + radians(latitude) / 2)))


def latitude_of(north: float) -> float:
    """The latitude of a height in Mercator degrees."""
    return degrees(2 * atan(exp(radians(north))) - pi / 2)


def framing(path: Iterable[Sequence[float]], width: int = WIDTH, height: int = HEIGHT, seen: int = 0) -> View:
    """The closest view in which every [longitude, latitude] is seen, also where a screen shows only the
    middle `seen` pixels of the width.

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
        (seen - 2 * MARGIN) / max(east - west, 0.1), (height - 2 * MARGIN) / max(north - south, 0.1)
    )
    zoom = min(log2(per_degree * 360 / TILE), MOST_ZOOM)
    slack = (seen - 2 * MARGIN) / (TILE * 2**zoom / 360) / 2
    average = sum(coordinate[0] for coordinate in coordinates) / len(coordinates)
    middle = min(max(average, east - slack), west + slack)
    latitude = latitude_of((south + north) / 2)
    return View(round(middle, 3), round(latitude, 3), round(zoom - 0.005, 2), width, height, seen)
