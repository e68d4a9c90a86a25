"""The one placer of labels: how wide words are, what is taken, and which of some places a label takes.

Every drawing that names what it shows offers places in order, best first, and takes the first that is free.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import compress, islice
from math import inf
from typing import TypeVar

import numpy as np

Box = tuple[float, float, float, float]
"""Left, top, right and bottom in pixels."""
Stroke = tuple[tuple[float, float], tuple[float, float]]
"""The two ends of a straight line in pixels."""
Place = TypeVar("Place")

# How wide letters are, as shares of the size of the type, in the widest sans that a reader may have in place
# of the Atlas's own; all others are of middle width.
_WIDTHS = {" .,:;’'ijlI|ft": 0.27, "-()r/“”": 0.34, "mwMW%…": 0.8, "ABCDEGHKNOPQRSUVXY": 0.66}
_MIDDLE = 0.54
_OF_LETTER = {letter: share for letters, share in _WIDTHS.items() for letter in letters}
LINE_HEIGHT = 1.25


@lru_cache(maxsize=4096)
def width_of(words: str, size: float, spacing: float = 0.0) -> float:
    """How wide words stand in pixels, in type of `size` pixels with `spacing` (a share of the size) between
    letters. Of several lines, the widest counts.
    """
    lines = words.split("\n")
    return max(sum(_OF_LETTER.get(letter, _MIDDLE) + spacing for letter in line) for line in lines) * size


# So many places are looked at together, because one look at many costs little more than one at one; few at
# first, because most labels take one of these and the others need not be made.
_FIRST, _TOGETHER = 4, 16


class Ground:
    """What is taken in a drawing, at one width or at several: boxes as an array of widths × boxes × 4."""

    def __init__(self, taken: np.ndarray | Sequence[Box] = (), gap: float = 0.0) -> None:
        """`gap` pixels are kept free around what is taken."""
        self._taken = _at_widths(taken)
        self._gap = gap

    def free(self, places: Sequence[np.ndarray | Sequence[Box]]) -> np.ndarray:
        """Which of some places, each as many boxes in the same form, meet nothing that is taken at any
        width.
        """
        wanted = np.stack([_at_widths(boxes) for boxes in places])
        # Most places fail at the narrowest width already; the others are looked at only where one does not.
        free = self._free_at(wanted, slice(0, 1))
        free[free] = self._free_at(wanted[free], slice(1, None))
        return free

    def _free_at(self, wanted: np.ndarray, widths: slice) -> np.ndarray:
        boxes, taken = wanted[:, widths, :, None, :], self._taken[None, widths, None, :, :]
        meets = (boxes[..., 0] < taken[..., 2] + self._gap) & (boxes[..., 2] > taken[..., 0] - self._gap)
        meets &= (boxes[..., 1] < taken[..., 3] + self._gap) & (boxes[..., 3] > taken[..., 1] - self._gap)
        return np.asarray(~meets.any(axis=(1, 2, 3)))

    def take(self, boxes: np.ndarray | Sequence[Box]) -> None:
        """Mark some boxes as taken from now on."""
        self._taken = np.concatenate([self._taken, _at_widths(boxes)], axis=1)


def _at_widths(boxes: np.ndarray | Sequence[Box]) -> np.ndarray:
    array = np.asarray(boxes, dtype=float)
    return array if array.ndim == 3 else array.reshape(1, -1, 4)


def place(
    places: Iterable[Place],
    ground: Ground,
    boxes_of: Callable[[Place], np.ndarray | Sequence[Box]],
    cost: Callable[[Place], float | None] | None = None,
) -> Place | None:
    """The first of the places that is free; its boxes are taken then. None where no place is free.

    With a `cost` the cheapest is taken, the earlier of two that cost the same; None forbids a place, and one
    that costs nothing is taken without looking further.
    """
    best, least = None, inf
    for candidate in _free(places, ground, boxes_of):
        price = cost(candidate) if cost else 0.0
        if price is not None and price < least:
            best, least = candidate, price
        if price == 0:
            break
    if best is not None:
        ground.take(boxes_of(best))
    return best


def _free(
    places: Iterable[Place], ground: Ground, boxes_of: Callable[[Place], np.ndarray | Sequence[Box]]
) -> Iterator[Place]:
    """The places that are free, in their order; no more of them are made than are looked at."""
    rest, together = iter(places), _FIRST
    while batch := list(islice(rest, together)):
        yield from compress(batch, ground.free([boxes_of(candidate) for candidate in batch]))
        together = _TOGETHER


class Strokes:
    """The lines of a drawing, asked how many of them come into a box."""

    def __init__(self, strokes: Sequence[Stroke]) -> None:
        self._strokes = strokes
        ends = np.asarray(strokes, dtype=float).reshape(-1, 2, 2)
        self._least, self._most = ends.min(axis=1), ends.max(axis=1)

    def crossing(self, box: Box) -> int:
        """How many strokes come into the box: only those about it are looked at closely."""
        about = (self._least <= box[2:]).all(axis=1) & (self._most >= box[:2]).all(axis=1)
        return sum(crosses(box, stroke) for stroke in compress(self._strokes, about))


def crosses(box: Box, stroke: Stroke) -> bool:
    """Whether a stroke comes into a box (it is looked at every few pixels)."""
    (x, y), (to_x, to_y) = stroke
    if max(x, to_x) < box[0] or min(x, to_x) > box[2] or max(y, to_y) < box[1] or min(y, to_y) > box[3]:
        return False
    steps = max(int(max(abs(to_x - x), abs(to_y - y)) / 6), 1)
    return any(
        box[0] <= x + (to_x - x) * at / steps <= box[2] and box[1] <= y + (to_y - y) * at / steps <= box[3]
        for at in range(steps + 1)
    )
