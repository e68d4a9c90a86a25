"""Where marks and labels stand on a line of time so that none covers another: positions in a drawing of known
width.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache, partial
from math import ceil
from typing import Literal, NamedTuple

from dashboard.views.labels.placer import Box, Ground, place, width_of

# Words of a timeline are set in type of this size.
SIZE = 11.0
GAP = 2.0
# So many rows hold names; marks beyond them stand without.
NAMED_ROWS = 40


Side = Literal["right", "left", "over"]


@dataclass(frozen=True)
class Mark:
    """One mark: its own left and right end in pixels, its label, how much it weighs (1 most), and where it
    was put.

    `row` counts from the top for marks in rows, from the ground up to the last line for flags; the label
    stands at one `side` of the mark, its first line in the same row, or over it, its last line in the row
    above.
    """

    record_id: str
    left: float
    right: float
    label: str
    weight: int
    row: int = 0
    labelled: bool = False
    side: Side = "right"

    @property
    def length(self) -> float:
        """How wide the label is in pixels, with the room beside it; it may have several lines."""
        return max(width_of(line, SIZE) for line in self.label.split("\n")) + 4 * GAP

    @property
    def lines(self) -> int:
        """How many rows the label takes."""
        return self.label.count("\n") + 1

    @property
    def foot(self) -> int:
        """The last row, of marks in rows, that the mark or its label is in."""
        return self.row + self.lines - 1 if self.labelled and self.side != "over" else self.row


@dataclass(frozen=True)
class Ruler:
    """Days as pixels: the first and last year that are drawn, over a width."""

    first_year: int
    last_year: int
    width: float

    def at(self, day: date) -> float:
        """The pixel at which a day begins; days outside the years stand at the nearer edge."""
        start = date(self.first_year, 1, 1).toordinal()
        days = date(self.last_year, 12, 31).toordinal() + 1 - start
        return min(max((day.toordinal() - start) / days, 0.0), 1.0) * self.width


def in_rows(marks: Sequence[Mark], width: float) -> list[Mark]:
    """Each mark with its name in the first row that has room for both, the weightier first; one whose name
    finds no room in the rows for names, or is wider than the drawing, stands without.
    """
    ground = Ground()
    order = sorted(marks, key=lambda mark: (mark.weight, mark.left, mark.record_id))
    placed = {mark.record_id: place(_in_a_row(mark, width, len(marks)), ground, _covered) for mark in order}
    return [placed[mark.record_id] or mark for mark in marks]


def _in_a_row(mark: Mark, width: float, most: int) -> Iterator[Mark]:
    for row in range(NAMED_ROWS):
        if mark.right + mark.length <= width:
            yield replace(mark, row=row, labelled=True)
        if mark.left - mark.length >= 0:
            yield replace(mark, row=row, labelled=True, side="left")
        if mark.left + mark.length <= width:
            yield replace(mark, row=row + mark.lines, labelled=True, side="over")
    for row in range(NAMED_ROWS + most):
        yield replace(mark, row=row)


def _covered(mark: Mark) -> list[Box]:
    """A mark with its label, both a little lower than their rows."""
    left, right, top = mark.left, mark.right, mark.row
    if mark.labelled:
        left -= mark.length if mark.side == "left" else 0.0
        right += mark.length if mark.side == "right" else 0.0
        if mark.side == "over":
            right, top = max(right, mark.left + mark.length), top - mark.lines
    return [(left - GAP / 2, top + 0.1, right + GAP / 2, mark.foot + 0.9)]


def as_flags(
    marks: Sequence[Mark], width: float, taken: Sequence[Box] = (), ceiling: int | None = None
) -> list[Mark]:
    """Labels that fly from their marks like flags on poles: `row` is the height of their last line, from 0.
    None flies in more rows than there are below the `ceiling`.

    A flag meets no other flag, no pole and nothing that is `taken` (boxes whose top and bottom are heights
    too), and its own pole meets no flag. Flags fly to the right up to some mark and to the left from then on;
    of all such turns the one that leaves fewest marks without a label, then the lowest, is taken.
    """
    placed = {flag.record_id: flag for flag in _flown(tuple(marks), width, tuple(taken), ceiling)}
    return [placed.get(mark.record_id, mark) for mark in marks]


@lru_cache(maxsize=256)
def _flown(
    marks: tuple[Mark, ...], width: float, taken: tuple[Box, ...], ceiling: int | None
) -> tuple[Mark, ...]:
    """The flags of the best turn; kept, because most choices of a reader leave the turning points as they
    are.
    """
    order = sorted(marks, key=lambda mark: mark.left)
    rows = sum(mark.lines for mark in marks)
    highest = rows + ceil(max((box[3] for box in taken), default=0.0))
    sky = _Sky(width, highest if ceiling is None else min(highest, ceiling), taken)
    tries = [
        _raised(order[:turn], order[turn:], sky, left_first)
        for turn in range(len(order) + 1)
        for left_first in (True, False)
    ]
    best = min(tries, key=lambda flags: (-len(flags), sum(flag.row for flag in flags)))
    return tuple(best)


class _Sky(NamedTuple):
    """Where flags may fly: as far right and as high as this, and not where something is."""

    width: float
    ceiling: int
    taken: Sequence[Box]


def _raised(rightward: Sequence[Mark], leftward: Sequence[Mark], sky: _Sky, left_first: bool) -> list[Mark]:
    """Raise each flag as low as it goes: those to the right from the last one back, those to the left from
    the first one on.
    """
    to_right, to_left = [(mark, False) for mark in reversed(rightward)], [(mark, True) for mark in leftward]
    ground, raised = Ground(sky.taken), list[tuple[Mark, float, float]]()
    for mark, turned in to_left + to_right if left_first else to_right + to_left:
        left = mark.left - mark.length if turned else mark.left
        right = left + mark.length
        if left < 0 or right > sky.width:
            continue
        # Its own pole would cross what flies lower over its place.
        over = (flag.row for flag, first, last in raised if first < mark.left < last)
        lowest = range(max(min(over, default=sky.ceiling - 1) + 2 - mark.lines, 0))
        row = place(lowest, ground, partial(_flag, left, right, mark.lines))
        if row is not None:
            ground.take([(mark.left - 0.01, 0.0, mark.left + 0.01, row + mark.lines - 0.95)])
            side: Side = "left" if turned else "right"
            raised.append((replace(mark, row=row, labelled=True, side=side), left, right))
    return [flag for flag, _, _ in raised]


def _flag(left: float, right: float, lines: int, row: int) -> list[Box]:
    """A flag, a little lower than its rows."""
    return [(left, row + 0.05, right, row + lines - 0.05)]
