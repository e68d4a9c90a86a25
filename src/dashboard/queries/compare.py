"""Two ranges of years face to face: what the record counts in each, by the records behind every number."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

import pandas as pd

from dashboard.model.comparison import Counted, Measured, Periods, Span

_PERIODS = re.compile(r"(\d{4})-(\d{4}),(\d{4})-(\d{4})", re.ASCII)


def read_periods(text: str, span: Span) -> Periods | None:
    """Two ranges of years as `1965-1971,2014-2021`, each in either order and within the span; None for
    anything else.
    """
    match = _PERIODS.fullmatch(text.replace(" ", "").replace("–", "-"))
    if not match:
        return None
    years = [min(max(int(year), span[0]), span[1]) for year in match.groups()]
    (first, second), (third, fourth) = sorted(years[:2]), sorted(years[2:])
    return (first, second), (third, fourth)


def beginning_in(frame: pd.DataFrame, years: Span) -> pd.DataFrame:
    """The rows that begin in a range of years: one that lasts counts where it begins, and once."""
    return frame[frame["date_first"].dt.year.between(*years)]


def counted_by(
    heading: str, events: pd.DataFrame, column: str, labels: Mapping[str, str], periods: Periods
) -> list[Counted]:
    """The events of each kind or theme that begin in either period; what has none in both is left out."""
    parts = [beginning_in(events, years).explode(column) for years in periods]
    found = [
        Counted(f"{column}-{value}", heading, label, _ids(parts, column, value))
        for value, label in labels.items()
    ]
    return [counted for counted in found if any(counted.records)]


def _ids(parts: Sequence[pd.DataFrame], column: str, value: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    first, second = (tuple(part.loc[part[column] == value, "event_id"]) for part in parts)
    return first, second


def counted_whole(
    key: str, heading: str, label: str, frame: pd.DataFrame, id_column: str, periods: Periods
) -> Counted:
    """The records of a frame that begin in either period."""
    first, second = (tuple(beginning_in(frame, years)[id_column].drop_duplicates()) for years in periods)
    return Counted(key, heading, label, (first, second))


def measured(heading: str, observations: pd.DataFrame, periods: Periods) -> list[Measured]:
    """The mean of the yearly values of each series that has one in either period.

    `observations` have `indicator_id`, `label`, `year`, `value`, `unit`.
    """
    found = []
    for keys, rows in observations.groupby(["indicator_id", "label", "unit"], sort=False):
        within = [rows.loc[rows["year"].between(*years), "value"] for years in periods]
        if any(map(len, within)):
            first, second = ((float(values.mean()), len(values)) for values in within)
            indicator_id, label, unit = map(str, keys)
            found.append(Measured(indicator_id, heading, label, unit, (first, second)))
    return found
