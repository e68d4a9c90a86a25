"""Of the values that sources state differently: of how many fields, which tell most, and which one the record
itself has.
"""

from __future__ import annotations

import pandas as pd

Field = tuple[str, str]
"""A record by its id, and a field of it."""


def disputed_fields(disagreements: pd.DataFrame) -> int:
    """On how many fields of records sources disagree: the one count of disagreements."""
    return len(disagreements[["record_id", "field"]].drop_duplicates())


def adopted_values(events: pd.DataFrame, quantities: pd.DataFrame) -> dict[Field, str]:
    """The value that stands in the record, as a source would state it: of every event its date (EDTF), of
    every stated number its value with its unit.
    """
    dates = zip(events["event_id"], events["date"], strict=True)
    stated = zip(quantities["quantity_id"], quantities["value"], quantities["unit"], strict=True)
    adopted = {(event_id, "date"): date for event_id, date in dates}
    return adopted | {(quantity_id, "value"): f"{value:.12g} {unit}" for quantity_id, value, unit in stated}


def most_telling(disagreements: pd.DataFrame, events: pd.DataFrame, most: int) -> pd.DataFrame:
    """The disagreements on at most so many fields of events: the weightiest events first, then most rival
    values.
    """
    within = disagreements[disagreements["record_id"].isin(events["event_id"])]
    fields = (
        within.groupby(["record_id", "field"], sort=False)["value"].nunique().rename("values").reset_index()
    )
    fields["weight"] = fields["record_id"].map(events.set_index("event_id")["weight"])
    ordered = fields.sort_values(["weight", "values"], ascending=[True, False], kind="stable")
    return ordered.head(most)[["record_id", "field"]].merge(within, on=["record_id", "field"])
