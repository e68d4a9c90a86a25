"""Trade as lines, one for each reporter and data set, with what people state drawn over the period that it covers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Literal

import altair as alt
import pandas as pd

from dashboard.model.figure import Absence, Cell, Chart, Figure, Grid
from dashboard.views.theme import INK, SERIES_COLOURS, Mode, finished
from dashboard.views.words import count, number, quantity

Scale = Literal["linear", "log"]

FOB_AND_CIF = (
    "Each line is one side’s own count, never joined to another: exporters usually value goods free on board (FOB), "
    "importers with cost, insurance and freight (CIF), and the two name origin and destination differently. "
    "Missing years stay missing."
)


def lines(series: pd.DataFrame, stated: pd.DataFrame, direction: str, years: tuple[int, int], scale: Scale, mode: Mode) -> Figure | Absence:
    """Every count of one direction of trade (`series`: observations, `stated`: quantities with `million`), in current US dollars, million.

    On a log scale zeros cannot be drawn; the note says how many were left out.
    """
    title = f"{direction}: trade by reporter, {years[0]}–{years[1]}"
    if series.empty and stated.empty:
        return Absence("trade-lines", title, "No count and no statement of trade falls into these years.", "Widen the years or choose another direction.")
    drawn = _segments(series)
    marks = _marks(stated)
    zeros = int((drawn["value"] <= 0).sum()) if scale == "log" else 0
    if scale == "log":
        drawn, marks = drawn[drawn["value"] > 0], marks[marks["value"] > 0]
    labels = list(dict.fromkeys(series["label"]))
    rows = pd.concat(
        [
            drawn.rename(columns={"label": "who"})[["record_id", "when", "value", "who", "reporter", "status"]],
            marks.rename(columns={"summary": "who"})[["record_id", "when", "value", "who"]].assign(reporter="", status="stated"),
        ]
    )
    note = FOB_AND_CIF + (f" {count(zeros, 'value')} of 0 cannot stand on a logarithmic scale and is left out." if zeros else "")
    return Figure(
        figure_id="trade-lines",
        title=title,
        drawing=Chart(_spec(mode, labels, years, scale, marks), {"series": drawn, "stated": marks}, selectable=True),
        rows=rows.reset_index(drop=True),
        message=_message(drawn, marks, labels),
        note="Million US dollars, current prices. Diamonds and bars are numbers that officials or documents state, drawn over the period that they cover. "
        + note,
    )


def mirror(gaps: pd.DataFrame, one: pd.Series, other: pd.Series, mode: Mode) -> Figure | Absence:
    """Two counts of one flow year by year, with the gap between them; `one` and `other` are rows of indicators."""
    title = f"The same goods, counted twice: {one['label']} against {other['label']}"
    if gaps.empty:
        return Absence(
            "trade-mirror",
            "The same goods, counted twice",
            "The two counts have no year in common within this choice.",
            "Widen the years or choose other counts.",
        )
    widest = gaps.loc[gaps["gap"].abs().idxmax()]
    ink = INK[mode]
    scale = alt.Scale(zero=True)
    base = alt.Chart(alt.NamedData("gaps")).encode(x=alt.X("year:O", axis=alt.Axis(title=None, labelAngle=0, labelOverlap=True)))
    tooltip = [
        alt.Tooltip("year:O", title="Year"),
        alt.Tooltip("one:Q", title=one["label"], format=",.1f"),
        alt.Tooltip("other:Q", title=other["label"], format=",.1f"),
        alt.Tooltip("gap:Q", title="Gap", format=",.1f"),
    ]
    bar = base.mark_rule(strokeWidth=5, color=ink.rule).encode(y=alt.Y("one:Q", scale=scale, axis=alt.Axis(title="million US dollars")), y2="other:Q")
    first = base.mark_point(filled=True, size=60, color=SERIES_COLOURS[mode][0], opacity=1).encode(y="one:Q", tooltip=tooltip)
    second = base.mark_point(filled=False, shape="square", size=60, strokeWidth=2, color=SERIES_COLOURS[mode][1], opacity=1).encode(
        y="other:Q", tooltip=tooltip
    )
    chart = alt.layer(bar, first, second).properties(width="container", height=260)
    rows = gaps.assign(record_id=one["indicator_id"], other_record=other["indicator_id"])
    both = pd.concat([rows.drop(columns="other_record"), rows.assign(record_id=rows["other_record"]).drop(columns="other_record")])
    return Figure(
        figure_id="trade-mirror",
        title=title,
        drawing=Chart(finished(chart, mode), {"gaps": gaps}),
        rows=both.drop_duplicates().reset_index(drop=True)[["record_id", "year", "one", "other", "gap", "ratio"]],
        message=(
            f"{count(len(gaps), 'year')} counted by both sides. The widest gap is in {int(widest['year'])}: "
            f"{number(widest['one'])} against {number(widest['other'])} million US dollars."
        ),
        note=f"Dots: {one['label']}. Squares: {other['label']}. Million US dollars, current prices. A gap is not an error: it is two counts of one flow.",
    )


def mirror_table(gaps: pd.DataFrame, one: pd.Series, other: pd.Series) -> Figure | Absence:
    """The mirror gap in numbers, year by year."""
    if gaps.empty:
        return Absence(
            "trade-mirror-table", "The gap in numbers", "The two counts have no year in common within this choice.", "Widen the years or choose other counts."
        )
    rows = tuple(
        (
            Cell(str(int(row["year"]))),
            Cell(number(round(row["one"], 1)), one["indicator_id"]),
            Cell(number(round(row["other"], 1)), other["indicator_id"]),
            Cell(number(round(row["gap"], 1))),
            Cell(number(round(row["ratio"], 2)) if row["ratio"] == row["ratio"] else "–"),
        )
        for row in gaps.to_dict("records")
    )
    return Figure(
        figure_id="trade-mirror-table",
        title="The gap in numbers, million US dollars",
        drawing=Grid(("Year", one["label"], other["label"], "Gap", "Ratio"), rows),
        rows=pd.concat([gaps.assign(record_id=one["indicator_id"]), gaps.assign(record_id=other["indicator_id"])], ignore_index=True),
        message=f"A table of {count(len(gaps), 'year')} with both counts, their difference and their ratio.",
        note="Gap: first count less second. Ratio: first count over second.",
    )


def statements(stated: pd.DataFrame, verdicts: dict[str, tuple[str, str]]) -> Figure | Absence:
    """What people state of trade, each number with its period, and the check that holds it against data (`verdicts`: check id and verdict by quantity_id)."""
    if stated.empty:
        return Absence("trade-statements", "What people state", "Nobody states a number for these years.", "Widen the years.")
    rows = tuple(
        (
            Cell(row["period_caption"]),
            Cell(quantity(row["value"], row["unit"], row["qualifier"]), row["quantity_id"]),
            Cell(row["summary"]),
            Cell(*reversed(verdicts[row["quantity_id"]])) if row["quantity_id"] in verdicts else Cell("–"),
        )
        for row in stated.to_dict("records")
    )
    shown = stated.rename(columns={"quantity_id": "record_id", "period_caption": "when"})
    return Figure(
        figure_id="trade-statements",
        title=f"{count(len(stated), 'stated number')} of trade, each with its period",
        drawing=Grid(("Period", "Stated", "By whom", "Check"), rows),
        rows=shown[["record_id", "when", "indicator", "value", "unit", "qualifier", "summary"]],
        message=f"A table of {count(len(stated), 'number')} that officials, reports and documents state.",
        note="A ten-month figure is not a year, and a fiscal year (July to June) is not a calendar year.",
    )


def _segments(series: pd.DataFrame) -> pd.DataFrame:
    """The observations with `segment`: a line joins only years that follow each other."""
    own = series.sort_values(["indicator_id", "year"])
    step = own.groupby("indicator_id")["year"].diff().fillna(1)
    run = (step != 1).groupby(own["indicator_id"]).cumsum()
    drawn = own.assign(segment=own["indicator_id"] + "-" + run.astype(int).astype(str), record_id=own["indicator_id"], when=own["period_caption"])
    drawn = drawn.assign(x=drawn["year"].astype(str) + "-07-01")
    return drawn[["record_id", "x", "value", "label", "reporter", "when", "status", "segment"]].reset_index(drop=True)


def _marks(stated: pd.DataFrame) -> pd.DataFrame:
    middle = stated["period_first"] + (stated["period_last"] - stated["period_first"]) / 2
    return pd.DataFrame(
        {
            "record_id": stated["quantity_id"],
            "from": stated["period_first"].dt.strftime("%Y-%m-%d"),
            "to": stated["period_last"].dt.strftime("%Y-%m-%d"),
            "x": middle.dt.strftime("%Y-%m-%d"),
            "value": stated["million"],
            "when": stated["period_caption"],
            "summary": stated["summary"],
            "by": stated["by"],
        }
    ).reset_index(drop=True)


def _spec(mode: Mode, labels: Sequence[str], years: tuple[int, int], scale: Scale, marks: pd.DataFrame) -> dict[str, Any]:
    ink = INK[mode]
    x_scale = alt.Scale(domain=[alt.DateTime(year=years[0]), alt.DateTime(year=years[1] + 1)], nice=False)
    y = alt.Y("value:Q", scale=alt.Scale(type=scale, zero=scale == "linear"), axis=alt.Axis(title="million US dollars", format=",.0f"))
    palette = [SERIES_COLOURS[mode][number % len(SERIES_COLOURS[mode])] for number in range(len(labels))]
    colour = alt.Color("label:N", scale=alt.Scale(domain=list(labels), range=palette), legend=alt.Legend(title=None, columns=1))
    shape = alt.Shape("label:N", scale=alt.Scale(domain=list(labels)), legend=alt.Legend(title=None, columns=1))
    pick = alt.selection_point(name="pick", fields=["record_id"], on="click", toggle=False, clear="dblclick")
    tooltip = [
        alt.Tooltip("label:N", title="Count"),
        alt.Tooltip("when:N", title="Period"),
        alt.Tooltip("value:Q", title="Million US dollars", format=",.1f"),
        alt.Tooltip("status:N"),
    ]
    series = alt.Chart(alt.NamedData("series"))
    x = alt.X("x:T", scale=x_scale, axis=alt.Axis(title=None, format="%Y"))
    line = series.mark_line(strokeWidth=2).encode(x=x, y=y, color=colour, detail="segment:N")
    points = (
        series.mark_point(filled=True, size=38, opacity=1)
        .encode(x=x, y=y, color=colour, shape=shape, tooltip=tooltip, description="label:N", opacity=alt.condition(pick, alt.value(1), alt.value(0.25)))
        .add_params(pick)
    )
    stated_tip = [
        alt.Tooltip("summary:N", title="Stated"),
        alt.Tooltip("when:N", title="Period"),
        alt.Tooltip("value:Q", title="Million US dollars", format=",.1f"),
    ]
    stated = alt.Chart(alt.NamedData("stated"))
    bars = stated.mark_rule(strokeWidth=3, color=ink.text, opacity=0.55).encode(x=alt.X("from:T"), x2="to:T", y=y)
    diamonds = stated.mark_point(shape="diamond", size=70, strokeWidth=1.5, color=ink.text, fill=ink.ground).encode(
        x=x, y=y, tooltip=stated_tip, description="summary:N", fillOpacity=alt.value(1), opacity=alt.condition(pick, alt.value(1), alt.value(0.3))
    )
    layers = [line, points] if marks.empty else [line, points, bars, diamonds]
    chart = alt.layer(*layers).properties(width="container", height=420)
    return finished(chart, mode)


def _message(drawn: pd.DataFrame, marks: pd.DataFrame, labels: Sequence[str]) -> str:
    parts = []
    for label in labels:
        own = drawn[drawn["label"] == label]
        if not own.empty:
            first, last = own.iloc[0], own.iloc[-1]
            parts.append(f"{label}: {number(round(first['value'], 1))} in {first['when']}, {number(round(last['value'], 1))} in {last['when']}")
    stated = f" {count(len(marks), 'stated number')} on the same axes." if len(marks) else ""
    return f"{count(len(parts), 'separate line')}, million US dollars. " + "; ".join(parts) + "." + stated
