"""What happened when: events by theme, years and kind of source."""

from __future__ import annotations

from collections.abc import Collection

import pandas as pd


def with_themes(frame: pd.DataFrame, themes: Collection[str]) -> pd.DataFrame:
    """The rows that have at least one of the themes; no themes means all rows."""
    if not themes:
        return frame
    wanted = set(themes)
    return frame[
        pd.Series([not wanted.isdisjoint(given) for given in frame["themes"]], index=frame.index, dtype=bool)
    ]


def in_years(frame: pd.DataFrame, column: str, first_year: int, last_year: int) -> pd.DataFrame:
    """The rows whose period overlaps the years, both included; rows without a period stay out only if a limit
    is set by the caller.
    """
    first, last = frame[f"{column}_first"].dt.year, frame[f"{column}_last"].dt.year
    return frame[(first <= last_year) & (last >= first_year)]


def chosen(
    events: pd.DataFrame, supported: Collection[str], themes: Collection[str], first_year: int, last_year: int
) -> pd.DataFrame:
    """The events of a reader's choice in order of time; `supported` are the ids that have a source of the
    chosen kinds.
    """
    rows = with_themes(events, themes)
    rows = in_years(rows, "date", first_year, last_year)
    rows = rows[rows["event_id"].isin(list(supported))]
    return rows.sort_values(["date_first", "date_last", "event_id"])


def theme_counts(events: pd.DataFrame) -> pd.Series:
    """The number of events of each theme, indexed by theme_id; an event counts under each of its themes."""
    return events["themes"].explode().value_counts()


def lane_of(themes: tuple[str, ...], wanted: Collection[str]) -> str:
    """The lane in which an event is drawn: its first theme, or the first of those that the reader chose."""
    if wanted:
        return next((theme for theme in themes if theme in wanted), themes[0])
    return themes[0]


def weightiest(events: pd.DataFrame, sources: pd.Series, most: int) -> pd.DataFrame:
    """So many events at most, in the order they came in: the weightier first, and of one weight those with
    more `sources` (a number by event_id).
    """
    if len(events) <= most:
        return events
    order = events.assign(sources=events["event_id"].map(sources).fillna(0)).sort_values(
        ["weight", "sources"], ascending=[True, False], kind="stable"
    )
    return events[events["event_id"].isin(order["event_id"].head(most))]


def newest(events: pd.DataFrame, number: int) -> pd.DataFrame:
    """The latest events, newest first."""
    return events.sort_values(["date_first", "event_id"], ascending=False).head(number)
