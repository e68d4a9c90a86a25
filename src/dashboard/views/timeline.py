"""Events in lanes by theme, as marks and spans on a line of years, and the same events as a list."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date
from typing import Any

import altair as alt
import pandas as pd

from dashboard.model.figure import Absence, Chart, Figure, Item, Listing
from dashboard.model.vocabulary import label
from dashboard.views.theme import INK, THEME_COLOURS, Mode, altair_config
from dashboard.views.words import count

PICK = "pick"
LANE_HEIGHT = 17
CHART_WIDTH = 980.0
LETTER_WIDTH = 6.1

_NOTE = (
    "A dot is a day or a month; a bar is a year or a longer span, because no source says more exactly. "
    "A hollow or dashed mark is an approximate date; a cross is something that was planned or did not happen."
)


def lanes(events: pd.DataFrame, counts: pd.Series, themes: Sequence[str], eras: pd.DataFrame, years: tuple[int, int], mode: Mode) -> Figure | Absence:
    """The timeline: one lane a theme, one mark an event.

    `events` are the chosen ones in order of time with the column `lane`; `counts` is the number of independent sources
    by event_id; `eras` are drawn as quiet bands; labels are set where they fit, weightier events first.
    """
    if events.empty:
        return nothing_chosen("timeline-lanes", "Events by theme")
    rows, heights = _packed(events.assign(sources=events["event_id"].map(counts).fillna(0).astype(int)), themes, years)
    spec = _spec(mode, heights, years, _bands(eras, years))
    shown = rows.drop(columns=["first_day", "days"])
    first, last = rows["when"].iloc[0], rows["when"].iloc[-1]
    return Figure(
        figure_id="timeline-lanes",
        title=f"{count(len(rows), 'event')} from {years[0]} to {years[1]}, by theme",
        drawing=Chart(spec, {"events": rows, "bands": _bands(eras, years)}, selectable=True),
        rows=shown[["record_id", "when", "title", "theme", "kind", "status", "sources"]],
        message=f"A timeline of {count(len(rows), 'event')} in {count(len(heights), 'lane')} by theme, from {first} to {last}. The list below holds the same events.",
        note=_NOTE,
    )


def listing(events: pd.DataFrame, counts: pd.Series, titles: dict[str, str]) -> Figure | Absence:
    """The same events as a list grouped by year: the way of the keyboard and of the screen reader."""
    if events.empty:
        return nothing_chosen("timeline-list", "The same events as a list")
    groups: dict[str, list[Item]] = {}
    for row in events.to_dict("records"):
        groups.setdefault(str(row["date_first"].year), []).append(_item(row, int(counts.get(row["event_id"], 0)), titles))
    rows = events.rename(columns={"event_id": "record_id", "date_caption": "when"})[["record_id", "when", "title", "summary"]]
    return Figure(
        figure_id="timeline-list",
        title="The same events as a list",
        drawing=Listing(tuple((year, tuple(items)) for year, items in groups.items())),
        rows=rows,
        message=f"{count(len(events), 'event')} in {count(len(groups), 'year')}.",
    )


def nothing_chosen(figure_id: str, title: str) -> Absence:
    """What stands where a figure of events would be when no event fits the choice."""
    return Absence(figure_id, title, "No event fits this choice of themes, years and kinds of source.", "Widen the years or clear a filter.")


def _item(row: dict[str, Any], sources: int, titles: dict[str, str]) -> Item:
    tags = tuple((theme, titles.get(theme, theme)) for theme in row["themes"])
    when = row["date_caption"] if row["status"] == "happened" else f"{row['date_caption']} · {label('event status', row['status'])}"
    return Item(row["event_id"], row["title"], when, row["summary"], tags, sources)


def _packed(events: pd.DataFrame, themes: Sequence[str], years: tuple[int, int]) -> tuple[pd.DataFrame, dict[str, int]]:
    """The rows to draw: each event in the first row of its lane that is free where its mark, and then its label, would stand."""
    start = date(years[0], 1, 1).toordinal()
    per_day = CHART_WIDTH / (date(years[1], 12, 31).toordinal() + 1 - start)
    drawn, heights, offset = [], {}, 0
    for theme in themes:
        own = events[events["lane"] == theme]
        if own.empty:
            continue
        placed, used = _rows_of_lane(own, start, per_day)
        drawn += [{**row, "y": (offset + row["y"]) * LANE_HEIGHT, "theme": theme} for row in placed]
        heights[theme] = used
        offset += used + 1
    frame = pd.DataFrame(drawn)
    return frame.sort_values(["x", "record_id"]).reset_index(drop=True), heights


def _rows_of_lane(own: pd.DataFrame, start: int, per_day: float) -> tuple[list[dict[str, Any]], int]:
    marks = [_mark(row, start, per_day) for row in own.to_dict("records")]
    ends: list[float] = []
    for mark in marks:
        left, right = mark["left"], mark["right"]
        level = next((number for number, end in enumerate(ends) if end + 3 <= left), len(ends))
        ends[level : level + 1] = [right]
        mark["y"] = level
    _set_labels(marks)
    return marks, len(ends)


def _set_labels(marks: list[dict[str, Any]]) -> None:
    taken: dict[int, list[tuple[float, float]]] = {}
    for mark in marks:
        taken.setdefault(mark["y"], []).append((mark["left"], mark["right"]))
    for mark in sorted(marks, key=lambda one: (one["weight"], one["left"])):
        width = len(mark["title"]) * LETTER_WIDTH + 8
        begin, end = mark["right"] + 3, mark["right"] + 3 + width
        free = end <= CHART_WIDTH and not any(begin < right and end > left for left, right in taken[mark["y"]])
        mark["label"] = mark["title"] if free else ""
        if free:
            taken[mark["y"]].append((begin, end))


def _mark(row: dict[str, Any], start: int, per_day: float) -> dict[str, Any]:
    first = max(row["date_first"].toordinal(), start)
    last = min(_ordinal(row["date_last"]), start + round(CHART_WIDTH / per_day) - 1)
    days = max(last - first + 1, 1)
    point = row["date_last"].year < 9999 and (row["date_last"] - row["date_first"]).days <= 62
    left = (first - start) * per_day
    width = 9.0 if point else max(days * per_day, 9.0)
    middle = first + days // 2 if point else first
    return {
        "record_id": row["event_id"],
        "title": row["title"],
        "when": row["date_caption"],
        "kind": label("event kind", row["kind"]),
        "status": label("event status", row["status"]),
        "weight": int(row["weight"]),
        "sources": row["sources"],
        "approximate": bool(row["date_approximate"]),
        "point": point,
        "x": date.fromordinal(middle).isoformat(),
        "x2": date.fromordinal(first + days).isoformat(),
        "first_day": first,
        "days": days,
        "left": left - (4.5 if point else 0.0),
        "right": left - (4.5 if point else 0.0) + width,
    }


def _ordinal(day: Any) -> int:
    return date(day.year, day.month, day.day).toordinal()


def _bands(eras: pd.DataFrame, years: tuple[int, int]) -> pd.DataFrame:
    own = eras[(eras["period_first"].dt.year <= years[1]) & (eras["period_last"].dt.year >= years[0])]
    first = [max(day.year, years[0]) for day in own["period_first"]]
    last = [min(day.year, years[1]) for day in own["period_last"]]
    return pd.DataFrame(
        {
            "record_id": own["era_id"].to_numpy(),
            "label": own["label"].to_numpy(),
            "from": [f"{year}-01-01" for year in first],
            "to": [f"{year + 1}-01-01" for year in last],
            "shade": [number % 2 for number in range(len(own))],
        }
    )


def _spec(mode: Mode, heights: dict[str, int], years: tuple[int, int], bands: pd.DataFrame) -> dict[str, Any]:
    ink = INK[mode]
    total = (sum(heights.values()) + len(heights)) * LANE_HEIGHT
    scale = alt.Scale(domain=[f"{years[0]}-01-01", f"{years[1] + 1}-01-01"], nice=False)
    x = alt.X("x:T", scale=scale, axis=alt.Axis(title=None, format="%Y", orient="top", tickCount=10, grid=True, gridOpacity=0.25))
    y = alt.Y("y:Q", scale=alt.Scale(domain=[-LANE_HEIGHT, total], nice=False, reverse=True), axis=None)
    colour = alt.Color("theme:N", scale=alt.Scale(domain=list(THEME_COLOURS), range=[pair[mode] for pair in THEME_COLOURS.values()]), legend=None)
    pick = alt.selection_point(name=PICK, fields=["record_id"], on="click", toggle=False, clear="dblclick")
    tooltip = [
        alt.Tooltip("title:N", title="Event"),
        alt.Tooltip("when:N", title="When"),
        alt.Tooltip("status:N"),
        alt.Tooltip("sources:Q", title="Independent sources"),
    ]
    rows = alt.Chart(alt.NamedData("events"))
    common = {"x": x, "y": y, "color": colour, "tooltip": tooltip}
    strength = alt.condition(pick, alt.value(1.0), alt.value(0.35))
    ground = alt.Chart(alt.NamedData("bands"))
    band = ground.mark_rect(fill=ink.panel).encode(
        x=alt.X("from:T", scale=scale), x2="to:T", opacity=alt.condition("datum.shade == 0", alt.value(1), alt.value(0))
    )
    era = ground.mark_text(align="left", baseline="bottom", dx=4, fontSize=11, fontStyle="italic", color=ink.quiet).encode(
        x=alt.X("from:T", scale=scale), y=alt.value(12), text="label:N"
    )
    spans = (
        rows.transform_filter("!datum.point")
        .mark_bar(height=9, cornerRadius=2, strokeWidth=1)
        .encode(
            **common,
            x2="x2:T",
            stroke=colour,
            strokeDash=alt.condition("datum.approximate", alt.value([2, 2]), alt.value([1, 0])),
            fillOpacity=alt.condition("datum.approximate", alt.value(0.2), alt.value(0.75)),
            opacity=strength,
        )
    )
    points = (
        rows.transform_filter("datum.point")
        .mark_point(filled=False, size=70, strokeWidth=1.6)
        .encode(
            **common,
            fill=colour,
            fillOpacity=alt.condition("datum.approximate || datum.status != 'happened'", alt.value(0.0), alt.value(0.9)),
            shape=alt.condition("datum.status == 'happened'", alt.value("circle"), alt.value("cross")),
            description="title:N",
            opacity=strength,
        )
        .add_params(pick)
    )
    labels = (
        rows.transform_filter("datum.label != ''")
        .mark_text(align="left", baseline="middle", dx=8, fontSize=11, color=ink.text)
        .encode(x=alt.X("label_x:T", scale=scale), y=y, text="label:N", opacity=alt.value(alt.ExprRef("width > 620 ? 1 : 0")))
        .transform_calculate(label_x="datum.point ? datum.x : datum.x2")
    )
    names = pd.DataFrame(_lane_names(heights))
    lane = (
        alt.Chart(alt.InlineData(values=names.to_dict("records")))
        .mark_text(align="left", baseline="middle", fontSize=12, fontWeight="bold")
        .encode(
            x=alt.value(2),
            y=alt.Y("y:Q", scale=alt.Scale(domain=[-LANE_HEIGHT, total], nice=False, reverse=True)),
            text="label:N",
            color=alt.Color("theme:N", scale=alt.Scale(domain=list(THEME_COLOURS), range=[pair[mode] for pair in THEME_COLOURS.values()]), legend=None),
        )
    )
    del bands
    chart = alt.layer(band, era, spans, points, labels, lane).properties(width="container", height=max(total + LANE_HEIGHT, 160))
    return {**chart.to_dict(), "config": altair_config(mode)}


def _lane_names(heights: dict[str, int]) -> list[dict[str, Any]]:
    names, offset = [], 0
    for theme, used in heights.items():
        names.append({"theme": theme, "label": theme.capitalize(), "y": (offset - 0.9) * LANE_HEIGHT + LANE_HEIGHT * 0.1})
        offset += used + 1
    return names


def themes_in(events: pd.DataFrame, themes: Collection[str]) -> list[str]:
    """The themes, in their order, that have a lane."""
    return [theme for theme in themes if (events["lane"] == theme).any()]
