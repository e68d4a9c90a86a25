"""Small multiples one below the other on one line of years, as one drawing that is as wide as its place:
panels are bands of its height.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from typing import Any, Literal

import altair as alt
import pandas as pd

from dashboard.model.figure import Chart
from dashboard.views import break_marks, crosshair, year_axis
from dashboard.views import stated as stated_views
from dashboard.views.data_sets import looks
from dashboard.views.formatting import number
from dashboard.views.labels import lines as line_labels
from dashboard.views.labels import panels as panel_labels
from dashboard.views.panel_layout import PanelBand
from dashboard.views.theme import INK, Mode, layered

Kind = Literal["line", "bar", "point"]

TOP = 22
# A value that no line joins to another is a point large enough to be seen alone.
DOT, POINT = 12, 42
NO_NAMES = pd.DataFrame()
NOTHING_STATED = pd.DataFrame(columns=[*stated_views.COLUMNS, "y"])


def chart(
    observed: pd.DataFrame,
    stated: pd.DataFrame,
    panels: Sequence[PanelBand],
    kind: Kind,
    years: tuple[int, int],
    mode: Mode,
    breaks: pd.DataFrame,
) -> Chart:
    """The panels as one chart. `observed`, `stated` and `breaks` as from queries.context.observed,
    .comparable (with `by`) and .breaks_in.
    """

    def draw() -> tuple[dict[str, Any], dict[str, pd.DataFrame]]:
        rows, marks = placed(observed, panels), stated_placed(stated, panels)
        return _drawn(rows, marks, panels, kind, years, mode, break_marks.in_panels(breaks, panels))

    return Chart.drawn_when_read(draw)


def _drawn(
    rows: pd.DataFrame,
    stated: pd.DataFrame,
    panels: Sequence[PanelBand],
    kind: Kind,
    years: tuple[int, int],
    mode: Mode,
    ruled: pd.DataFrame,
) -> tuple[dict[str, Any], dict[str, pd.DataFrame]]:
    """The specification of the panels, and its rows by name. `rows` as from `placed`, `stated` as from
    `stated_placed`, `ruled` as from break_marks.in_panels.
    """
    heads = pd.DataFrame(
        [
            {
                "record_id": "",
                "panel": panel.name,
                "y": panel.foot + panel.height + 14,
                "x": f"{years[0]}-01-01",
            }
            for panel in panels
        ]
    )
    names = (
        panel_labels.of_panels(rows, stated, panels, kind == "bar", years, _total(panels), ruled)
        if rows["series"].nunique() > 1
        else NO_NAMES
    )
    labelled = {"names": names} if len(names) else {}
    spoken = {"stated": stated} if len(stated) else {}
    spec = _spec(rows, stated, panels, kind, years, mode, names, ruled)
    near = crosshair.data(rows.assign(key=_named(rows))) if kind == "line" else {}
    return spec, {"series": rows, **spoken, "heads": heads, **labelled, **near, **break_marks.data(ruled)}


def placed(observed: pd.DataFrame, panels: Sequence[PanelBand]) -> pd.DataFrame:
    """What is drawn for each value (as from queries.context.observed): its period, its middle, its height,
    and its words.
    """
    bands = {band.name: band for band in panels}
    after = observed["period_last"] + pd.Timedelta(days=1)
    values = list(zip(observed["panel"].tolist(), observed["value"].tolist(), strict=True))
    segments = list(zip(observed["panel"].tolist(), observed["segment"].tolist(), strict=True))
    number_of = Counter(segments)
    return pd.DataFrame(
        {
            "record_id": observed["indicator_id"],
            "from": year_axis.days(observed["period_first"]),
            "to": year_axis.days(after),
            "x": year_axis.days(observed["period_first"] + (after - observed["period_first"]) / 2),
            "y": [bands[panel].place(value) for panel, value in values],
            "foot": [bands[panel].place(0.0) for panel, _ in values],
            "series": observed["series"],
            "key": observed["series"],
            "panel": observed["panel"],
            "size": [POINT if number_of[segment] == 1 else DOT for segment in segments],
            "segment": observed["panel"] + observed["segment"],
            "label": observed["label"],
            "when": observed["period_caption"],
            "words": [number(value) for _, value in values],
            "status": observed["status"],
        }
    ).reset_index(drop=True)


def stated_placed(stated: pd.DataFrame, panels: Sequence[PanelBand]) -> pd.DataFrame:
    """What is drawn for each stated number (as from queries.context.comparable, with `by`): over its period,
    at its height.
    """
    if stated.empty:
        return NOTHING_STATED
    bands = {band.name: band for band in panels}
    marks = stated_views.over_periods(stated, "drawn")
    return marks.assign(
        y=[bands[panel].place(value) for panel, value in zip(stated["panel"], marks["value"], strict=True)]
    )


def about_a_value() -> list[alt.Tooltip]:
    """What is said at a value of a series: what was counted, when, how much, and how sure."""
    said = {"label": "Count", "when": "Period", "words": "Value", "status": "Status"}
    return [alt.Tooltip(f"{column}:N", title=name) for column, name in said.items()]


def _total(panels: Sequence[PanelBand]) -> float:
    return panels[0].foot + panels[0].height + TOP


def _spec(
    rows: pd.DataFrame,
    stated: pd.DataFrame,
    panels: Sequence[PanelBand],
    kind: Kind,
    years: tuple[int, int],
    mode: Mode,
    named: pd.DataFrame,
    ruled: pd.DataFrame,
) -> dict[str, Any]:
    total = _total(panels)
    x = year_axis.along("x", years, labelFlush=False, labelSeparation=6)
    room: dict[str, Any] = {"range": line_labels.room(named)} if len(named) else {}
    y = alt.Y("y:Q", scale=alt.Scale(domain=[0, total], nice=False, **room), axis=_axis(panels))
    scales = _looks(rows, mode)
    colour = alt.Color("series:N", scale=scales["colour"], legend=None)
    told_apart: dict[str, Any] = (
        {"shape": alt.Shape("series:N", scale=scales["shape"], legend=None)} if len(named) else {}
    )
    dashes = (
        {"strokeDash": alt.StrokeDash("series:N", scale=scales["dash"], legend=None)} if len(named) else {}
    )
    tooltip = about_a_value()
    series = alt.Chart(alt.NamedData("series"))
    fade, faint = crosshair.fades(bool(len(named)))
    near = crosshair.layers(list(dict.fromkeys(_named(rows))), x, mode) if kind == "line" else []
    layers = [*near, *break_marks.layers(ruled, x, y, mode)]
    if kind == "bar":
        bars = series.mark_rect(clip=True, stroke=INK[mode].ground, strokeWidth=0.6)
        drawn = bars.encode(
            x=year_axis.along("from"),
            x2=alt.X2("to:T"),
            y=y,
            y2=alt.Y2("foot:Q"),
            color=colour,
            tooltip=tooltip,
            description=alt.Description("label:N"),
            opacity=fade,
        )
        layers.append(drawn.add_params(crosshair.picking()))
    else:
        layers += (
            [
                series.mark_line(strokeWidth=1.8, clip=True).encode(
                    x=x, y=y, color=colour, detail=alt.Detail("segment:N"), **dashes, **faint
                )
            ]
            if kind == "line"
            else []
        )
        points = series.mark_point(filled=True, clip=True)
        layers.append(
            points.encode(
                x=x,
                y=y,
                color=colour,
                size=alt.Size("size:Q", scale=None) if kind == "line" else alt.SizeValue(POINT),
                tooltip=tooltip,
                description=alt.Description("label:N"),
                opacity=fade,
                **told_apart,
            ).add_params(crosshair.picking())
        )
    heads = (
        alt.Chart(alt.NamedData("heads"))
        .mark_text(align="left", fontWeight=600, fontSize=13)
        .encode(x=x, y=y, text=alt.Text("panel:N"))
    )
    key = (
        alt.Color("key:N", scale=scales["colour"], legend=None),
        alt.Shape("key:N", scale=scales["shape"], legend=None),
    )
    written = line_labels.layers(named, *key, mode) if len(named) else []
    above = crosshair.readout(mode, 2 * TOP) if near else []
    drawn = [*layers, *stated_views.layers(stated, x, y, mode), heads, *written, *above]
    return stated_views.legends_below_each_other(layered(drawn, mode, total))


def _named(rows: pd.DataFrame) -> pd.Series:
    """What each value belongs to, as the box of words at the crosshair calls it."""
    return rows["panel"] + rows["series"].map(lambda name: f": {name}" if name else "")


def _looks(rows: pd.DataFrame, mode: Mode) -> dict[str, alt.Scale]:
    """Series are told apart by colour, by the shape of their points and by the stroke of their lines; a
    series without a name of its own has the colour of its data set.
    """
    names = list(dict.fromkeys(rows["series"]))
    known = [name or str(rows["label"].iloc[0]) for name in names]
    ranges: dict[str, list[Any]] = {
        "colour": looks(known, mode)[0],
        "shape": ["circle", "square", "triangle-up"],
        "dash": [[1, 0], [5, 2.5], [2, 2]],
    }
    return {name: alt.Scale(domain=names, range=values[: len(names)]) for name, values in ranges.items()}


def _axis(panels: Sequence[PanelBand]) -> alt.Axis:
    """One axis of pixels that says the values of every panel."""
    words = {round(band.place(tick)): number(round(tick, 10)) for band in panels for tick in band.ticks}
    return alt.Axis(
        title=None,
        values=sorted(words),
        labelExpr=f"{json.dumps({str(place): word for place, word in words.items()})}[format(datum.value, "
        "'.0f')]",
    )
