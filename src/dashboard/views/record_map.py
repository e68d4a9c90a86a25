"""The words of the small map of a record."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd

from dashboard.model.figure import EmptyFigure, Figure, SvgImage
from dashboard.model.vocabulary import label
from dashboard.views.formatting import count, joined


def where(record_id: str, title: str, points: pd.DataFrame, lines: pd.DataFrame, drawing: SvgImage) -> Figure:
    """The places and the sections of a record on a map; `points` have `place_id` and `name`, `lines`
    `route_id`, `name` and `status`.
    """
    names = [*points["name"], *lines["name"]]
    rows = [
        *({"record_id": record_id, "what": name, "status": ""} for name in points["name"]),
        *(
            {"record_id": record_id, "what": name, "status": label("project status", status)}
            for name, status in zip(lines["name"], lines["status"], strict=True)
        ),
    ]
    drawn = [
        count(number, word) for number, word in ((len(points), "place"), (len(lines), "section")) if number
    ]
    return Figure(
        figure_id="record-map",
        title="Where",
        drawing=drawing if len(lines) else replace(drawing, legend=()),
        rows=pd.DataFrame(rows),
        message=f"A map of {title} with {joined(drawn)}: {'; '.join(names)}.",
        note="Lines are schematic: they run straight from stop to stop." if len(lines) else "",
    )


def nowhere() -> EmptyFigure:
    """What stands where the map of a record would be that has no place."""
    return EmptyFigure(
        "record-map", "Where", "Nothing of it stands on a map.", "See what it is connected with."
    )
