"""What a click on the map opens beside the sources: a project or a place with its facts, its status through
time and its events.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd

from dashboard.model.figure import EmptyFigure, Figure, Item, Listing
from dashboard.model.vocabulary import label
from dashboard.views.formatting import count, number, quantity, unit_words

FIGURE = "map-chosen"


def nothing() -> EmptyFigure:
    """What stands there before anything is chosen."""
    return EmptyFigure(
        FIGURE,
        "Pick a line or a place",
        "What is known of it stands here then.",
        "Tap or click on the map, or choose from “Project or place”.",
    )


def project(
    project_id: str,
    facts: Mapping[str, Any],
    life: pd.DataFrame,
    sizes: pd.DataFrame,
    lines: pd.DataFrame,
    events: pd.DataFrame,
    counts: pd.Series,
) -> Figure:
    """A project: summary, sections as of the year, milestones, numbers as each source states them, events."""
    status = label("project status", facts["status"]) + (
        f", {facts['status_as_of_caption']}" if facts["status_as_of_caption"] else ""
    )
    what = Item(
        project_id,
        facts["name"],
        status.capitalize(),
        facts["summary"],
        sources=int(counts.get(project_id, 0)),
    )
    groups = [
        ("", (what,)),
        (f"Sections on the map ({len(lines)})", tuple(_section(row) for row in lines.to_dict("records"))),
        (
            f"Status through {count(len(life), 'milestone')}",
            tuple(_milestone(row, counts) for row in life.to_dict("records")),
        ),
        *(
            (_spread(str(indicator), str(unit), sizes_of), _stated(sizes_of, counts))
            for (indicator, unit), sizes_of in sizes.groupby(["indicator", "unit"], sort=False)
        ),
        (f"Events ({len(events)})", tuple(_event(row, counts) for row in events.to_dict("records"))),
    ]
    return _figure(facts["name"], groups)


def place(place_id: str, facts: Mapping[str, Any], events: pd.DataFrame, counts: pd.Series) -> Figure:
    """A place: what it is, how exactly it is placed and by whom, and the events there."""
    precision = f"Coordinate of the {label('precision', facts['precision'])}: {facts['coordinate_source']}."
    what = Item(place_id, facts["name"], label("place kind", facts["kind"]).capitalize(), precision)
    return _figure(
        facts["name"],
        [
            ("", (what,)),
            (f"Events ({len(events)})", tuple(_event(row, counts) for row in events.to_dict("records"))),
        ],
    )


def _figure(name: str, groups: list[tuple[str, tuple[Item, ...]]]) -> Figure:
    filled = tuple((heading, items) for heading, items in groups if items)
    rows = [
        {
            "record_id": item.record_id,
            "about": heading or "facts",
            "what": item.title,
            "when": item.when,
            "detail": item.detail,
        }
        for heading, items in filled
        for item in items
    ]
    return Figure(
        FIGURE,
        f"Chosen: {name}",
        Listing(filled),
        pd.DataFrame(rows),
        f"{name}: a list of {count(len(rows), 'fact')} with their dates.",
    )


def _section(row: Mapping[str, Any]) -> Item:
    stated = row["status_as_of_caption"] if row["stated"] == "section" else "of the project as a whole"
    return Item(
        row["route_id"],
        row["name"],
        f"{label('project status', row['status']).capitalize()}{f', {stated}' if stated else ''}",
        " – ".join(row["stops"]),
    )


def _milestone(row: Mapping[str, Any], counts: pd.Series) -> Item:
    words = label("project status", row["status"]).capitalize() + (f": {row['note']}" if row["note"] else "")
    return Item(
        row["event_id"], row["title"], row["date_caption"], words, sources=int(counts.get(row["event_id"], 0))
    )


def _event(row: Mapping[str, Any], counts: pd.Series) -> Item:
    when = (
        row["date_caption"]
        if row["status"] == "happened"
        else f"{row['date_caption']} · {label('event status', row['status'])}"
    )
    return Item(
        row["event_id"], row["title"], when, row["summary"], sources=int(counts.get(row["event_id"], 0))
    )


def _spread(indicator: str, unit: str, sizes_of: pd.DataFrame) -> str:
    low, high = sizes_of["value"].min(), sizes_of["value"].max()
    values = number(low) if low == high else f"{number(low)} to {number(high)}"
    return f"{indicator[:1].upper()}{indicator[1:]}: {values} {unit_words(unit)}" + (
        f" in {count(len(sizes_of), 'statement')}" if len(sizes_of) > 1 else ""
    )


def _stated(sizes_of: pd.DataFrame, counts: pd.Series) -> tuple[Item, ...]:
    return tuple(
        Item(
            row["quantity_id"],
            quantity(row["value"], row["unit"], row["qualifier"]),
            row["period_caption"],
            row["summary"],
            sources=int(counts.get(row["quantity_id"], 0)),
        )
        for row in sizes_of.to_dict("records")
    )
