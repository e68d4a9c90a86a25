"""Where names of lines stand: beside the lines themselves, covering no line, no mark and no other name."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import combinations, pairwise, product
from typing import Any

import numpy as np
import pandas as pd

from dashboard.views.labels.placer import Box, Ground, place, width_of

# Names are proved free at the first of these widths from which all can stand, and at each after it; a
# narrower drawing has a key.
WIDTHS = (700.0, 780.0, 860.0, 950.0, 1050.0, 1170.0, 1450.0)
SIZE, HIGH, LINE = 12.0, 16.0, 14.0
LEASTS = WIDTHS[:4]
RINGS = (7.0, 20.0, 36.0, 56.0, 80.0, 110.0, 145.0, 185.0, 230.0)
ANCHORS = 18
_PIECES = 8
# So many pixels from its point a leader may still be over the point's own mark or line.
LEAVES = 18
# What stays free beside words, and above and below them.
CLEAR = (4.0, 2.0)
# The width of words that stand upright, as a share of the narrowest drawing with names.
BESIDE_BREAK = 0.022
# A name in two lines is as good as one in a line that stands so much farther away, in rings.
_BROKEN = 1.5

Point = tuple[float, float]


@dataclass(frozen=True)
class Line:
    """Something to be named: its points (share of the width, pixels from the top), those that a line joins
    standing in one run, and the room for its name. `broken` are its words in more lines, where they may be.
    """

    key: str
    words: str
    runs: Sequence[Sequence[Point]]
    top: float
    bottom: float
    broken: tuple[str, ...] = ()


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

    @property
    def width(self) -> float:
        """How wide the words are, in pixels."""
        return width_of(self.words, SIZE)

    @property
    def height(self) -> float:
        """How high the words are, in pixels."""
        return HIGH + LINE * self.words.count("\n")

    def box(self, width: float) -> Box:
        """Left, top, right and bottom in a drawing of that width."""
        left, middle = self.at[0] * width + self.dx, self.at[1] + self.dy
        return left, middle - self.height / 2, left + self.width, middle + self.height / 2


def beside(lines: Sequence[Line], marks: Sequence[Box] = (), notes: Sequence[Line] = ()) -> list[Name]:
    """A name for each line, as near to its end as is free from some width on; none at all if one line cannot
    be named. After them the `notes` that find room, in their order.

    `marks` are other things that no name may cover: left and right as shares of the width, top and bottom in
    pixels.
    """
    pieces = np.array([piece for line in lines for piece in _pieces(line)] + list(marks)).reshape(-1, 4)
    for least in LEASTS:
        widths = [width for width in WIDTHS if width >= least]
        ground = Ground(_spread(pieces, widths))
        names = _all_of(lines, ground, widths)
        if len(names) == len(lines):
            return [*names, *_any_of(notes, ground, widths)]
    return []


def _all_of(lines: Sequence[Line], ground: Ground, widths: Sequence[float]) -> list[Name]:
    """The names that are free at all widths, until one is not."""
    names: list[Name] = []
    for line in lines:
        found = _placed(line, ground, widths)
        if found is None:
            return names
        names.append(found)
    return names


def _any_of(lines: Sequence[Line], ground: Ground, widths: Sequence[float]) -> Iterator[Name]:
    for line in lines:
        found = _placed(line, ground, widths)
        if found:
            yield found


def _placed(line: Line, ground: Ground, widths: Sequence[float]) -> Name | None:
    inside = (name for name in _tries(line, widths[0]) if _inside(name, line, widths))
    return place(inside, ground, lambda name: _covered(name, widths))


def _pieces(line: Line) -> Iterator[Box]:
    """Small boxes along each line and around each point."""
    for run in line.runs:
        for x, y in run:
            yield x, x, y - 2.5, y + 2.5
        for (x, y), (to_x, to_y) in pairwise(run):
            for step in range(_PIECES):
                first, last = step / _PIECES, (step + 1) / _PIECES
                ys = sorted((y + (to_y - y) * first, y + (to_y - y) * last))
                yield x + (to_x - x) * first, x + (to_x - x) * last, ys[0], ys[1]


def _spread(pieces: np.ndarray, widths: Sequence[float]) -> np.ndarray:
    """Boxes in pixels (left, top, right, bottom) at each width: widths × boxes × 4."""
    sides = pieces[:, [0, 2, 1, 3]]
    return np.stack([sides * (width, 1.0, width, 1.0) for width in widths])


def _tries(line: Line, least: float) -> Iterator[Name]:
    """Places for a name, best first: near, near the end of the line, and in one line of words."""
    points = [point for run in line.runs for point in run][::-1]
    step = max(len(points) / ANCHORS, 1.0)
    anchors = [points[int(place * step)] for place in range(min(len(points), ANCHORS))]
    forms = (line.words, *line.broken)
    for ring, rank, form in sorted(
        product(range(len(RINGS)), range(len(anchors)), range(len(forms))),
        key=lambda candidate: (candidate[0] + candidate[1] / 4 + candidate[2] * _BROKEN, candidate),
    ):
        yield from _around(Name(line.key, forms[form], anchors[rank], 0.0, 0.0, least=least), RINGS[ring])


def _around(name: Name, gap: float) -> Iterator[Name]:
    """The places of a name at one distance from its point: right, above, below, left."""
    width, rise = name.width, gap + name.height / 2
    sides = [(gap, 0.0, gap - 2, 0.0, False)]
    beginnings = [(-width * part, part == 1) for part in (0.0, 1.0, 0.5, 0.25, 0.75)]
    for left, turned in beginnings:
        sides += [(left, -rise, 0.0, 3 - gap, turned), (left, rise, 0.0, gap - 3, turned)]
    for dx, dy, to_x, to_y, turned in [*sides, (-gap - width, 0.0, 2 - gap, 0.0, True)]:
        leader = (to_x, to_y) if gap > RINGS[0] else (0.0, 0.0)
        yield Name(name.key, name.words, name.at, dx, dy, leader, turned, name.least)


def _inside(name: Name, line: Line, widths: Sequence[float]) -> bool:
    boxes = ((*name.box(width), width) for width in widths)
    return all(
        left >= 0 and right <= width and top >= line.top and bottom <= line.bottom
        for left, top, right, bottom, width in boxes
    )


def _covered(name: Name, widths: Sequence[float]) -> np.ndarray:
    """What a name covers at each width: its words, and its leader away from its own point."""
    words = ((width, name.box(width)) for width in widths)
    return np.array([[_grown(box, *CLEAR), _leader(name, width)] for width, box in words])


def _grown(box: Box, across: float, down: float) -> Box:
    return box[0] - across, box[1] - down, box[2] + across, box[3] + down


def _leader(name: Name, width: float) -> Box:
    """A leader runs across or down; where there is none, the words once more."""
    (x, y), (to_x, to_y) = (name.at[0] * width, name.at[1]), name.leader
    far = max(abs(to_x), abs(to_y))
    if far <= LEAVES:
        return name.box(width)
    xs, ys = (sorted((at + to * LEAVES / far, at + to)) for at, to in ((x, to_x), (y, to_y)))
    return _grown((xs[0], ys[0], xs[1], ys[1]), 1, 1)


def in_lines(words: str, most: int = 2) -> tuple[str, ...]:
    """Words broken into two lines and more, each time at the spaces that leave the shortest longest line."""
    spaces = [place for place, letter in enumerate(words) if letter == " "]
    return tuple(
        min((_broken(words, places) for places in combinations(spaces, lines - 1)), key=_width)
        for lines in range(2, most + 1)
        if len(spaces) >= lines - 1
    )


def _broken(words: str, places: Sequence[int]) -> str:
    return "".join("\n" if place in places else letter for place, letter in enumerate(words))


def _width(words: str) -> float:
    return width_of(words, SIZE)


def share(moment: datetime, years: tuple[int, int]) -> float:
    """Where a moment stands between the beginning of the first and the end of the last year, from 0 to 1."""
    first, last = datetime(years[0], 1, 1), datetime(years[1] + 1, 1, 1)
    return min(max((moment - first) / (last - first), 0.0), 1.0)


def around_breaks(
    ruled: pd.DataFrame,
    years: tuple[int, int],
    top: Callable[[Mapping[Any, Any]], float],
    foot: Callable[[Mapping[Any, Any]], float],
) -> list[Box]:
    """What breaks cover (`ruled` as from break_marks.between): their lines, and their words, which hang from
    the top of the line, before it or after it; `top` and `foot` are those of a row, in pixels.
    """
    covered = []
    for row in ruled.to_dict("records"):
        at, high = share(datetime.fromisoformat(row["x"]), years), top(row)
        left, right = (at, at + BESIDE_BREAK) if row["after"] else (at - BESIDE_BREAK, at)
        covered += [(left, right, high, high + width_of(row["words"], 11) + 4), (at, at, high, foot(row))]
    return covered
