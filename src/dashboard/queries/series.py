"""Meetings in series: which of them the record holds, and which numbers it does not."""

from __future__ import annotations

import pandas as pd


def meetings(events: pd.DataFrame, series: pd.DataFrame) -> pd.DataFrame:
    """The events that belong to a series, by series in the order of the table, then in order of time.

    Columns of events, with `name` of the series.
    """
    held = events[events["series"] != ""]
    named = held.merge(series[["series_id", "name"]], left_on="series", right_on="series_id")
    order = {series_id: place for place, series_id in enumerate(series["series_id"])}
    placed = named.assign(place=named["series"].map(order))
    return (
        placed.sort_values(["place", "date_first", "event_id"])
        .drop(columns=["place", "series_id"])
        .reset_index(drop=True)
    )


def missing_numbers(series: pd.DataFrame, events: pd.DataFrame) -> pd.DataFrame:
    """The numbers from 1 to the highest known under which no event of a series is entered: `series_id`,
    `number`.

    A series whose highest number is not known has none.
    """
    numbered = events.loc[events["number"].notna(), ["series", "number"]]
    entered = {(row.series, int(row.number)) for row in numbered.itertuples()}
    known = series[series["last_number"].notna()]
    expected = [
        (row.series_id, number) for row in known.itertuples() for number in range(1, int(row.last_number) + 1)
    ]
    missing = [pair for pair in expected if pair not in entered]
    return pd.DataFrame(missing, columns=["series_id", "number"])
