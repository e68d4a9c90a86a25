"""Of the values that sources state differently: of how many fields, and which one the record itself has."""

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
