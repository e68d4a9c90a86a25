"""What the counts of trade are called in a drawing, and where their names stand."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Literal

import pandas as pd

from dashboard.views.labels import beside
from dashboard.views.labels import lines as line_labels
from dashboard.views.panel_layout import round_step

Scale = Literal["linear", "log"]

LINES, MIRROR = 420, 300
# Two counts of a few years need no more room than this.
FEW_YEARS, LOW_MIRROR = 4, 200
_NUMBER = (6.0, 18.0)


@dataclass(frozen=True)
class ValueAxis:
    """The scale of values: what stands at its foot and at its top."""

    low: float
    high: float
    log: bool = False

    def place(self, value: float, height: float) -> float:
        """Pixels from the top of a drawing of that height."""
        low, high, at = (
            (math.log(number) for number in (self.low, self.high, value))
            if self.log
            else (self.low, self.high, value)
        )
        return (high - at) / (high - low) * height


def value_axis(values: pd.Series, scale: Scale = "linear") -> ValueAxis:
    """From zero to a round number above the highest value; on a log scale with a little room above and
    below.
    """
    if scale == "log":
        return ValueAxis(float(values.min()) * 0.8, float(values.max()) * 1.3, log=True)
    most = float(values.max()) * 1.05 or 1.0
    step = round_step(most / 6)
    return ValueAxis(0.0, math.ceil(most / step) * step)


def called(label: str) -> str:
    """The short name of a count in a drawing whose title says what flows where: `Norway counts (IMF)`."""
    reporter, _, rest = label.partition(": ")
    source = rest[rest.rfind("(") + 1 :].rstrip(")").removesuffix(" DOTS")
    partner = re.search(r" ((?:from|to|with) the .+) \(", rest)
    return f"{reporter} counts ({source}{f', {partner[1]}' if partner else ''})"


def possessive(label: str) -> str:
    """The full name of a count inside a title: `Norway’s imports from Iceland (IMF DOTS)`."""
    return re.sub(r"^([^:]+): ", r"\1’s ", label.replace("/", " or the "))


def without_partner(label: str, partner: str) -> str:
    """A label in a legend under a title that says what flows where: without the partner, so that it fits a
    phone.
    """
    return re.sub(rf" (from|to|with) {re.escape(partner)}(?= )", "", label)


def of_lines(
    drawn: pd.DataFrame,
    marks: pd.DataFrame,
    years: tuple[int, int],
    values: ValueAxis,
    ruled: pd.DataFrame,
    bends: pd.DataFrame,
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The names of the lines (`drawn` as from trade.segments, `marks` as from stated.over_periods), and of
    the events at their bends (`bends`: `record_id`, `words`, `x`, `value`) that find room, both as from
    line_labels.rows; none lies on a break (`ruled` as from break_marks.between).
    """
    moments: dict[beside.Point, tuple[object, float]] = {}
    runs: dict[str, dict[str, list[beside.Point]]] = {label: {} for label in dict.fromkeys(drawn["label"])}
    for label, segment, x, value in drawn[["label", "segment", "x", "value"]].itertuples(
        index=False, name=None
    ):
        at = (_share(x, years), values.place(value, LINES))
        runs[label].setdefault(segment, []).append(at)
        moments[at] = (x, value)
    lines = [_line(label, called(label), list(points.values()), LINES) for label, points in runs.items()]
    stated = [(values.place(mark["value"], LINES), mark) for mark in marks.to_dict("records")]
    in_the_way = [
        (_share(mark["from"], years), _share(mark["to"], years), y - 6, y + 6) for y, mark in stated
    ]
    breaks = beside.around_breaks(ruled, years, lambda _: 0.0, lambda _: float(LINES))
    notes = []
    for record_id, words, x, value in bends[["record_id", "words", "x", "value"]].itertuples(
        index=False, name=None
    ):
        at = (_share(x, years), values.place(value, LINES))
        moments[at] = (x, value)
        notes.append(_line(record_id, words, [[at]], LINES, most=3))
    placed = beside.beside(lines, [*in_the_way, *breaks], notes)
    named, annotations = placed[: len(lines)], placed[len(lines) :]
    key = {line.key: line.words for line in lines}
    return line_labels.rows(named, moments, key), line_labels.notes(annotations, moments)


def _line(
    key: str, words: str, runs: Sequence[Sequence[beside.Point]], height: float, most: int = 2
) -> beside.Line:
    return beside.Line(key, words, runs, 0.0, float(height), beside.in_lines(words, most))


def of_mirror(points: pd.DataFrame, values: ValueAxis) -> pd.DataFrame:
    """The names of two counts of one flow (`points` with `label`, `year`, `value`, `above`), as from
    line_labels.rows; numbers stand over and under points.
    """
    years = sorted(set(points["year"]))
    height = height_of_mirror(len(years))
    moments: dict[beside.Point, tuple[object, float]] = {}
    upwards: dict[beside.Point, bool] = {}
    runs: dict[str, list[list[beside.Point]]] = {label: [] for label in dict.fromkeys(points["label"])}
    numbers, (near, far) = [], _NUMBER
    for label, year, value, above in points[["label", "year", "value", "above"]].itertuples(
        index=False, name=None
    ):
        at = ((years.index(year) + 0.5) / len(years), values.place(value, height))
        runs[label].append([at])
        moments[at] = (year, value)
        upwards[at] = bool(above)
        numbers.append(
            (
                at[0] - 0.018,
                at[0] + 0.018,
                *((at[1] - far, at[1] - near) if above else (at[1] + near, at[1] + far)),
            )
        )
    lines = [_line(label, called(label), runs_of, height) for label, runs_of in runs.items()]
    names = beside.beside(lines, [*numbers, *_gaps(lines)])
    return line_labels.rows(
        [_clear_of_number(name, upwards[name.at]) for name in names],
        moments,
        {line.key: line.words for line in lines},
    )


def _clear_of_number(name: beside.Name, above: bool) -> beside.Name:
    """A name that stands beyond its point's number, which is `above` the point or below: without its leader,
    which would strike the number through.
    """
    across, down = name.leader
    through = across == 0 and (down < 0 if above else down > 0)
    return replace(name, leader=(0.0, 0.0)) if through else name


def height_of_mirror(years: int) -> int:
    """How high two counts of so many years are drawn."""
    return LOW_MIRROR if years <= FEW_YEARS else MIRROR


def _gaps(lines: Sequence[beside.Line]) -> list[tuple[float, float, float, float]]:
    """The bars between two points of one year."""
    firsts, other = ([run[0] for run in line.runs] for line in lines)
    return [(x, x, min(y, to_y), max(y, to_y)) for (x, y), (_, to_y) in zip(firsts, other, strict=True)]


def _share(moment: str, years: tuple[int, int]) -> float:
    return beside.share(datetime.fromisoformat(moment), years)
