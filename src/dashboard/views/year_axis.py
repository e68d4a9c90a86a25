"""The line of years under a drawing: its ends, its ticks, and days as texts that no clock moves.

A date without a time is read in UTC and the scale counts in UTC, so a day is the same day whatever the clocks
of reader and server say.
"""

from __future__ import annotations

from typing import Any

import altair as alt
import pandas as pd

Years = tuple[int, int]

MOST_TICKS = 16
_STEPS = (1, 2, 5, 10, 20, 50, 100)


def days(stamps: pd.Series) -> pd.Series:
    """Timestamps as ISO days."""
    return stamps.dt.strftime("%Y-%m-%d")


def ticks(years: Years) -> list[int]:
    """The years that are written under the line: round ones, none twice, at most so many as can be read."""
    first, last = years
    step = next((step for step in _STEPS if (last - first) / step <= MOST_TICKS), _STEPS[-1])
    return [year for year in range(first, last + 1) if year % step == 0]


def along(field: str, years: Years | None = None, **look: Any) -> alt.X:
    """The x of a layer by a field of ISO days; `look` goes to the axis.

    Only one layer of a chart states `years`, because Vega-Lite merges the scales and axes of its layers.
    """
    if years is None:
        return alt.X(f"{field}:T", scale=alt.Scale(type="utc"))
    scale = alt.Scale(type="utc", domain=[_new_year(years[0]), _new_year(years[1] + 1)], nice=False)
    values = [_new_year(year) for year in ticks(years)]
    return alt.X(f"{field}:T", scale=scale, axis=alt.Axis(title=None, format="%Y", values=values, **look))


def _new_year(year: int) -> alt.DateTime:
    return alt.DateTime(year=year, utc=True)
