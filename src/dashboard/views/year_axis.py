"""The line of years under a drawing: its ends, its ticks, and days as texts that no clock moves.

A date without a time is read in UTC and the scale counts in UTC, so a day is the same day whatever the clocks
of reader and server say.
"""

from __future__ import annotations

from calendar import month_name
from datetime import date
from typing import Any

import altair as alt
import numpy as np
import pandas as pd

Years = tuple[int, int]

MOST_TICKS = 16
_STEPS = (1, 2, 5, 10, 20, 50, 100)


def days(stamps: pd.Series) -> pd.Series:
    """Timestamps as ISO days."""
    if stamps.hasnans:
        return stamps.dt.strftime("%Y-%m-%d")
    written = np.datetime_as_string(stamps.to_numpy("datetime64[D]")).tolist()
    return pd.Series(written, stamps.index, dtype="str", name=stamps.name)


def in_words(years: Years) -> str:
    """`2014–2021`, or the one year."""
    return str(years[0]) if years[0] == years[1] else f"{years[0]}–{years[1]}"


def ticks(years: Years) -> list[int]:
    """The years that are written under the line: round ones, none twice, at most so many as can be read."""
    first, last = years
    step = next((step for step in _STEPS if (last - first) / step <= MOST_TICKS), _STEPS[-1])
    return [year for year in range(first, last + 1) if year % step == 0]


def dates(years: Years, months: bool = False) -> list[tuple[date, str]]:
    """The days that are written along the line, with their words: round years, or with `months` the quarters
    of a single year and the halves of two.
    """
    first, last = years
    if not months or last - first > 1:
        return [(date(year, 1, 1), str(year)) for year in ticks(years)]
    step = 3 if first == last else 6
    quarters = [date(year, month, 1) for year in range(first, last + 1) for month in range(1, 13, step)]
    return [(day, f"{month_name[day.month]} {day.year}") for day in quarters]


def along(field: str, years: Years | None = None, months: bool = False, **look: Any) -> alt.X:
    """The x of a layer by a field of ISO days; `look` goes to the axis, `months` as for `dates`.

    Only one layer of a chart states `years`, because Vega-Lite merges the scales and axes of its layers.
    """
    if years is None:
        return alt.X(f"{field}:T", scale=alt.Scale(type="utc"))
    scale = alt.Scale(type="utc", domain=[_new_year(years[0]), _new_year(years[1] + 1)], nice=False)
    written = dates(years, months)
    values = [alt.DateTime(year=day.year, month=day.month, date=1, utc=True) for day, _ in written]
    form = "%Y" if all(words.isdecimal() for _, words in written) else "%B %Y"
    return alt.X(f"{field}:T", scale=scale, axis=alt.Axis(title=None, format=form, values=values, **look))


def ruler(years: Years) -> tuple[tuple[float, str], ...]:
    """The same days, with months, as places along the line from 0 to 1, with their words."""
    start, end = (date(year, 1, 1).toordinal() for year in (years[0], years[1] + 1))
    return tuple(
        ((day.toordinal() - start) / (end - start), words) for day, words in dates(years, months=True)
    )


def _new_year(year: int) -> alt.DateTime:
    return alt.DateTime(year=year, utc=True)
