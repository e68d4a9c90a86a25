"""What was signed: each text with the event at which it was signed, and what the record says came of it."""

from __future__ import annotations

import pandas as pd


def signed(agreements: pd.DataFrame, events: pd.DataFrame) -> pd.DataFrame:
    """The texts of some events in order of time.

    Columns of agreements, with `date`, `date_first`, `date_caption`, `actors`, `places` and `status` of the
    event.
    """
    event_columns = events[["event_id", "date", "date_first", "date_caption", "actors", "places", "status"]]
    joined = agreements.merge(event_columns, on="event_id")
    return joined.sort_values(["date_first", "agreement_id"]).reset_index(drop=True)


def followed_by(event_ids: pd.Series, events: pd.DataFrame) -> dict[str, str]:
    """The first event that a source puts after each of the events, by the id of the earlier one."""
    later = (
        events[["event_id", "date_first", "after"]].sort_values(["date_first", "event_id"]).explode("after")
    )
    first = later[later["after"].isin(event_ids)].drop_duplicates("after")
    return dict(zip(first["after"], first["event_id"], strict=True))
