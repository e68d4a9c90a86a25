"""Where the record is weak, as its own tables show it: each answer is the ids of the records concerned."""

from __future__ import annotations

from datetime import date

import pandas as pd


def on_one_origin(events: pd.DataFrame, counts: pd.Series) -> list[str]:
    """The events behind which one independent source stands; `counts` by record_id."""
    return list(events.loc[events["event_id"].map(counts) == 1, "event_id"])


def of_one_country(events: pd.DataFrame, alone: pd.DataFrame) -> list[str]:
    """The events that sources of one country alone tell; `alone` has the `record_id` of all such records."""
    return list(events.loc[events["event_id"].isin(alone["record_id"]), "event_id"])


def planned_and_past(events: pd.DataFrame, day: date) -> list[str]:
    """The events that still stand as planned although their last day was before `day`."""
    past = events["date_last"] < pd.Timestamp(day)
    return list(events.loc[(events["status"] == "planned") & past, "event_id"])


def on_weak_alone(evidence: pd.DataFrame, sources: pd.DataFrame) -> list[str]:
    """The records all of whose sources are weak; a source whose reliability is not stated counts as not
    weak.
    """
    weak = evidence["source_id"].isin(sources.loc[sources["reliability"] == "weak", "source_id"])
    only = weak.groupby(evidence["record_id"], sort=False).all()
    return list(only.index[only])


def not_rated(sources: pd.DataFrame) -> list[str]:
    """The sources whose reliability nobody has stated."""
    return list(sources.loc[sources["reliability"] == "", "source_id"])
