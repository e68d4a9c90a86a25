"""Meetings in series: a strip of years, and each series by number and date with the numbers that are
missing.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import altair as alt
import pandas as pd

from dashboard.model.figure import Cell, Chart, EmptyFigure, Figure, Grid
from dashboard.model.vocabulary import label
from dashboard.views import title
from dashboard.views.event_marks import PICK
from dashboard.views.formatting import count, in_runs, number
from dashboard.views.labels.beside import in_lines
from dashboard.views.theme import INK, Mode, layered

_ROWS = ["record_id", "series", "number", "date", "status", "title"]
_MISSING = (
    "A number is missing where no report of that meeting was found: the meeting may have been held "
    "all the same."
)


# Letters of a name beside the axis that stand in one line; pixels of a row that holds two lines, and by
# how many these go up to stand about its middle.
WIDEST, LINE, UP = 26, 28, 6


def strip(meetings: pd.DataFrame, mode: Mode) -> Figure | EmptyFigure:
    """One line for each series, a dot for each meeting in its first year. `meetings` as from
    queries.series.meetings.
    """
    figure_id = "series-strip"
    if meetings.empty:
        return _nothing(figure_id, "Meetings by year")
    drawn = _identified(meetings)
    names = tuple(dict.fromkeys(drawn["name"]))
    dots = drawn[["record_id", "name", "title"]].assign(
        line=drawn["name"].map(_in_lines),
        year=drawn["date_first"].dt.year,
        when=drawn["date_caption"],
        status=[label("event status", status) for status in drawn["status"]],
    )
    years = (int(dots["year"].min()), int(dots["year"].max()))
    lines = tuple(dict.fromkeys(dots["line"]))
    return Figure(
        figure_id=figure_id,
        title=f"{count(len(drawn), 'meeting')} of {count(len(names), 'series', 'series')}, "
        f"{years[0]}–{years[1]}{_busiest(drawn['name'])}",
        drawing=Chart(_spec(lines, years, mode), {"meetings": dots}, selectable=True),
        rows=drawn[_ROWS],
        message="Meetings by series: "
        + ", ".join(f"{name} {len(rows)}" for name, rows in dots.groupby("name", sort=False))
        + ".",
        note="Each dot is a meeting, held or planned, in the year in which it began.",
        hint="A click on a dot opens its sources.",
    )


def _busiest(names: pd.Series) -> str:
    """The series of most meetings, for a title."""
    most = title.leader(names.value_counts().to_dict())
    if len(names) < title.FEWEST_EVENTS or not most or most[1] == len(names):
        return ""
    return f", most often {most[0]}: {number(most[1])}"


def listing(
    meetings: pd.DataFrame, missing: pd.DataFrame, figure_id: str = "series-list"
) -> Figure | EmptyFigure:
    """Each series with its meetings by number and date; `missing` has `series_id` and `number`, of all
    years.
    """
    if meetings.empty:
        return _nothing(figure_id, "Meetings by number and date")
    groups: dict[int, str] = {}
    rows: list[tuple[Cell, ...]] = []
    for (series_id, name), held in meetings.groupby(["series", "name"], sort=False):
        numbers = missing.loc[missing["series_id"] == series_id, "number"]
        groups[len(rows)] = f"{name}: {count(len(held), 'meeting')}{_said(numbers)}"
        rows += [_row(row) for row in held.to_dict("records")]
    lacking = missing["series_id"].isin(meetings["series"]).sum()
    return Figure(
        figure_id=figure_id,
        title=f"{count(len(rows), 'meeting')} by number and date; {count(int(lacking), 'number')} not found",
        drawing=Grid(("Date", "Number", "Meeting", "Status"), tuple(rows), groups),
        rows=_identified(meetings)[_ROWS],
        message=f"A table of {count(len(rows), 'meeting')} under {count(len(groups), 'series', 'series')}.",
        note=_MISSING,
    )


def _row(row: dict[str, Any]) -> tuple[Cell, ...]:
    return (
        Cell(row["date_caption"]),
        Cell("–" if pd.isna(row["number"]) else str(int(row["number"]))),
        Cell(row["title"], row["event_id"]),
        Cell(label("event status", row["status"])),
    )


def _said(numbers: pd.Series) -> str:
    return f"; not found: {in_runs([int(number) for number in numbers])}" if len(numbers) else ""


def _identified(meetings: pd.DataFrame) -> pd.DataFrame:
    return meetings.rename(columns={"event_id": "record_id"}).reset_index(drop=True)


def _nothing(figure_id: str, heading: str) -> EmptyFigure:
    return EmptyFigure(
        figure_id,
        heading,
        "No meeting of a series is in this choice.",
        "Widen the years or clear the filters.",
    )


def _in_lines(name: str) -> str:
    return next(iter(in_lines(name)), name) if len(name) > WIDEST else name


@lru_cache(maxsize=8)
def _spec(lines: tuple[str, ...], years: tuple[int, int], mode: Mode) -> dict[str, Any]:
    """Kept, because Altair takes longer to write it than all else takes. Not to be changed."""
    scale = alt.Scale(domain=[years[0] - 1, years[1] + 1], nice=False)
    # On a phone, years stand beside each other only where there is room between them.
    years_axis = alt.Axis(
        title=None, format="d", tickCount=8, tickMinStep=1, labelOverlap="greedy", labelSeparation=8
    )
    x = alt.X("year:Q", scale=scale, axis=years_axis)
    in_two = {"condition": {"test": "indexof(datum.value, '\\n') > 0", "value": -UP}, "value": 0}
    named = alt.Axis(
        title=None,
        grid=True,
        labelExpr=r"split(datum.label, '\n')",
        labelLimit=190,
        labelOffset=in_two,
    )
    y = alt.Y("line:N", sort=list(lines), axis=named)
    tooltip = [
        alt.Tooltip("title:N", title="Meeting"),
        alt.Tooltip("when:N", title="When"),
        alt.Tooltip("status:N", title="Status"),
    ]
    dots = alt.Chart(alt.NamedData("meetings")).mark_point(
        filled=True, size=50, opacity=0.7, color=INK[mode].accent
    )
    pick = alt.selection_point(name=PICK, fields=["record_id"], on="click", toggle=False, clear="dblclick")
    drawn = dots.encode(x=x, y=y, tooltip=tooltip, description=alt.Description("title:N")).add_params(pick)
    return layered([drawn], mode, LINE * len(lines) + 20)
