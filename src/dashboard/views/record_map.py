"""The words of the small map of a record."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd

from dashboard.model.figure import EmptyFigure, Figure, SvgImage
from dashboard.model.vocabulary import label
from dashboard.views import title as titles
from dashboard.views.formatting import count, joined, number

# So many places are named in a title.
MOST_NAMED = 3


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
        title=_of_sections(lines) if len(lines) else _of_places(record_id, points),
        drawing=drawing if len(lines) else replace(drawing, legend=()),
        rows=pd.DataFrame(rows),
        message=f"A map of {title} with {joined(drawn)}: {'; '.join(names)}.",
        note="Lines are schematic: they run straight from stop to stop." if len(lines) else "",
    )


def _of_sections(lines: pd.DataFrame) -> str:
    """What most sections of a record are; only how many there are where no status leads."""
    most, whole = titles.leader(lines["status"].value_counts().to_dict()), len(lines)
    if not most:
        return f"Where: {count(whole, 'section')}"
    status, verb = label("project status", most[0]), "is" if most[1] == 1 else "are"
    if most[1] == whole:
        return f"Its one section is {status}" if whole == 1 else f"All {number(whole)} sections are {status}"
    return f"{number(most[1])} of {count(whole, 'section')} {verb} {status}"


def _of_places(record_id: str, points: pd.DataFrame) -> str:
    if points["place_id"].tolist() == [record_id]:
        return f"Where {points['name'].iloc[0]} lies"
    names = points["name"].tolist()
    return f"Where: {joined(names) if len(names) <= MOST_NAMED else count(len(names), 'place')}"


def nowhere() -> EmptyFigure:
    """What stands where the map of a record would be that has no place."""
    return EmptyFigure(
        "record-map", "Where", "Nothing of it stands on a map.", "See what it is connected with."
    )
