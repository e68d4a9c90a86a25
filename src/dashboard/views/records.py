"""What a record holds beside its facts: values, sizes, statuses."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd

from dashboard.model.figure import Cell, EmptyFigure, Figure, Grid
from dashboard.model.vocabulary import label
from dashboard.views.formatting import count, number, quantity, spread
from dashboard.views.title import FEWEST


def series(record_id: str, observations: pd.DataFrame, unit: str) -> Figure | EmptyFigure:
    """The values of a statistical series as a table."""
    if observations.empty:
        return EmptyFigure("record-series", "Values", "This series has no value.", "Look at another series.")
    rows = tuple(
        (
            Cell(row["period_caption"]),
            Cell(number(row["value"])),
            Cell(label("observation status", row["status"])),
            Cell(row["note"] or "–"),
        )
        for row in observations.to_dict("records")
    )
    return Figure(
        figure_id="record-series",
        title=f"{count(len(rows), 'value')}, {unit}",
        drawing=Grid(("Period", "Value", "Status", "Note"), rows),
        rows=observations.assign(record_id=record_id)[["record_id", "period", "value", "status", "note"]],
        message=f"A table of {count(len(rows), 'value')} from {rows[0][0].text} to {rows[-1][0].text}.",
        note="A doubtful value stands here with its reason and is never drawn.",
    )


def sizes(stated: pd.DataFrame, names: Mapping[str, tuple[str, ...]]) -> Figure | EmptyFigure:
    """What each source says of a project's size, cost and shares, side by side; `names` are the sources by
    quantity_id.
    """
    if stated.empty:
        return EmptyFigure(
            "record-sizes",
            "Numbers that sources state",
            "No source states a number about it.",
            "Look at its events below.",
        )
    groups: dict[int, str] = {}
    rows: list[tuple[Cell, ...]] = []
    for (indicator, unit), statements in stated.groupby(["indicator", "unit"], sort=False):
        named = (
            f"{str(indicator)[:1].upper()}{str(indicator)[1:]}: "
            f"{spread(statements['value'].min(), statements['value'].max(), str(unit))}"
        )
        groups[len(rows)] = named + (f", {len(statements)} statements" if len(statements) > 1 else "")
        rows += [_size(row, names) for row in statements.to_dict("records")]
    return Figure(
        figure_id="record-sizes",
        title=f"{count(len(stated), 'number')} that sources state{_furthest(stated)}",
        drawing=Grid(("Stated", "Period", "What is stated", "Source"), tuple(rows), groups),
        rows=stated.rename(columns={"quantity_id": "record_id"})[
            ["record_id", "indicator", "value", "unit", "qualifier", "period", "summary"]
        ],
        message=f"A table of {count(len(stated), 'stated number')} in {count(len(groups), 'group')}, "
        "with the spread of each.",
    )


def life(milestones: pd.DataFrame) -> Figure | EmptyFigure:
    """The milestones of a project in order: when its status changed, to what, by which event."""
    if milestones.empty:
        return EmptyFigure(
            "record-life",
            "Its status through the years",
            "No dated event changed its status.",
            "Its status stands in the table above.",
        )
    rows = tuple(
        (
            Cell(row["date_caption"]),
            Cell(label("project status", row["status"])),
            Cell(row["title"], row["event_id"]),
            Cell(row["note"] or "–"),
        )
        for row in milestones.to_dict("records")
    )
    return Figure(
        figure_id="record-life",
        title=_latest(milestones),
        drawing=Grid(("When", "Status from then on", "Event", "Note"), rows),
        rows=milestones.rename(columns={"event_id": "record_id"})[
            ["record_id", "date", "status", "title", "note"]
        ],
        message="A table of the events that changed the project’s status.",
    )


def _furthest(stated: pd.DataFrame) -> str:
    """The numbers of one thing that lie furthest apart, in proportion to each other, for a title."""
    if len(stated) < FEWEST:
        return ", side by side"
    ends = stated.groupby(["indicator", "unit"], sort=False)["value"].agg(["min", "max"])
    times = (ends["max"] / ends["min"]).where(ends["min"] > 0).dropna()
    if times.empty or times.max() == 1:
        return ", side by side"
    indicator, unit = times.idxmax()
    low, high = ends.loc[(indicator, unit)]
    return f"; furthest apart on {indicator}: {spread(low, high, unit)}"


def _latest(milestones: pd.DataFrame) -> str:
    """The status at the last milestone."""
    last = milestones.iloc[-1]
    status = label("project status", last["status"]).capitalize()
    before = f": the latest of {number(len(milestones))} milestones" if len(milestones) > 1 else ""
    return f"{status}, {last['date_caption']}{before}"


def _size(row: Mapping[str, Any], names: Mapping[str, tuple[str, ...]]) -> tuple[Cell, ...]:
    return (
        Cell(quantity(row["value"], row["unit"], row["qualifier"]), row["quantity_id"]),
        Cell(row["period_caption"] or "–"),
        Cell(row["summary"]),
        Cell("; ".join(names.get(row["quantity_id"], ()))),
    )
