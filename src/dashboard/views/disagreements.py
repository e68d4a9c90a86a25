"""Where sources disagree: the field, each value, and who states it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

import pandas as pd

from dashboard.model.figure import Cell, EmptyFigure, Figure, Grid
from dashboard.model.period import parse_period
from dashboard.views.formatting import count, joined, quantity

_MEASURED = re.compile(
    r"(\d[\d.]*) ((?:USD|EUR|PKR|RUB|bcm)\b.*|mmcfd|km|percent|people|troops|tonnes|count|year|inch)"
)


def table(
    differences: pd.DataFrame,
    titles: Mapping[str, str],
    names: dict[str, str],
    figure_id: str = "differences",
) -> Figure | EmptyFigure:
    """Fields for which sources state different values. `titles` of records and `names` of sources by id."""
    if differences.empty:
        why, change = (
            "No two sources state different values for the records of this choice.",
            "Widen the years or clear a filter.",
        )
        if figure_id.startswith("record"):
            why, change = (
                "No two sources state different values for this record.",
                "What each of them says stands in the panel above.",
            )
        return EmptyFigure(figure_id, "Where sources disagree", why, change)
    rows: list[tuple[Cell, ...]] = []
    groups: dict[int, str] = {}
    by_field: dict[tuple[str, str], list[dict[str, Any]]] = {}
    for row in differences.to_dict("records"):
        by_field.setdefault((row["record_id"], row["field"]), []).append(row)
    for (record_id, field), own in by_field.items():
        groups[len(rows)] = f"{titles.get(record_id, record_id).rstrip('.')}: {field.replace('_', ' ')}"
        rows += [
            (
                Cell(titles.get(row["value"]) or value_in_words(field, row["value"]), record_id),
                Cell(joined([names[one] for one in row["source_ids"]])),
                Cell(row["note"] or "–"),
            )
            for row in own
        ]
    return Figure(
        figure_id=figure_id,
        title=f"{count(len(groups), 'point')} on which sources disagree",
        drawing=Grid(("Value", "Stated by", "Note"), tuple(rows), groups),
        rows=differences.assign(source_ids=["; ".join(ids) for ids in differences["source_ids"]]),
        message=f"A table of {count(len(groups), 'disagreement')}: each value with the sources that "
        "state it.",
        note="Disagreement is shown, not settled: where one value is adopted, the note says why.",
    )


def value_in_words(field: str, value: str) -> str:
    """A stated value as a person writes it: dates in words, numbers with their unit in words, anything else
    as it stands.
    """
    if "date" in field or field in ("period", "year"):
        try:
            return parse_period(value).caption
        except ValueError:
            return value
    measured = _MEASURED.fullmatch(value)
    return quantity(float(measured[1]), measured[2]) if measured else value
