"""Stretches of a drawing's height that each hold one panel, and the round values of their axes."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

HEAD = 34
HEIGHTS = {1: 220, 2: 130, 3: 110}
LOW = 84


@dataclass(frozen=True)
class PanelBand:
    """One panel: where it begins (pixels from the bottom), how high it is, and the values at its foot and
    top.
    """

    name: str
    foot: float
    height: float
    low: float
    high: float

    def place(self, value: float) -> float:
        """Where a value stands, in pixels from the bottom of the drawing."""
        return self.foot + (value - self.low) / (self.high - self.low) * self.height

    @property
    def ticks(self) -> list[float]:
        """Two to four round values from foot to top."""
        step = round_step((self.high - self.low) / 2)
        first = math.ceil(self.low / step)
        return [step * place for place in range(first, math.floor(self.high / step + 1e-9) + 1)]


def round_step(length: float) -> float:
    """The largest of 1, 2, 2.5 and 5 times a power of ten that is not above `length`."""
    power = 10.0 ** math.floor(math.log10(length))
    return max(step * power for step in (1, 2, 2.5, 5) if step * power <= length * (1 + 1e-9))


def bands(names: Sequence[str], values: Mapping[str, Sequence[float]], common: bool) -> list[PanelBand]:
    """The panels from top to bottom; with `common` all have one scale. Every scale has zero in it and ends a
    little above its highest value.
    """
    every = [value for in_panel in values.values() for value in in_panel]
    height = HEIGHTS.get(len(names), LOW)
    panels = []
    for place, name in enumerate(names):
        in_panel = every if common else list(values[name])
        low, high = min(0.0, *in_panel), max(*in_panel, 0.0)
        room = (high - low or 1.0) * 0.06
        foot = (len(names) - 1 - place) * (height + HEAD)
        panels.append(PanelBand(name, foot, height, low - room if low < 0 else 0.0, high + room))
    return panels
