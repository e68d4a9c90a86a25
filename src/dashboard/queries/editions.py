"""What differs between two editions of the tables: records that are new, changed, or corrected."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

# A change of one of these alters what the record states; a change of any other column adds to it or words it.
STATED = ("date", "value", "status", "verdict", "correct_value", "period", "longitude", "latitude", "kind")
Told = tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Changes:
    """Record ids, each with a sentence on what changed; what was corrected is among what changed."""

    added: Told
    changed: Told
    corrected: Told


def changes(
    before: Mapping[str, pd.DataFrame], after: Mapping[str, pd.DataFrame], id_columns: Mapping[str, str]
) -> Changes:
    """Compare two editions, table by table; `id_columns` names the column of ids by table."""
    added: list[tuple[str, str]] = []
    changed: list[tuple[str, str]] = []
    corrected: list[tuple[str, str]] = []
    for table, id_column in id_columns.items():
        old = _rows(before[table], id_column) if table in before else {}
        for record_id, row in _rows(after[table], id_column).items():
            if record_id not in old:
                added.append((record_id, "New in this edition."))
                continue
            differing = [name for name in row if name in old[record_id] and row[name] != old[record_id][name]]
            if differing:
                changed.append((record_id, _sentence(differing, old[record_id], row)))
            if set(differing) & set(STATED):
                corrected.append(changed[-1])
    return Changes(tuple(added), tuple(changed), tuple(corrected))


def _rows(frame: pd.DataFrame, id_column: str) -> dict[str, dict[str, str]]:
    """The cells of each record as texts, without the columns that are made of others."""
    names = [
        name for name in frame.columns if not name.endswith(("_first", "_last", "_approximate", "_caption"))
    ]
    rows = frame[names].drop_duplicates(id_column).to_dict("records")
    return {row[id_column]: {str(name): _text(value) for name, value in row.items()} for row in rows}


def _sentence(differing: list[str], old: Mapping[str, str], new: Mapping[str, str]) -> str:
    changes = [
        f"{name.replace('_', ' ')}: “{old[name]}” is now “{new[name]}”"
        if name in STATED
        else name.replace("_", " ")
        for name in differing
    ]
    return f"Changed: {'; '.join(changes)}."


def _text(value: object) -> str:
    if isinstance(value, tuple):
        return ";".join(value)
    return "" if value is None or value != value else str(value)
