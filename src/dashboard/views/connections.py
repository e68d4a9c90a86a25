"""What a record is connected with: the other events on a line of years, and lists of records by kind."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

import altair as alt
import pandas as pd

from dashboard.model.figure import Chart, EmptyFigure, Figure, Item, Listing
from dashboard.views import title, year_axis
from dashboard.views.event_marks import DRAWN, PICK, drawn_row
from dashboard.views.formatting import count, number
from dashboard.views.theme import INK, Mode, layered
from dashboard.views.year_axis import Years

# How the records under a heading are called in a sentence, where not by the heading itself.
_CALLED = {"Before and after": "events before and after", "Who": "persons and bodies", "Where": "places"}
# Longer lists stand under a heading that opens.
MOST_OPEN = 8
HEIGHT = 46


class Neighbour(NamedTuple):
    """A record that is named beside another one, and when it was, where that is told."""

    record_id: str
    title: str
    when: str


def around(
    record_id: str, events: pd.DataFrame, counts: pd.Series, years: Years, mode: Mode
) -> Figure | EmptyFigure:
    """The events connected with a record on one line of years; the record itself, if it is an event, stands
    out.
    """
    subject = "Before and after"
    if len(events) < 2:
        return EmptyFigure(
            "record-around", subject, "Fewer than two events belong to it.", "See what is connected."
        )
    marks = pd.DataFrame([drawn_row(row, counts, years) for row in events[DRAWN].to_dict("records")])
    marks["here"] = marks["record_id"] == record_id
    first, last = marks.iloc[0], marks.iloc[-1]
    data = {"events": marks[["record_id", "title", "when", "from", "to", "here"]]}
    return Figure(
        figure_id="record-around",
        title=f"{subject}: {count(len(marks), 'event')}, {_in_years(events)}",
        drawing=Chart({**_spec(mode, _years(events, years)), "height": HEIGHT}, data, selectable=True),
        rows=marks[["record_id", "when", "title"]],
        message=f"A line of years with {count(len(marks), 'event')}, from {first['title']}, {first['when']}, "
        f"to {last['title']}, {last['when']}.",
        hint="A click on a mark opens that event.",
    )


def _years(events: pd.DataFrame, span: Years) -> Years:
    """The years of the events with a year of room on both sides."""
    first = events["date_first"].dt.year
    last = events["date_last"].dt.year.clip(upper=span[1])
    beginning = first.where(first > 1, last).min()
    return max(span[0], int(beginning) - 1), min(span[1], int(last.max()) + 1)


def _in_years(events: pd.DataFrame) -> str:
    """The years in which the first and the last event began, or ended if nobody says when they began."""
    began = events["date_first"].dt.year
    years = began.where(began > 1, events["date_last"].dt.year)
    first, last = int(years.iloc[0]), int(years.iloc[-1])
    return str(first) if first == last else f"{first}–{last}"


def _spec(mode: Mode, years: Years) -> dict[str, Any]:
    ink = INK[mode]
    pick = alt.selection_point(name=PICK, fields=["record_id"], on="click", toggle=False, clear="dblclick")
    marks = alt.Chart(alt.NamedData("events"))
    colour = alt.condition("datum.here", alt.value(ink.accent), alt.value(ink.quiet))
    shown = [alt.Tooltip("title:N", title="what"), alt.Tooltip("when:N")]
    lasting = marks.mark_rule(strokeWidth=5, opacity=0.35).encode(
        x=year_axis.along("from", years), x2=alt.X2("to:T"), color=colour, tooltip=shown
    )
    points = (
        marks.mark_point(filled=True, opacity=0.85, cursor="pointer")
        .encode(
            x=year_axis.along("from"),
            size=alt.condition("datum.here", alt.value(190), alt.value(80)),
            color=colour,
            tooltip=shown,
            description=alt.Description("title:N"),
        )
        .add_params(pick)
    )
    return layered([lasting, points], mode)


def related(
    record_id: str, groups: Mapping[str, Sequence[Neighbour]], counts: pd.Series
) -> Figure | EmptyFigure:
    """Records that name this one, or that it names, by heading; its sources are those of the record."""
    filled = {heading: records for heading, records in groups.items() if records}
    if not filled:
        return EmptyFigure(
            "record-related",
            "What is connected with it",
            "No other record names this one.",
            "Search for its words in the menu.",
        )
    listed = [_list(heading, records, counts) for heading, records in filled.items()]
    long = [len(items) > MOST_OPEN for _, items in listed]
    shown = [
        ("" if is_long else heading, items) for is_long, (heading, items) in zip(long, listed, strict=True)
    ]
    folds = [(heading if is_long else "", 1) for is_long, (heading, _) in zip(long, listed, strict=True)]
    cells = [
        (record_id, heading, neighbour.title, neighbour.when, neighbour.record_id)
        for heading, neighbours in filled.items()
        for neighbour in neighbours
    ]
    rows = pd.DataFrame(cells, columns=["record_id", "kind", "title", "when", "connected"])
    return Figure(
        figure_id="record-related",
        title=_found(filled),
        drawing=Listing(tuple(shown), tuple(folds)),
        rows=rows,
        message=f"A list of {count(len(rows), 'record')} connected with this one: "
        + ", ".join(heading for heading, _ in listed)
        + ".",
    )


def _found(groups: Mapping[str, Sequence[Neighbour]]) -> str:
    """How many records there are, and of which kind most of them are, if they are many."""
    held = {heading: len(records) for heading, records in groups.items()}
    whole, most = sum(held.values()), title.leader(held)
    found = f"{count(whole, 'record')} {'is' if whole == 1 else 'are'} connected with it"
    if whole < title.FEWEST or not most or most[1] == 1:
        return found
    called = _CALLED.get(most[0], most[0].removeprefix("Behind ").lower())
    if most[1] == whole:
        return f"{found}, all of them {called}"
    return f"{found}, {number(most[1])} of them {called}"


def _list(heading: str, neighbours: Sequence[Neighbour], counts: pd.Series) -> tuple[str, tuple[Item, ...]]:
    items = tuple(
        Item(record_id, title, when, sources=int(counts.get(record_id, 0)))
        for record_id, title, when in neighbours
    )
    return f"{heading} ({number(len(items))})", items
