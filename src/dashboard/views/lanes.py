"""Events in lanes by theme: from afar how many there are in each year, with the turning points by name; from
near every event by its own.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from textwrap import wrap
from typing import Any

import pandas as pd

from dashboard.model.figure import Chart, EmptyFigure, Figure
from dashboard.views import lane_spec, title, year_axis
from dashboard.views.event_marks import (
    DRAWN,
    bands_of,
    day_of,
    drawn_row,
    is_short,
    nothing_chosen,
)
from dashboard.views.formatting import count, number
from dashboard.views.labels.placer import Box
from dashboard.views.labels.timeline import Mark, Ruler, as_flags, in_rows
from dashboard.views.theme import Mode, palette
from dashboard.views.year_axis import Years

# Names are placed in a drawing of the least width that shows them; in a wider one they only draw apart.
WIDE, PHONE = lane_spec.NAMED_FROM, 330.0
# A line of a name has so many letters at most: beside a mark in the middle of a phone half of it has room.
LONG, SHORT = 84, 29
# From so few events on each has a mark of its own, and a name; names of several lines leave room for fewer.
NEAR, NEAR_ON_PHONE = 150, 40
# Up to so many years a bar is a quarter of a year.
BY_QUARTER = 12
# Room in pixels: for the names of eras, for that of a lane, under its bars, and between lanes.
DOT, TOP, HEAD, FOOT, GAP = 8.0, 18, 20, 16, 10
# The highest bar in rows of names.
HIGHEST = 3
Rows = list[dict[str, Any]]

# The menu counts an event under each of its themes.
FIRST_THEME = "An event of several themes stands under the first."
NOTE_NEAR = (
    "A dot is an event dated to the day, the month or a few weeks; a bar covers a year or "
    "longer, because no source says more exactly "
    "or because it lasted. Hollow marks are approximate dates; a cross is something planned or "
    "something that did not happen. " + FIRST_THEME
)
NOTE_FAR = (
    "The height of a bar is the number of events that begin then, on one scale for all themes; dots are "
    "turning points. " + FIRST_THEME
)


@dataclass(frozen=True)
class _Layout:
    """One way of laying out lanes: the years, how wide the drawing is, how long a name may be."""

    years: Years
    width: float
    longest: int

    @property
    def ruler(self) -> Ruler:
        return Ruler(*self.years, self.width)


def lanes(
    events: pd.DataFrame,
    counts: pd.Series,
    themes: pd.DataFrame,
    eras: pd.DataFrame,
    years: Years,
    mode: Mode,
    narrow: bool = False,
) -> Figure | EmptyFigure:
    """The timeline: one lane a theme; `narrow`: on a phone.

    `events` are the chosen ones in order of time with the column `lane`; `counts` is the number of
    independent sources by event_id; `eras` are drawn as quiet bands.
    """
    if events.empty:
        return nothing_chosen("timeline-lanes", "Events by theme")
    layout = _Layout(years, PHONE, SHORT) if narrow else _Layout(years, WIDE, LONG)
    near = len(events) <= (NEAR_ON_PHONE if narrow else NEAR) or years[0] == years[1]
    by_lane = {theme: rows.to_dict("records") for theme, rows in events[[*DRAWN, "lane"]].groupby("lane")}
    rows = pd.DataFrame([_row(event, counts, years) for lane in by_lane.values() for event in lane])
    rows = rows.sort_values(["from", "record_id"]).reset_index(drop=True)
    data, height = (_near if near else _far)(by_lane, themes, layout, rows)
    colours = tuple((theme, pair[mode]) for theme, pair in palette(themes).items())
    spec = (
        lane_spec.near(mode, years, colours, narrow) if near else lane_spec.far(mode, years, colours, narrow)
    )
    return Figure(
        figure_id="timeline-lanes",
        title=title.half_of(rows, years),
        subtitle=f"Events by theme, {year_axis.in_words(years)}",
        drawing=Chart(
            {**spec, "height": max(height, 160)},
            {**data, "bands": bands_of(eras, years)},
            selectable=True,
            ruler=year_axis.ruler(years),
            room=40,
        ),
        rows=rows[["record_id", "when", "title", "theme", "kind", "status", "sources"]],
        message=(
            f"A timeline of {count(len(rows), 'event')} in {count(len(data['lanes']), 'lane')} by theme, "
            f"from {rows['when'].iloc[0]} to {rows['when'].iloc[-1]}. The list holds the same events."
        ),
        note=NOTE_NEAR if near else NOTE_FAR,
        hint="" if near else "A click on a bar chooses its year, on a name or its dot opens it.",
    )


def _row(event: Mapping[str, Any], counts: pd.Series, years: Years) -> dict[str, Any]:
    return {**drawn_row(dict(event), counts, years), "theme": event["lane"]}


def _each(by_lane: Mapping[str, Rows], themes: pd.DataFrame) -> Iterator[tuple[str, str, Rows]]:
    """The lanes that have events, in the order of the themes: theme, name with their number, events."""
    for theme, name in zip(themes["theme_id"], themes["label"], strict=True):
        if theme in by_lane:
            yield theme, f"{name} ({number(len(by_lane[theme]))})", by_lane[theme]


def _near(
    by_lane: Mapping[str, Rows], themes: pd.DataFrame, layout: _Layout, rows: pd.DataFrame
) -> tuple[dict[str, pd.DataFrame], int]:
    """A mark for each event, with its name where that finds room."""
    placed: dict[str, dict[str, Any]] = {}
    names, top = [], TOP
    for theme, name, events in _each(by_lane, themes):
        marks = in_rows([_mark(event, layout) for event in events], layout.width)
        names.append({"theme": theme, "label": name, "y": top + HEAD / 2})
        first = top + HEAD + lane_spec.ROW / 2
        for mark in marks:
            rise = lane_spec.ROW + lane_spec.LINE * (mark.lines - 1) if mark.side == "over" else 0
            y = first + mark.row * lane_spec.ROW
            placed[mark.record_id] = _place(mark, y, y - rise)
        top += HEAD + (max(mark.foot for mark in marks) + 1) * lane_spec.ROW + GAP
    return {"events": _with(rows, placed).drop(columns="kind"), "lanes": pd.DataFrame(names)}, top


def _far(
    by_lane: Mapping[str, Rows], themes: pd.DataFrame, layout: _Layout, rows: pd.DataFrame
) -> tuple[dict[str, pd.DataFrame], int]:
    """How many events begin in each year, or quarter, and a flag for each turning point."""
    bin_of = _quarter_of if layout.years[1] - layout.years[0] <= BY_QUARTER else _year_of
    numbers = {theme: Counter(map(bin_of, days)) for theme, days in rows.groupby("theme")["from"]}
    most = max(number for of_theme in numbers.values() for number in of_theme.values())
    placed: dict[str, dict[str, Any]] = {}
    names, bars, top = [], [], TOP
    for theme, name, events in _each(by_lane, themes):
        drawn = [
            {**_bar(day, number, bin_of), "theme": theme, "name": name}
            for day, number in sorted(numbers[theme].items())
        ]
        turning = [_mark(event, layout) for event in events if event["weight"] == 1]
        flags = as_flags(turning, layout.width, [_covered(bar, most, layout) for bar in drawn])
        high = max([HIGHEST, *(flag.row + flag.lines for flag in flags if flag.labelled)])
        ground = top + HEAD + high * lane_spec.ROW
        names.append({"theme": theme, "label": name, "y": top + HEAD / 2})
        bars += [{**bar, "y": ground - _height(bar, most) * lane_spec.ROW, "foot": ground} for bar in drawn]
        placed |= {
            flag.record_id: _place(
                flag, ground + FOOT / 2, ground - (flag.row + flag.lines - 0.5) * lane_spec.ROW
            )
            for flag in flags
        }
        top = ground + FOOT + GAP
    turning_rows = _with(rows[rows["record_id"].isin(placed)], placed).drop(columns="kind")
    return {"events": turning_rows, "bars": pd.DataFrame(bars), "lanes": pd.DataFrame(names)}, top


def _with(rows: pd.DataFrame, placed: Mapping[str, Mapping[str, Any]]) -> pd.DataFrame:
    """The rows with where each stands."""
    places = pd.DataFrame.from_dict(dict(placed), orient="index", columns=["y", "label", "side", "flag"])
    # Where nothing is placed, pandas takes the empty index for one of numbers, which joins to no id.
    return rows.join(places.set_index(places.index.astype(str)), on="record_id")


def _place(mark: Mark, y: float, flag: float) -> dict[str, Any]:
    """Where a mark stands, and the first line of its name."""
    return {"y": y, "label": mark.label if mark.labelled else "", "side": mark.side, "flag": flag}


def _mark(event: Mapping[str, Any], layout: _Layout) -> Mark:
    ruler = layout.ruler
    first, last = ruler.at(day_of(event["date_first"])), ruler.at(day_of(event["date_last"]))
    if event["date_first"].year == 1:
        first = last
    if is_short(dict(event)):
        left, right = first - DOT / 2, first + DOT / 2
    else:
        left, right = first, max(last, first + DOT)
    name = "\n".join(wrap(event["title"], layout.longest, break_on_hyphens=False))
    return Mark(event["event_id"], left, right, name, int(event["weight"]))


def _year_of(day: str) -> str:
    return f"{day[:4]}-01-01"


def _quarter_of(day: str) -> str:
    return f"{day[:4]}-{(int(day[5:7]) - 1) // 3 * 3 + 1:02}-01"


def _bar(day: str, number: int, bin_of: Callable[[str], str]) -> dict[str, Any]:
    """A bar over its year, or quarter: a little narrower than that, so that each stands alone."""
    first = date.fromisoformat(day)
    days = 365 if bin_of is _year_of else 91
    ends = (date.fromordinal(first.toordinal() + round(days * share)).isoformat() for share in (0.08, 0.92))
    when = day[:4] if bin_of is _year_of else f"{day[:4]}, {_QUARTERS[first.month]}"
    start, end = ends
    return {
        "from": start,
        "to": end,
        "first": first.year,
        "number": number,
        "words": f"{when}: {count(number, 'event')}",
    }


_QUARTERS = {1: "January – March", 4: "April – June", 7: "July – September", 10: "October – December"}


def _height(bar: Mapping[str, Any], most: int) -> float:
    """In rows of names; even a single event is seen."""
    return max(float(bar["number"]) / most * HIGHEST, 0.12)


def _covered(bar: Mapping[str, Any], most: int, layout: _Layout) -> Box:
    left, right = (layout.ruler.at(date.fromisoformat(bar[side])) for side in ("from", "to"))
    return left, 0.0, right, _height(bar, most)
