"""How each data set looks: one colour and one shape, on every chart of every page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from dashboard.views.theme import SERIES_COLOURS, Mode

# Data sets that come back from chart to chart: the place of each among the colours, and its shape.
LOOKS: Mapping[str, tuple[int, str]] = {
    "Correlates of War": (0, "circle"),
    "IMF": (1, "square"),
    "UN Comtrade": (2, "cross"),
}
# What stands in one chart only takes the places and shapes after these.
_SPARE_SHAPES = ("circle", "square", "triangle-up", "diamond")


def look_of(name: str) -> tuple[int, str] | None:
    """Place and shape of the data set that a name of a series holds; None for one that stands in one chart
    only.
    """
    return next((look for data_set, look in LOOKS.items() if data_set in name), None)


def looks(names: Sequence[str], mode: Mode) -> tuple[list[str], list[str]]:
    """Colour and shape of each series of a chart; a second series of a data set takes a colour of its own."""
    colours, shapes = SERIES_COLOURS[mode], list[str]()
    places: list[int] = []
    for name in names:
        place, shape = look_of(name) or (-1, "")
        if place < 0 or place in places:
            place = _spare(places)
        places.append(place)
        shapes.append(shape or _SPARE_SHAPES[(place - len(LOOKS)) % len(_SPARE_SHAPES)])
    return [colours[place] for place in places], shapes


def _spare(taken: Sequence[int]) -> int:
    """The first place that no data set has and no series before took."""
    free = (place for place in range(len(LOOKS), len(SERIES_COLOURS["light"])) if place not in taken)
    return next(free, len(LOOKS))
