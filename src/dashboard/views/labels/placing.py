"""Where names of lines stand: beside the lines themselves, covering no line, no mark and no other name."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise, product
from typing import Any

import numpy as np
import pandas as pd

# Names are proved free at the first of these widths from which all can stand, and at each after it; a
# narrower drawing has a key.
WIDTHS = (700.0, 780.0, 860.0, 950.0, 1050.0, 1170.0)
LETTER, HIGH = 5.7, 16.0
LEASTS = WIDTHS[:4]
RINGS = (7.0, 20.0, 36.0, 56.0, 80.0)
ANCHORS = 18
_PIECES = 8
# So many pixels from its point a leader may still be over the point's own mark or line.
LEAVES = 11
# The width of words that stand upright, as a share of the narrowest drawing with names.
BESIDE_BREAK = 0.022

Point = tuple[float, float]
Box = tuple[float, float, float, float]


@dataclass(frozen=True)
class Line:
    """Something to be named: its points (share of the width, pixels from the top), those that a line joins
    standing in one run, and the room for its name.
    """

    key: str
    words: str
    runs: Sequence[Sequence[Point]]
    top: float
    bottom: float

    @property
    def width(self) -> float:
        """How wide the words are, in pixels."""
        return len(self.words) * LETTER


@dataclass(frozen=True)
class Name:
    """Where a name stands: the point it belongs to, its left end and middle from there, and the end of its
    leader (both 0: none), in pixels.

    One that is `turned` ends at its point and is set from there, because the length of words is estimated. It
    stands so in drawings wider than `least`.
    """

    key: str
    words: str
    at: Point
    dx: float
    dy: float
    leader: Point = (0.0, 0.0)
    turned: bool = False
    least: float = WIDTHS[0]

    def box(self, width: float) -> Box:
        """Left, top, right and bottom in a drawing of that width."""
        left, middle = self.at[0] * width + self.dx, self.at[1] + self.dy
        return left, middle - HIGH / 2, left + len(self.words) * LETTER, middle + HIGH / 2


def beside(lines: Sequence[Line], marks: Sequence[Box] = ()) -> list[Name]:
    """A name for each line, as near to its end as is free from some width on; none at all if one line cannot
    be named.

    `marks` are other things that no name may cover: left and right as shares of the width, top and bottom in
    pixels.
    """
    pieces = np.array([piece for line in lines for piece in _pieces(line)] + list(marks)).reshape(-1, 4)
    tries = (_from(least, lines, pieces) for least in LEASTS)
    return next((names for names in tries if len(names) == len(lines)), [])


def _from(least: float, lines: Sequence[Line], pieces: np.ndarray) -> list[Name]:
    """The names that are free at `least` and every greater width, until one is not."""
    widths = [width for width in WIDTHS if width >= least]
    taken = _spread(pieces, widths)
    names: list[Name] = []
    for line in lines:
        found = next(
            (
                name
                for name in _tries(line, least)
                if _inside(name, line, widths) and _free(name, taken, widths)
            ),
            None,
        )
        if found is None:
            return []
        names.append(found)
        taken = np.concatenate([taken, _at(found.box, widths)], axis=1)
    return names


def _pieces(line: Line) -> Iterator[Box]:
    """Small boxes along each line and around each point."""
    for run in line.runs:
        for x, y in run:
            yield x, x, y - 2, y + 2
        for (x, y), (to_x, to_y) in pairwise(run):
            for step in range(_PIECES):
                first, last = step / _PIECES, (step + 1) / _PIECES
                ys = sorted((y + (to_y - y) * first, y + (to_y - y) * last))
                yield x + (to_x - x) * first, x + (to_x - x) * last, ys[0], ys[1]


def _spread(pieces: np.ndarray, widths: Sequence[float]) -> np.ndarray:
    """Boxes in pixels (left, top, right, bottom, with some room to each side) at each width: widths × boxes ×
    4.
    """
    return np.stack(
        [
            np.stack(
                [pieces[:, 0] * width - 4, pieces[:, 2] - 2, pieces[:, 1] * width + 4, pieces[:, 3] + 2],
                axis=1,
            )
            for width in widths
        ]
    )


def _at(box: Callable[[float], Box], widths: Sequence[float]) -> np.ndarray:
    return np.array([[box(width)] for width in widths])


def _tries(line: Line, least: float) -> Iterator[Name]:
    """Places for a name, best first: near, and near the end of the line."""
    points = [point for run in line.runs for point in run][::-1]
    step = max(len(points) / ANCHORS, 1.0)
    anchors = [points[int(place * step)] for place in range(min(len(points), ANCHORS))]
    for ring, rank in sorted(
        product(range(len(RINGS)), range(len(anchors))),
        key=lambda candidate: (candidate[0] + candidate[1] / 4, candidate),
    ):
        gap, rise = RINGS[ring], RINGS[ring] + HIGH / 2
        sides = [(gap, 0.0, gap - 2, 0.0, False)]
        for left, turned in ((0.0, False), (-line.width, True), (-line.width / 2, False)):
            sides += [(left, -rise, 0.0, 3 - gap, turned), (left, rise, 0.0, gap - 3, turned)]
        for dx, dy, to_x, to_y, turned in [*sides, (-gap - line.width, 0.0, 2 - gap, 0.0, True)]:
            yield Name(
                line.key,
                line.words,
                anchors[rank],
                dx,
                dy,
                (to_x, to_y) if ring else (0.0, 0.0),
                turned,
                least,
            )


def _inside(name: Name, line: Line, widths: Sequence[float]) -> bool:
    boxes = ((*name.box(width), width) for width in widths)
    return all(
        left >= 0 and right <= width and top >= line.top and bottom <= line.bottom
        for left, top, right, bottom, width in boxes
    )


def _free(name: Name, taken: np.ndarray, widths: Sequence[float]) -> bool:
    """Whether neither the name nor its leader, away from its own point, meets anything."""
    if _meets(_at(name.box, widths), taken):
        return False
    (x, y), far = name.leader, max(abs(part) for part in name.leader)
    steps = np.arange(LEAVES, far, 5) / far if far > LEAVES else np.array([])
    return not any(
        _meets(
            np.array([[(name.at[0] * width + x * step, name.at[1] + y * step) * 2] for width in widths]),
            taken,
        )
        for step in steps
    )


def _meets(boxes: np.ndarray, taken: np.ndarray) -> bool:
    left, top, right, bottom = (boxes[:, :, side] for side in range(4))
    return bool(
        (
            (left < taken[:, :, 2])
            & (right > taken[:, :, 0])
            & (top < taken[:, :, 3])
            & (bottom > taken[:, :, 1])
        ).any()
    )


def share(moment: datetime, years: tuple[int, int]) -> float:
    """Where a moment stands between the beginning of the first and the end of the last year, from 0 to 1."""
    first, last = datetime(years[0], 1, 1), datetime(years[1] + 1, 1, 1)
    return min(max((moment - first) / (last - first), 0.0), 1.0)


def around_breaks(
    ruled: pd.DataFrame,
    years: tuple[int, int],
    top: Callable[[Mapping[Any, Any]], float],
    foot: Callable[[Mapping[Any, Any]], float],
) -> tuple[list[Box], list[Box]]:
    """What breaks cover (`ruled` as from break_marks.between): first their words, which hang from the top of
    the line, before it or after it, then the lines; `top` and `foot` are those of a row, in pixels.
    """
    words, lines = [], []
    for row in ruled.to_dict("records"):
        at, high = share(datetime.fromisoformat(row["x"]), years), top(row)
        left, right = (at, at + BESIDE_BREAK) if row["after"] else (at - BESIDE_BREAK, at)
        words.append((left, right, high, high + len(row["words"]) * LETTER + 4))
        lines.append((at, at, high, foot(row)))
    return words, lines


def clear_of(lines: Sequence[Line], marks: Sequence[Box], breaks: tuple[list[Box], list[Box]]) -> list[Name]:
    """The names beside their lines, clear of breaks; where there is no room for that, only of their words."""
    words, rules = breaks
    return beside(lines, [*marks, *words, *rules]) or beside(lines, [*marks, *words])
