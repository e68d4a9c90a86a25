"""Trade as lines, one for each reporter and data set, with what people state drawn over the period that it
covers.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import altair as alt
import pandas as pd

from dashboard.model.figure import Chart, EmptyFigure, Figure
from dashboard.views import break_marks, crosshair, title, year_axis
from dashboard.views import stated as stated_views
from dashboard.views.data_sets import look_of, looks
from dashboard.views.formatting import count, course, exact
from dashboard.views.labels import lines as line_labels
from dashboard.views.labels import trade as trade_labels
from dashboard.views.labels.trade import Scale, ValueAxis, value_axis, without_partner
from dashboard.views.theme import Mode, layered

ONE_SIDE_EACH = (
    "Million US dollars, current prices. Each line is one side’s own count by one data set and "
    "never joined to another; missing years stay missing, "
    "and UN Comtrade is at hand for every fourth year only, so its points stand alone."
)
_ONLY_ZEROS = (
    "All that falls into these years is zero, which cannot stand on a logarithmic scale.",
    "Choose the linear scale or widen the years.",
)
NO_BENDS = pd.DataFrame(columns=["year", "value", "event_id", "title", "date_caption"])
AT_BENDS = (
    "At sharp bends stands, ringed, a turning point of that year or an agreement, rule or delivery on trade; "
    "the Atlas does not say that it was the cause."
)
# Where two data sets have one value, the circle shows around the square.
SIZES = {"circle": 62, "square": 26, "cross": 95}


def lines(
    series: pd.DataFrame,
    stated: pd.DataFrame,
    direction: str,
    years: tuple[int, int],
    scale: Scale,
    mode: Mode,
    breaks: pd.DataFrame = break_marks.NONE,
    bends: pd.DataFrame = NO_BENDS,
) -> Figure | EmptyFigure:
    """Every count of one direction of trade (`series`: observations, `stated`: quantities with `million` and
    `by`), in current US dollars, million.

    `breaks` are those of the series shown, as from queries.trade.breaks_in; `bends` are years with an event,
    as from queries.bends.events_at.
    On a log scale zeros cannot be drawn; the note says how many were left out.
    """
    plain = f"{direction}, as each side counts it"
    if series.empty and stated.empty:
        return EmptyFigure(
            "trade-lines",
            plain,
            "No count and no statement of trade falls into these years.",
            "Widen the years or choose another direction.",
        )
    short = [without_partner(*pair) for pair in zip(series["label"], series["partner"], strict=True)]
    drawn = segments(series.assign(label=short), breaks)
    marks = stated_views.over_periods(stated, "million")
    heading = _title(direction, drawn) or plain
    zeros = int((drawn["value"] <= 0).sum()) if scale == "log" else 0
    if scale == "log":
        drawn, marks = drawn[drawn["value"] > 0], marks[marks["value"] > 0]
    if drawn.empty and marks.empty:
        return EmptyFigure("trade-lines", plain, *_ONLY_ZEROS)
    labels = list(dict.fromkeys(short))
    values = value_axis(pd.concat([drawn["value"], marks["value"]]), scale)
    ruled = break_marks.between(breaks, "value", values.low, values.high)
    happened = _at_bends(bends, values)
    names, notes = trade_labels.of_lines(drawn, marks, years, values, ruled, happened)
    notes = notes.merge(happened[["record_id", "title", "when"]], on="record_id")
    rows = pd.concat(
        [
            drawn.rename(columns={"label": "who"})[
                ["record_id", "when", "value", "who", "reporter", "status"]
            ],
            marks.rename(columns={"summary": "who"})[["record_id", "when", "value", "who"]].assign(
                reporter="", status=marks["says"]
            ),
        ]
    )
    return Figure(
        figure_id="trade-lines",
        title=heading,
        drawing=Chart(
            _spec(mode, labels, years, values, marks, names, ruled, notes),
            {
                "series": drawn,
                "stated": marks,
                "names": names,
                **({"notes": notes} if len(notes) else {}),
                **crosshair.data(drawn, names={label: trade_labels.called(label) for label in labels}),
                **break_marks.data(ruled),
            },
            selectable=True,
        ),
        rows=rows.reset_index(drop=True),
        message=_message(drawn, marks, labels) + _bends_in_words(notes) + break_marks.in_words(breaks),
        note=" ".join(
            [
                ONE_SIDE_EACH,
                *([stated_views.EXPLAINED] if len(marks) else []),
                *([AT_BENDS] if len(notes) else []),
                *_zeros(zeros),
                *break_marks.explained(breaks),
            ]
        ),
        rests_on=tuple(notes["record_id"]),
        subtitle=f"Trade by reporter, million US dollars, {year_axis.in_words(years)}",
    )


def _title(direction: str, drawn: pd.DataFrame) -> str:
    """What the counts say, after the direction; nothing without a count."""
    if drawn.empty:
        return ""
    finding = title.counts_differ(drawn.assign(year=drawn["x"].str[:4].astype(int)), "million US dollars")
    return f"{direction}: {finding[0].lower()}{finding[1:]}"


def _at_bends(bends: pd.DataFrame, values: ValueAxis) -> pd.DataFrame:
    """The events at bends as words beside the line; on a logarithmic scale only those above its foot."""
    shown = bends[bends["value"] >= values.low]
    return pd.DataFrame(
        {
            "record_id": shown["event_id"],
            "title": shown["title"],
            "when": shown["date_caption"],
            "words": [f"{year}: {title}" for year, title in zip(shown["year"], shown["title"], strict=True)],
            "x": [f"{year}-07-01" for year in shown["year"]],
            "value": shown["value"],
        }
    )


def _bends_in_words(notes: pd.DataFrame) -> str:
    """The events at bends for those who cannot see them, with a space before; empty without any."""
    said = "; ".join(f"{row.title}, {row.when}" for row in notes.itertuples())
    return f" At bends: {said}." if said else ""


def _zeros(zeros: int) -> list[str]:
    if not zeros:
        return []
    return [
        f"{count(zeros, 'value')} of 0 cannot stand on a logarithmic scale and "
        f"{'is' if zeros == 1 else 'are'} left out."
    ]


def segments(series: pd.DataFrame, breaks: pd.DataFrame = break_marks.NONE) -> pd.DataFrame:
    """The observations with `segment`: a line joins only years of one series that follow each other without a
    break.
    """
    ordered = series.sort_values(["indicator_id", "year"])
    step = ordered.groupby("indicator_id")["year"].diff().fillna(1)
    broken = set(zip(breaks["indicator_id"], breaks["period_first"].dt.year, strict=True))
    cut = pd.Series(
        [key in broken for key in zip(ordered["indicator_id"], ordered["year"], strict=True)],
        ordered.index,
        dtype=bool,
    )
    run = ((step != 1) | cut).groupby(ordered["indicator_id"]).cumsum()
    drawn = ordered.assign(
        segment=ordered["indicator_id"] + "-" + run.astype(int).astype(str),
        record_id=ordered["indicator_id"],
        when=ordered["period_caption"],
    )
    drawn = drawn.assign(
        x=drawn["year"].astype(str) + "-07-01", words=[exact(value) for value in drawn["value"]]
    )
    drawn = drawn.assign(size=[SIZES[_shape(label)] for label in drawn["label"]], key=drawn["label"])
    return drawn[
        ["record_id", "x", "value", "label", "key", "reporter", "when", "status", "segment", "words", "size"]
    ].reset_index(drop=True)


def _shape(label: str) -> str:
    look = look_of(label)
    return look[1] if look else "circle"


def _height(values: ValueAxis, names: pd.DataFrame) -> alt.Y:
    """The axis of values; on a log scale with ticks at 1, 2 and 5."""
    scale = alt.Scale(
        type="log" if values.log else "linear",
        domain=[values.low, values.high],
        nice=False,
        range=line_labels.room(names),
    )
    if not values.log:
        return alt.Y("value:Q", scale=scale, axis=alt.Axis(title=None, labelExpr=stated_views.THIN_TICKS))
    ticks = [digit * 10**power for power in range(6) for digit in (1, 2, 5)]
    return alt.Y(
        "value:Q", scale=scale, axis=alt.Axis(title=None, values=ticks, labelExpr=stated_views.THIN_TICKS)
    )


def _spec(
    mode: Mode,
    labels: Sequence[str],
    years: tuple[int, int],
    values: ValueAxis,
    marks: pd.DataFrame,
    names: pd.DataFrame,
    ruled: pd.DataFrame,
    notes: pd.DataFrame,
) -> dict[str, Any]:
    y = _height(values, names)
    x = year_axis.along("x", years, labelFlush=False, labelSeparation=6)
    colours, shapes = looks(labels, mode)
    colour_scale, shape_scale = (
        alt.Scale(domain=list(labels), range=colours),
        alt.Scale(domain=list(labels), range=shapes),
    )
    colour, shape = (
        alt.Color("label:N", scale=colour_scale, legend=None),
        alt.Shape("label:N", scale=shape_scale, legend=None),
    )
    size = alt.Size("size:Q", scale=None)
    tooltip = [
        alt.Tooltip("label:N", title="Count"),
        alt.Tooltip("when:N", title="Period"),
        alt.Tooltip("words:N", title="Million US dollars"),
        alt.Tooltip("status:N", title="Status"),
    ]
    strong, faint = crosshair.fades(len(names) > 0)
    series = alt.Chart(alt.NamedData("series"))
    line = series.mark_line(strokeWidth=2).encode(
        x=x, y=y, color=colour, detail=alt.Detail("segment:N"), **faint
    )
    points = (
        series.mark_point(filled=True)
        .encode(
            x=x,
            y=y,
            color=colour,
            shape=shape,
            size=size,
            tooltip=tooltip,
            description=alt.Description("label:N"),
            opacity=strong,
        )
        .add_params(crosshair.picking())
    )
    named = line_labels.layers(
        names,
        alt.Color("key:N", scale=colour_scale, legend=None),
        alt.Shape("key:N", scale=shape_scale, legend=None),
        mode,
    )
    said = [alt.Tooltip("title:N", title="That year"), alt.Tooltip("when:N", title="When")]
    annotations = line_labels.note_layers(notes, mode, said)
    # What people state is strewn over the drawing, so it keeps a legend: no one place could name it.
    stated = stated_views.layers(marks, x, y, mode)
    near = crosshair.layers([trade_labels.called(label) for label in labels], x, mode) if labels else []
    below = (*near, *break_marks.layers(ruled, x, y, mode))
    above = crosshair.readout(mode, (len(labels) + 1) * line_labels.ROW) if labels else []
    layers = [*below, line, points, *stated, *named, *annotations, *above]
    return stated_views.legends_below_each_other(layered(layers, mode, trade_labels.LINES))


def _message(drawn: pd.DataFrame, marks: pd.DataFrame, labels: Sequence[str]) -> str:
    parts = []
    for label in labels:
        values = drawn[drawn["label"] == label]
        if not values.empty:
            rounded = [round(value, 1) for value in values["value"]]
            parts.append(f"{label}: {course(list(zip(rounded, values['when'], strict=True)))}")
    said = [f"{count(len(parts), 'separate line')}, million US dollars."]
    said += ["; ".join(parts) + "."] if parts else []
    said += [f"{count(len(marks), 'stated number')} on the same axes."] if len(marks) else []
    return " ".join(said)
