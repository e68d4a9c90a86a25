"""Where sources state values that cannot both be true: on which fields and on how many, which of them tell
most, and which value the record itself has.
"""

from __future__ import annotations

from itertools import combinations

import pandas as pd

from dashboard.model.period import parse_period

Field = tuple[str, str]
"""A record by its id, and a field of it."""


def disagreements(evidence: pd.DataFrame) -> pd.DataFrame:
    """Fields of records for which two sources state values that cannot both be true.

    Dates disagree only if they have no day in common; a range that one source gives is that source's own and
    agrees with any value in it that another gives; a status is stated for its own time and is no
    disagreement. One row for each record, field and value: `record_id`, `field`, `value`, `source_ids` (a
    tuple), `note`.
    """
    stated = evidence[(evidence["field"] != "") & (evidence["field"] != "status") & (evidence["value"] != "")]
    stated = stated[stated.groupby(["record_id", "field"])["value"].transform("nunique") > 1]
    disputed = [
        key for key, values in stated.groupby(["record_id", "field"], sort=False) if _conflict(values)
    ]
    keys = pd.MultiIndex.from_frame(stated[["record_id", "field"]])
    rows = stated[keys.isin(disputed)]
    if rows.empty:
        return pd.DataFrame(
            {name: pd.Series(dtype=object) for name in ("record_id", "field", "value", "source_ids", "note")}
        )
    grouped = rows.groupby(["record_id", "field", "value"], sort=False)
    return grouped.agg(
        source_ids=("source_id", lambda ids: tuple(dict.fromkeys(ids))),
        note=("note", lambda notes: " ".join(dict.fromkeys(note for note in notes if note))),
    ).reset_index()


def _conflict(stated: pd.DataFrame) -> bool:
    """True if two sources have no value in common that both could mean."""
    by_source = [tuple(values.unique()) for _, values in stated.groupby("source_id")["value"]]
    return any(
        not any(_compatible(value, other) for value in first for other in second)
        for first, second in combinations(by_source, 2)
    )


def _compatible(value: str, other: str) -> bool:
    if value == other:
        return True
    try:
        first, second = parse_period(value), parse_period(other)
    except ValueError:
        return False
    return first.first <= second.last and second.first <= first.last


def disputed_fields(disagreements: pd.DataFrame) -> int:
    """On how many fields of records sources disagree: the one count of disagreements."""
    return len(disagreements[["record_id", "field"]].drop_duplicates())


def adopted_values(events: pd.DataFrame, quantities: pd.DataFrame) -> dict[Field, str]:
    """The value that stands in the record, as a source would state it: of every event its date (EDTF), of
    every stated number its value with its unit.
    """
    dates = zip(events["event_id"].tolist(), events["date"].tolist(), strict=True)
    stated = zip(*(quantities[name].tolist() for name in ("quantity_id", "value", "unit")), strict=True)
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
