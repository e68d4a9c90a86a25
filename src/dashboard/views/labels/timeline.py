"""Where marks and labels stand on a line of time so that none covers another: positions in a drawing of known
width.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

LETTER = 5.6
GAP = 2.0


@dataclass(frozen=True)
class Mark:
    """One mark: its own left and right end in pixels, its label, how much it weighs (1 most), and where it
    was put.
    """

    record_id: str
    left: float
    right: float
    label: str
    weight: int
    row: int = 0
    labelled: bool = False


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


def in_rows(marks: Iterable[Mark]) -> list[Mark]:
    """Each mark in the first row in which it touches no other; marks are taken from left to right."""
    ends: list[float] = []
    placed = []
    for mark in sorted(marks, key=lambda candidate: (candidate.left, candidate.weight, candidate.record_id)):
        row = next((number for number, end in enumerate(ends) if end + GAP <= mark.left), len(ends))
        ends[row : row + 1] = [mark.right]
        placed.append(replace(mark, row=row))
    return placed


def with_labels(marks: Sequence[Mark], width: float) -> list[Mark]:
    """The marks, labelled to the right where the label meets no mark, no other label and no edge; weightier
    marks first.
    """
    taken: dict[int, list[tuple[float, float]]] = {}
    for mark in marks:
        taken.setdefault(mark.row, []).append((mark.left, mark.right))
    labelled = set()
    for mark in sorted(marks, key=lambda candidate: (candidate.weight, candidate.left)):
        begin, end = mark.right + GAP, mark.right + GAP + len(mark.label) * LETTER + 2 * GAP
        if end <= width and not any(begin < right and end > left for left, right in taken[mark.row]):
            taken[mark.row].append((begin, end))
            labelled.add(mark.record_id)
    return [replace(mark, labelled=mark.record_id in labelled) for mark in marks]


def as_flags(marks: Sequence[Mark], width: float) -> list[Mark]:
    """Labels that fly from their marks like flags on poles: `row` is the height of the pole, from 0.

    A flag meets no other flag and no pole, and its own pole meets no flag. Flags fly to the right up to some
    mark and to the left from then on; of all such turns the one that leaves fewest marks without a label,
    then the lowest, is taken.
    """
    order = sorted(marks, key=lambda candidate: candidate.left)
    tries = [
        _raised(order[:turn], order[turn:], width, left_first)
        for turn in range(len(order) + 1)
        for left_first in (True, False)
    ]
    best = min(tries, key=lambda flags: (-len(flags), sum(flag.height for flag in flags)))
    placed = {flag.record_id: flag for flag in best}
    return [_as_mark(mark, placed.get(mark.record_id)) for mark in marks]


@dataclass(frozen=True)
class _Flag:
    record_id: str
    pole: float
    left: float
    right: float
    height: int


def _raised(
    rightward: Sequence[Mark], leftward: Sequence[Mark], width: float, left_first: bool
) -> list[_Flag]:
    """Raise each flag as low as it goes: those to the right from the last one back, those to the left from
    the first one on.
    """
    to_right, to_left = [(mark, 0.0) for mark in reversed(rightward)], [(mark, 1.0) for mark in leftward]
    flags: list[_Flag] = []
    for mark, turned in to_left + to_right if left_first else to_right + to_left:
        size = len(mark.label) * LETTER + 4 * GAP
        left = mark.left - turned * size
        if left < 0 or left + size > width:
            continue
        height = _lowest(mark.left, left, left + size, flags)
        if height is not None:
            flags.append(_Flag(mark.record_id, mark.left, left, left + size, height))
    return flags


def _lowest(pole: float, left: float, right: float, flags: Sequence[_Flag]) -> int | None:
    """The lowest height at which a flag meets no other: not below one whose pole it would cross, not above
    one that its own pole would cross.
    """
    low, high, taken = 0, len(flags), set()
    for flag in flags:
        if left < flag.pole < right:
            low = max(low, flag.height)
        if flag.left < pole < flag.right:
            high = min(high, flag.height)
        if left < flag.right + GAP and right + GAP > flag.left:
            taken.add(flag.height)
    return next((height for height in range(low, high + 1) if height not in taken), None)


def _as_mark(mark: Mark, flag: _Flag | None) -> Mark:
    return replace(mark, left=flag.left, right=flag.right, row=flag.height, labelled=True) if flag else mark
