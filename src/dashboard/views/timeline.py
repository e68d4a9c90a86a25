"""Events in lanes by theme, as marks and spans on a line of years, and the same events as a list."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

import altair as alt
import pandas as pd

from dashboard.model.figure import Chart, EmptyFigure, Figure, Item, Listing
from dashboard.model.vocabulary import label
from dashboard.views import title, year_axis
from dashboard.views.event_marks import (
    DRAWN,
    PICK,
    WIDTH,
    bands_of,
    day_of,
    drawn_row,
    ground,
    is_short,
    nothing_chosen,
    year_of,
)
from dashboard.views.formatting import count
from dashboard.views.labels.timeline import Mark, Ruler, in_rows, with_labels
from dashboard.views.theme import INK, Mode, finished, palette
from dashboard.views.year_axis import Years

ROW = 13
DOT = 8.0
LONG_LIST = 60

_NOTE = (
    "A dot is an event dated to the day, the month or a few weeks; a bar covers a year or "
    "longer, because no source says more exactly "
    "or because it lasted. Hollow marks are approximate dates; a cross is something planned or "
    "something that did not happen."
)


def lanes(
    events: pd.DataFrame,
    counts: pd.Series,
    themes: pd.DataFrame,
    eras: pd.DataFrame,
    years: Years,
    mode: Mode,
) -> Figure | EmptyFigure:
    """The timeline: one lane a theme, one mark an event.

    `events` are the chosen ones in order of time with the column `lane`; `counts` is the number of
    independent sources by event_id; `eras` are drawn as quiet bands; labels are set where they fit, weightier
    events first.
    """
    if events.empty:
        return nothing_chosen("timeline-lanes", "Events by theme")
    rows, names, height = _in_lanes(events, counts, themes, years)
    colours = tuple((theme, pair[mode]) for theme, pair in palette(themes).items())
    data = {"events": rows.drop(columns="kind"), "bands": bands_of(eras, years), "lanes": names}
    return Figure(
        figure_id="timeline-lanes",
        title=title.half_of(rows, years),
        subtitle=f"Events by theme, {years[0]}–{years[1]}",
        drawing=Chart(
            {**_lane_spec(mode, years, colours), "height": max(height, 160)}, data, selectable=True
        ),
        rows=rows[["record_id", "when", "title", "theme", "kind", "status", "sources"]],
        message=(
            f"A timeline of {count(len(rows), 'event')} in {count(len(names), 'lane')} by theme, "
            f"from {rows['when'].iloc[0]} to {rows['when'].iloc[-1]}. The list holds the same events."
        ),
        note=_NOTE,
    )


def listing(events: pd.DataFrame, counts: pd.Series, titles: Mapping[str, str]) -> Figure | EmptyFigure:
    """The same events as a list grouped by year: the way of the keyboard and of the screen reader."""
    if events.empty:
        return nothing_chosen("timeline-list", "The same events as a list")
    groups: dict[str, list[Item]] = {}
    for row in events.to_dict("records"):
        groups.setdefault(str(year_of(row)), []).append(
            _item(row, int(counts.get(row["event_id"], 0)), titles)
        )
    rows = events.rename(columns={"event_id": "record_id", "date_caption": "when"})[
        ["record_id", "when", "title", "summary"]
    ]
    return Figure(
        figure_id="timeline-list",
        title="The same events as a list",
        drawing=Listing(
            tuple((year, tuple(items)) for year, items in sorted(groups.items())), _decades(groups)
        ),
        rows=rows,
        message=f"{count(len(events), 'event')} in {count(len(groups), 'year')}.",
    )


def _decades(groups: dict[str, list[Item]]) -> tuple[tuple[str, int], ...]:
    """Folds by decade for a list too long to scroll through; none for a short one."""
    if sum(len(items) for items in groups.values()) <= LONG_LIST:
        return ()
    decades: dict[str, list[str]] = {}
    for year in sorted(groups):
        decades.setdefault(f"{year[:3]}0s", []).append(year)
    return tuple(
        (f"{decade}: {count(sum(len(groups[year]) for year in years), 'event')}", len(years))
        for decade, years in decades.items()
    )


def newest(events: pd.DataFrame, counts: pd.Series, titles: Mapping[str, str]) -> Figure | EmptyFigure:
    """The latest events of a choice, newest first."""
    if events.empty:
        return nothing_chosen("overview-newest", "What is new")
    rows = events.rename(columns={"event_id": "record_id", "date_caption": "when"})[
        ["record_id", "when", "title", "summary"]
    ]
    return Figure(
        figure_id="overview-newest",
        title="The latest in the record",
        drawing=Listing(
            (
                (
                    "",
                    tuple(
                        _item(row, int(counts.get(row["event_id"], 0)), titles)
                        for row in events.to_dict("records")
                    ),
                ),
            )
        ),
        rows=rows,
        message=f"The latest {count(len(events), 'event')}, newest first.",
    )


def _item(row: dict[str, Any], sources: int, titles: Mapping[str, str]) -> Item:
    tags = tuple((theme, titles.get(theme, theme)) for theme in row["themes"])
    when = (
        row["date_caption"]
        if row["status"] == "happened"
        else f"{row['date_caption']} · {label('event status', row['status'])}"
    )
    return Item(row["event_id"], row["title"], when, row["summary"], tags, sources)


def _in_lanes(
    events: pd.DataFrame, counts: pd.Series, themes: pd.DataFrame, years: Years
) -> tuple[pd.DataFrame, pd.DataFrame, int]:
    ruler = Ruler(*years, WIDTH)
    drawn, names, offset = [], [], 2
    for theme, lane in zip(themes["theme_id"], themes["label"], strict=True):
        by_id = {
            row["event_id"]: row for row in events.loc[events["lane"] == theme, DRAWN].to_dict("records")
        }
        if not by_id:
            continue
        marks = with_labels(in_rows(_mark(row, ruler) for row in by_id.values()), WIDTH)
        names.append({"theme": theme, "label": f"{lane} ({len(by_id)})", "y": offset * ROW})
        for mark in marks:
            place = {"y": (offset + 1 + mark.row) * ROW, "label": mark.label if mark.labelled else ""}
            drawn.append({**drawn_row(by_id[mark.record_id], counts, years), "theme": theme, **place})
        offset += max(mark.row for mark in marks) + 3
    rows = pd.DataFrame(drawn).sort_values(["from", "record_id"]).reset_index(drop=True)
    return rows, pd.DataFrame(names), offset * ROW


def _mark(row: dict[str, Any], ruler: Ruler) -> Mark:
    first, last = ruler.at(day_of(row["date_first"])), ruler.at(day_of(row["date_last"]))
    if row["date_first"].year == 1:
        first = last
    if is_short(row):
        left, right = first - DOT / 2, first + DOT / 2
    else:
        left, right = first, max(last, first + DOT)
    return Mark(row["event_id"], left, right, row["title"], int(row["weight"]))


@lru_cache(maxsize=64)
def _lane_spec(mode: Mode, years: Years, colours: tuple[tuple[str, str], ...]) -> dict[str, Any]:
    """The specification but for its height; kept, because Altair takes longer to write it than all else
    takes. Not to be changed.
    """
    ink = INK[mode]
    rows = alt.Chart(alt.NamedData("events"))
    y = alt.Y("y:Q", scale=None, axis=None)  # rows are pixels from the top already
    colour = alt.Color(
        "theme:N",
        scale=alt.Scale(domain=[theme for theme, _ in colours], range=[shade for _, shade in colours]),
        legend=None,
    )
    pick = alt.selection_point(name=PICK, fields=["record_id"], on="click", toggle=False, clear="dblclick")
    strength = alt.OpacityValue(0.35, condition={"param": "pick", "value": 1.0})
    common: dict[str, Any] = {
        "y": y,
        "color": colour,
        "tooltip": _tooltip(),
        "description": "title:N",
        "opacity": strength,
    }
    spans = (
        rows.transform_filter("!datum.short")
        .mark_rule()
        .encode(
            x=year_axis.along("from"),
            x2="to:T",
            strokeWidth=alt.StrokeWidthValue(7, condition={"test": "datum.lasting", "value": 2}),
            strokeDash=alt.StrokeDashValue([1, 0], condition={"test": "datum.approximate", "value": [3, 2]}),
            **common,
        )
    )
    dots = (
        rows.transform_filter("datum.short")
        .mark_point(strokeWidth=1.6)
        .encode(
            x=year_axis.along("from", years, orient="top", grid=True, gridOpacity=0.35),
            fill=colour,
            fillOpacity=alt.FillOpacityValue(1, condition={"test": "datum.approximate", "value": 0.0}),
            shape=alt.ShapeValue("cross", condition={"test": "datum.happened", "value": "circle"}),
            size=alt.SizeValue(36, condition={"test": "datum.weight == 1", "value": 80}),
            **common,
        )
        .add_params(pick)
    )
    labels = (
        rows.transform_filter("datum.label != ''")
        .transform_calculate(label_x="datum.short ? datum.from : datum.to")
        .mark_text(align="left", baseline="middle", dx=7, fontSize=10.5, color=ink.text)
        .encode(
            x=year_axis.along("label_x"),
            y=y,
            text=alt.TextValue(alt.ExprRef("width > 720 ? datum.label : ''")),
        )
    )
    names = (
        alt.Chart(alt.NamedData("lanes"))
        .mark_text(align="left", baseline="middle", fontSize=12, fontWeight="bold")
        .encode(x=alt.XValue(0), y=y, text="label:N", color=colour)
    )
    chart = alt.layer(*ground(mode), spans, dots, labels, names).properties(width="container")
    return finished(chart, mode)


def _tooltip() -> list[alt.Tooltip]:
    return [
        alt.Tooltip("title:N", title="Event"),
        alt.Tooltip("when:N", title="When"),
        alt.Tooltip("status:N", title="Status"),
        alt.Tooltip("sources:Q", title="Independent sources"),
    ]
