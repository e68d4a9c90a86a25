"""The years in which something on the map changes: a project that has a route reaches another status."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Sequence

import pandas as pd


def change_years(
    milestones: pd.DataFrame, events: pd.DataFrame, project_ids: Collection[str], span: tuple[int, int]
) -> tuple[int, ...]:
    """The years of the span in which a project reaches a status that it did not have before, in order."""
    reached = milestones[milestones["project_id"].isin(set(project_ids))]
    dated = reached.merge(events[["event_id", "date_first"]], on="event_id")
    steps = dated.sort_values(["project_id", "date_first", "event_id"])
    same_project = steps["project_id"] == steps["project_id"].shift()
    unchanged = same_project & (steps["status"] == steps["status"].shift())
    years = steps.loc[~unchanged, "date_first"].dt.year
    return tuple(sorted({int(year) for year in years if span[0] <= year <= span[1]}))


def year_before(years: Sequence[int], year: int) -> int | None:
    """The last of the years before a year."""
    place = bisect_left(years, year)
    return years[place - 1] if place else None


def year_after(years: Sequence[int], year: int) -> int | None:
    """The first of the years after a year."""
    place = bisect_right(years, year)
    return years[place] if place < len(years) else None
