"""Events in lanes by theme, as marks and spans on a line of years; the whole story as one strip; the same events as a list."""

from __future__ import annotations

from datetime import date
from typing import Any

import altair as alt
import pandas as pd

from dashboard.model.figure import Absence, Chart, Figure, Item, Listing
from dashboard.model.vocabulary import label
from dashboard.views.packing import Mark, Ruler, as_flags, in_rows, with_labels
from dashboard.views.theme import INK, THEME_COLOURS, Mode, finished
from dashboard.views.words import count

PICK, BRUSH = "pick", "brush"
ROW = 13
FLAG = 15
WIDTH = 1000.0
DOT = 8.0
SHORT = 62
LONG_LIST = 60

_NOTE = (
    "A dot is an event dated to the day, the month or a few weeks; a bar covers a year or longer, because no source says more exactly "
    "or because it lasted. Hollow marks are approximate dates; a cross is something planned or something that did not happen."
)

Years = tuple[int, int]


def lanes(events: pd.DataFrame, counts: pd.Series, themes: pd.DataFrame, eras: pd.DataFrame, years: Years, mode: Mode) -> Figure | Absence:
    """The timeline: one lane a theme, one mark an event.

    `events` are the chosen ones in order of time with the column `lane`; `counts` is the number of independent sources
    by event_id; `eras` are drawn as quiet bands; labels are set where they fit, weightier events first.
    """
    if events.empty:
        return nothing_chosen("timeline-lanes", "Events by theme")
    rows, names, height = _in_lanes(events, counts, themes, years)
    bands = _bands(eras, years)
    return Figure(
        figure_id="timeline-lanes",
        title=f"{count(len(rows), 'event')} from {years[0]} to {years[1]}, by theme",
        drawing=Chart(_lane_spec(mode, years, height), {"events": rows, "bands": bands, "lanes": names}, selectable=True),
        rows=rows[["record_id", "when", "title", "theme", "kind", "status", "sources"]],
        message=(
            f"A timeline of {count(len(rows), 'event')} in {count(len(names), 'lane')} by theme, "
            f"from {rows['when'].iloc[0]} to {rows['when'].iloc[-1]}. The list holds the same events."
        ),
        note=_NOTE,
    )


def strip(events: pd.DataFrame, counts: pd.Series, eras: pd.DataFrame, horizon: int, first: int, mode: Mode) -> Figure | Absence:
    """The whole story on one line: every event a tick, the turning points (weight 1) labelled; a brush chooses years."""
    if events.empty:
        return nothing_chosen("timeline-strip", "The whole story on one line")
    years = (first, horizon)
    ticks = pd.DataFrame([_row(row, counts, years) for row in events.to_dict("records")])
    turning = events[events["weight"] == 1]
    labels = _turning_points(turning, years)
    return Figure(
        figure_id="timeline-strip",
        title=f"The whole story, {first}–{horizon}: {count(len(turning), 'turning point')} among {count(len(events), 'event')}",
        drawing=Chart(_strip_spec(mode, years, labels), {"events": ticks, "labels": labels, "bands": _bands(eras, years)}, selectable=True, brush=True),
        rows=ticks[["record_id", "when", "title"]],
        message="A strip of years with one tick for each event. Turning points: "
        + "; ".join(f"{row.title}, {row.date_caption}" for row in turning.itertuples())
        + ".",
        note="Each tick is an event. Draw across the strip to choose years; the two fields of years do the same.",
    )


def listing(events: pd.DataFrame, counts: pd.Series, titles: dict[str, str]) -> Figure | Absence:
    """The same events as a list grouped by year: the way of the keyboard and of the screen reader."""
    if events.empty:
        return nothing_chosen("timeline-list", "The same events as a list")
    groups: dict[str, list[Item]] = {}
    for row in events.to_dict("records"):
        groups.setdefault(str(_year(row)), []).append(_item(row, int(counts.get(row["event_id"], 0)), titles))
    rows = events.rename(columns={"event_id": "record_id", "date_caption": "when"})[["record_id", "when", "title", "summary"]]
    return Figure(
        figure_id="timeline-list",
        title="The same events as a list",
        drawing=Listing(tuple((year, tuple(items)) for year, items in sorted(groups.items())), _decades(groups)),
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
    return tuple((f"{decade}: {count(sum(len(groups[year]) for year in years), 'event')}", len(years)) for decade, years in decades.items())


def newest(events: pd.DataFrame, counts: pd.Series, titles: dict[str, str]) -> Figure | Absence:
    """The latest events of a choice, newest first."""
    if events.empty:
        return nothing_chosen("overview-newest", "What is new")
    rows = events.rename(columns={"event_id": "record_id", "date_caption": "when"})[["record_id", "when", "title", "summary"]]
    return Figure(
        figure_id="overview-newest",
        title="The latest in the record",
        drawing=Listing((("", tuple(_item(row, int(counts.get(row["event_id"], 0)), titles) for row in events.to_dict("records"))),)),
        rows=rows,
        message=f"The latest {count(len(events), 'event')}, newest first.",
    )


def nothing_chosen(figure_id: str, title: str) -> Absence:
    """What stands where a figure of events would be when no event fits the choice."""
    return Absence(figure_id, title, "No event fits this choice of themes, years and kinds of source.", "Widen the years or clear a filter.")


def _item(row: dict[str, Any], sources: int, titles: dict[str, str]) -> Item:
    tags = tuple((theme, titles.get(theme, theme)) for theme in row["themes"])
    when = row["date_caption"] if row["status"] == "happened" else f"{row['date_caption']} · {label('event status', row['status'])}"
    return Item(row["event_id"], row["title"], when, row["summary"], tags, sources)


def _year(row: dict[str, Any]) -> int:
    """The year under which an event is listed: its first, or its last where the beginning is open."""
    first = row["date_first"].year
    return int(first if first > 1 else row["date_last"].year)


def _in_lanes(events: pd.DataFrame, counts: pd.Series, themes: pd.DataFrame, years: Years) -> tuple[pd.DataFrame, pd.DataFrame, int]:
    ruler = Ruler(*years, WIDTH)
    drawn, names, offset = [], [], 2
    for theme, title in zip(themes["theme_id"], themes["label"], strict=True):
        own = {row["event_id"]: row for row in events[events["lane"] == theme].to_dict("records")}
        if not own:
            continue
        marks = with_labels(in_rows(_mark(row, ruler) for row in own.values()), WIDTH)
        names.append({"theme": theme, "label": f"{title} ({len(own)})", "y": offset * ROW})
        for mark in marks:
            place = {"y": (offset + 1 + mark.row) * ROW, "label": mark.label if mark.labelled else ""}
            drawn.append({**_row(own[mark.record_id], counts, years), "theme": theme, **place})
        offset += max(mark.row for mark in marks) + 3
    rows = pd.DataFrame(drawn).sort_values(["from", "record_id"]).reset_index(drop=True)
    return rows, pd.DataFrame(names), offset * ROW


def _mark(row: dict[str, Any], ruler: Ruler) -> Mark:
    first, last = ruler.at(_day(row["date_first"])), ruler.at(_day(row["date_last"]))
    if row["date_first"].year == 1:
        first = last
    if _is_short(row):
        left, right = first - DOT / 2, first + DOT / 2
    else:
        left, right = first, max(last, first + DOT)
    return Mark(row["event_id"], left, right, row["title"], int(row["weight"]))


def _row(row: dict[str, Any], counts: pd.Series, years: Years) -> dict[str, Any]:
    first = max(_day(row["date_last"] if row["date_first"].year == 1 else row["date_first"]), date(years[0], 1, 1))
    last = min(_day(row["date_last"]), date(years[1], 12, 31))
    return {
        "record_id": row["event_id"],
        "title": row["title"],
        "when": row["date_caption"],
        "kind": label("event kind", row["kind"]),
        "status": label("event status", row["status"]),
        "weight": int(row["weight"]),
        "sources": int(counts.get(row["event_id"], 0)),
        "approximate": bool(row["date_approximate"]) or row["status"] != "happened" or row["date_first"].year == 1,
        "happened": row["status"] == "happened",
        "short": _is_short(row),
        "lasting": row["date_last"].year == 9999,
        "from": first.isoformat(),
        "to": max(last, first).isoformat(),
    }


def _is_short(row: dict[str, Any]) -> bool:
    """Drawn as a dot: a few weeks at most, or something known only to have happened by a date."""
    return bool(row["date_first"].year == 1) or bool(row["date_last"].year < 9999 and (row["date_last"] - row["date_first"]).days <= SHORT)


def _day(stamp: pd.Timestamp) -> date:
    return date(stamp.year, stamp.month, stamp.day)


def _turning_points(events: pd.DataFrame, years: Years) -> pd.DataFrame:
    """Flags of the strip: `x` is the day, `level` the height of the pole, `side` where the words stand."""
    ruler = Ruler(*years, WIDTH)
    own = {row["event_id"]: row for row in events.to_dict("records")}
    marks = [Mark(key, ruler.at(_day(row["date_first"])), ruler.at(_day(row["date_first"])), _short_title(row), 1) for key, row in own.items()]
    return pd.DataFrame(
        [
            {
                "record_id": flag.record_id,
                "label": flag.label if flag.labelled else "",
                "title": own[flag.record_id]["title"],
                "when": own[flag.record_id]["date_caption"],
                "x": _day(own[flag.record_id]["date_first"]).isoformat(),
                "level": flag.row,
                "side": "left" if flag.labelled and flag.left < mark.left else "right",
            }
            for mark, flag in zip(marks, as_flags(marks, WIDTH), strict=True)
        ],
        columns=["record_id", "label", "title", "when", "x", "level", "side"],
    )


def _short_title(row: dict[str, Any]) -> str:
    return f"{_year(row)} {row['title']}" if len(row["title"]) <= 44 else f"{_year(row)} {row['title'][:35].rsplit(' ', 1)[0]}…"


def _bands(eras: pd.DataFrame, years: Years) -> pd.DataFrame:
    own = eras[(eras["period_first"].dt.year <= years[1]) & (eras["period_last"].dt.year >= years[0])].sort_values("period_first")
    return pd.DataFrame(
        {
            "record_id": own["era_id"].to_numpy(),
            "label": own["label"].to_numpy(),
            "from": [max(_day(day), date(years[0], 1, 1)).isoformat() for day in own["period_first"]],
            "to": [min(_day(day), date(years[1], 12, 31)).isoformat() for day in own["period_last"]],
            "shade": [number % 2 for number in range(len(own))],
        }
    )


def _time(field: str, years: Years | None = None, axis: alt.Axis | None = None) -> alt.X:
    """The x of a layer; one layer alone states domain and axis, because Vega-Lite merges the layers' scales and axes."""
    if years is None:
        return alt.X(f"{field}:T")
    domain = [alt.DateTime(year=years[0]), alt.DateTime(year=years[1] + 1)]
    return alt.X(f"{field}:T", axis=axis, scale=alt.Scale(domain=domain, nice=False))


def _years_apart(years: Years) -> alt.TimeIntervalStep:
    """One tick every so many years, so that no year is written twice or over another."""
    span = years[1] - years[0]
    return alt.TimeIntervalStep(interval="year", step=next(step for step in (1, 2, 5, 10) if span / step <= 16 or step == 10))


def _ground(mode: Mode) -> list[alt.Chart]:
    ink = INK[mode]
    bands = alt.Chart(alt.NamedData("bands"))
    wide = "scale('x', toDate(datum.to)) - scale('x', toDate(datum.from)) > length(datum.label) * 6"
    return [
        bands.mark_rect(fill=ink.panel).encode(x=_time("from"), x2="to:T", opacity=alt.condition("datum.shade == 0", alt.value(1), alt.value(0))),
        bands.mark_text(align="left", baseline="top", dx=4, fontSize=11, fontStyle="italic", color=ink.quiet).encode(
            x=_time("from"), y=alt.value(2), text="label:N", opacity=alt.value(alt.ExprRef(f"width > 620 && {wide} ? 1 : 0"))
        ),
    ]


def _lane_spec(mode: Mode, years: Years, height: int) -> dict[str, Any]:
    ink = INK[mode]
    rows = alt.Chart(alt.NamedData("events"))
    y = alt.Y("y:Q", scale=alt.Scale(domain=[0, height], nice=False, reverse=True), axis=None)
    colour = alt.Color("theme:N", scale=alt.Scale(domain=list(THEME_COLOURS), range=[pair[mode] for pair in THEME_COLOURS.values()]), legend=None)
    pick = alt.selection_point(name=PICK, fields=["record_id"], on="click", toggle=False, clear="dblclick")
    strength = alt.condition(pick, alt.value(1.0), alt.value(0.35))
    axis = alt.Axis(title=None, format="%Y", orient="top", grid=True, gridOpacity=0.35, tickCount=_years_apart(years))
    common: dict[str, Any] = {"y": y, "color": colour, "tooltip": _tooltip(), "description": "title:N", "opacity": strength}
    spans = (
        rows.transform_filter("!datum.short")
        .mark_rule()
        .encode(
            x=_time("from"),
            x2="to:T",
            strokeWidth=alt.condition("datum.lasting", alt.value(2), alt.value(7)),
            strokeDash=alt.condition("datum.approximate", alt.value([3, 2]), alt.value([1, 0])),
            **common,
        )
    )
    dots = (
        rows.transform_filter("datum.short")
        .mark_point(strokeWidth=1.6)
        .encode(
            x=_time("from", years, axis),
            fill=colour,
            fillOpacity=alt.condition("datum.approximate", alt.value(0.0), alt.value(1)),
            shape=alt.condition("datum.happened", alt.value("circle"), alt.value("cross")),
            size=alt.condition("datum.weight == 1", alt.value(80), alt.value(36)),
            **common,
        )
        .add_params(pick)
    )
    labels = (
        rows.transform_filter("datum.label != ''")
        .transform_calculate(label_x="datum.short ? datum.from : datum.to")
        .mark_text(align="left", baseline="middle", dx=7, fontSize=10.5, color=ink.text)
        .encode(x=_time("label_x"), y=y, text="label:N", opacity=alt.value(alt.ExprRef("width > 720 ? 1 : 0")))
    )
    names = (
        alt.Chart(alt.NamedData("lanes"))
        .mark_text(align="left", baseline="middle", fontSize=12, fontWeight="bold")
        .encode(x=alt.value(0), y=y, text="label:N", color=colour)
    )
    chart = alt.layer(*_ground(mode), spans, dots, labels, names).properties(width="container", height=max(height, 160))
    return finished(chart, mode)


def _strip_spec(mode: Mode, years: Years, labels: pd.DataFrame) -> dict[str, Any]:
    ink = INK[mode]
    height = 70 + (int(labels["level"].max()) + 1 if len(labels) else 0) * FLAG
    line = height - 14
    brush = alt.selection_interval(name=BRUSH, encodings=["x"])
    pick = alt.selection_point(name=PICK, fields=["record_id"], on="click", toggle=False, clear="dblclick")
    axis = alt.Axis(title=None, format="%Y", orient="bottom", tickCount=_years_apart(years))
    ticks = (
        alt.Chart(alt.NamedData("events"))
        .mark_tick(thickness=1.2, size=16, color=ink.text, opacity=0.35)
        .encode(x=_time("from", years, axis), y=alt.value(line))
        .add_params(brush)
    )
    flags = alt.Chart(alt.NamedData("labels")).transform_calculate(at=f"{line} - 20 - datum.level * {FLAG}")
    y = alt.Y("at:Q", scale=alt.Scale(domain=[0, height], nice=False, reverse=True), axis=None)
    shown = alt.value(alt.ExprRef("width > 720 ? 1 : 0"))
    poles = flags.transform_filter("datum.label != ''").mark_rule(color=ink.border, strokeWidth=1).encode(x=_time("x"), y=y, y2=alt.value(line), opacity=shown)
    dots = flags.mark_point(filled=True, size=60, color=ink.accent, opacity=1).encode(
        x=_time("x"), y=alt.value(line), tooltip=["title:N", "when:N"], description="title:N"
    )
    words = [
        flags.transform_filter(f"datum.side == '{side}'")
        .mark_text(align="left" if side == "right" else "right", baseline="middle", dx=3 if side == "right" else -3, fontSize=11, color=ink.text)
        .encode(x=_time("x"), y=y, text="label:N", opacity=shown)
        for side in ("right", "left")
    ]
    chart = alt.layer(*_ground(mode), ticks, poles, *words, dots.add_params(pick)).properties(width="container", height=height)
    return finished(chart, mode)


def _tooltip() -> list[alt.Tooltip]:
    return [
        alt.Tooltip("title:N", title="Event"),
        alt.Tooltip("when:N", title="When"),
        alt.Tooltip("status:N", title="Status"),
        alt.Tooltip("sources:Q", title="Independent sources"),
    ]
