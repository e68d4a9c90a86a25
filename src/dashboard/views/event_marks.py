"""An event as something to draw: its dates within some years, whether it is a dot or a bar, its words; and
the eras behind it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from textwrap import wrap
from typing import Any

import altair as alt
import pandas as pd

from dashboard.model.figure import EmptyFigure, Figure
from dashboard.model.vocabulary import label
from dashboard.views import year_axis
from dashboard.views.formatting import count, number
from dashboard.views.theme import INK, Mode
from dashboard.views.year_axis import Years

# The parameters of a drawing: a record was clicked, years were drawn, a bar of years was clicked.
PICK, BRUSH, PERIOD = "pick", "brush", "period"
WIDTH = 1000.0
SHORT = 62
# Before these a title may end without being cut, if it has said as much as this by then.
_ADDED = re.compile(r" (?=(at|for|from|in|into|of|on|over|to|with) )")
_FEWEST_LETTERS = 14

# What is asked of an event to draw it: of all columns these alone are unpacked, which for hundreds of events
# is most of the work.
DRAWN = [
    "event_id",
    "title",
    "date_first",
    "date_last",
    "date_caption",
    "date_approximate",
    "kind",
    "status",
    "weight",
]


def drawn_row(row: dict[str, Any], counts: pd.Series, years: Years) -> dict[str, Any]:
    """What a mark of an event needs: words, dates as ISO days within the years, and how it is drawn."""
    first = begin_of(row, years)
    last = min(day_of(row["date_last"]), date(years[1], 12, 31))
    return {
        "record_id": row["event_id"],
        "title": row["title"],
        "when": row["date_caption"],
        "kind": label("event kind", row["kind"]),
        "status": label("event status", row["status"]),
        "weight": int(row["weight"]),
        "sources": int(counts.get(row["event_id"], 0)),
        "approximate": bool(row["date_approximate"])
        or row["status"] != "happened"
        or row["date_first"].year == 1,
        "happened": row["status"] == "happened",
        "short": is_short(row),
        "lasting": row["date_last"].year == 9999,
        "from": first.isoformat(),
        "to": max(last, first).isoformat(),
    }


def begin_of(row: Mapping[Any, Any], years: Years) -> date:
    """The day within the years on which the mark of an event begins."""
    known = row["date_last"] if row["date_first"].year == 1 else row["date_first"]
    return max(day_of(known), date(years[0], 1, 1))


def is_short(row: dict[str, Any]) -> bool:
    """Drawn as a dot: a few weeks at most, or something known only to have happened by a date."""
    return bool(row["date_first"].year == 1) or bool(
        row["date_last"].year < 9999 and (row["date_last"] - row["date_first"]).days <= SHORT
    )


def day_of(stamp: pd.Timestamp) -> date:
    """The day of a timestamp."""
    return date(stamp.year, stamp.month, stamp.day)


def year_of(row: dict[str, Any]) -> int:
    """The year under which an event is listed: its first, or its last where the beginning is open."""
    first = row["date_first"].year
    return int(first if first > 1 else row["date_last"].year)


def words_of_flag(year: int, title: str, longest: int) -> str:
    """A year and a title in lines of so many letters: in one line as far as the title goes whole or up to
    what a preposition adds, else the whole title in several; never words that are cut.
    """
    ends = [found.start() for found in _ADDED.finditer(title)]
    heads = [title, *(title[:end] for end in reversed(ends) if end >= _FEWEST_LETTERS)]
    short = next((head for head in heads if len(f"{year} {head}") <= longest), title)
    return "\n".join(wrap(f"{year} {short}", longest))


def bands_of(eras: pd.DataFrame, years: Years) -> pd.DataFrame:
    """The eras that touch the years, as bands of ISO days."""
    within = eras[
        (eras["period_first"].dt.year <= years[1]) & (eras["period_last"].dt.year >= years[0])
    ].sort_values("period_first")
    return pd.DataFrame(
        {
            "record_id": within["era_id"].to_numpy(),
            "label": within["label"].to_numpy(),
            "from": [max(day_of(day), date(years[0], 1, 1)).isoformat() for day in within["period_first"]],
            "to": [min(day_of(day), date(years[1], 12, 31)).isoformat() for day in within["period_last"]],
            "shade": [number % 2 for number in range(len(within))],
        }
    )


def ground(mode: Mode, broken: Mapping[int, str] | None = None) -> list[alt.Chart]:
    """The quiet bands of the eras, behind everything else, with their names: on one line each, and only
    where it fits, or from some width of the drawing on in lines `broken` to fit, by the name of their column.
    """
    ink = INK[mode]
    bands = alt.Chart(alt.NamedData("bands"))
    fits = "scale('x', toDate(datum.to)) - scale('x', toDate(datum.from)) > length(datum.label) * 6"
    label = f"width > 620 && {fits} ? datum.label : ''"
    for width, lines in sorted((broken or {}).items()):
        label = f"width >= {width} ? datum.{lines} : ({label})"
    return [
        bands.mark_rect(fill=ink.panel).encode(
            x=year_axis.along("from"),
            x2=alt.X2("to:T"),
            description=alt.Description("label:N"),
            opacity=alt.OpacityValue(0, condition={"test": "datum.shade == 0", "value": 1}),
        ),
        bands.mark_text(
            align="left", baseline="top", dx=4, fontSize=11, lineBreak="\n", color=ink.quiet
        ).encode(
            x=year_axis.along("from"),
            y=alt.YValue(2),
            text=alt.TextValue(alt.ExprRef(label)),
        ),
    ]


def of_so_many(figure: Figure | EmptyFigure, drawn: int, chosen: int) -> Figure | EmptyFigure:
    """The figure with a note where it draws fewer events than were chosen."""
    if isinstance(figure, EmptyFigure) or drawn == chosen:
        return figure
    said = (
        f"Drawn are the {number(drawn)} weightiest of the {count(chosen, 'event')} of this choice; "
        "fewer years or themes show the others."
    )
    return replace(figure, note=f"{figure.note} {said}".strip())


def nothing_chosen(figure_id: str, title: str) -> EmptyFigure:
    """What stands where a figure of events would be when no event fits the choice."""
    return EmptyFigure(
        figure_id,
        title,
        "No event fits this choice of themes, years and kinds of source.",
        "Widen the years or clear a filter.",
    )
