"""Small multiples one below the other on one line of years, as one drawing that is as wide as its place: panels are stretches of its height."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

import altair as alt
import pandas as pd

from dashboard.model.figure import Chart
from dashboard.views import stated as stated_views
from dashboard.views.theme import INK, SERIES_COLOURS, Mode, finished
from dashboard.views.words import number

Kind = Literal["line", "bar", "point"]

HEAD, TOP = 34, 22
HEIGHTS = {1: 220, 2: 130, 3: 110}
LOW = 84
# A value that no line joins to another is a point large enough to be seen alone.
DOT, POINT = 12, 42


@dataclass(frozen=True)
class Stretch:
    """One panel: where it begins (pixels from the bottom), how high it is, and the values at its foot and top."""

    name: str
    foot: float
    height: float
    low: float
    high: float

    def place(self, value: float) -> float:
        """Where a value stands, in pixels from the bottom of the drawing."""
        return self.foot + (value - self.low) / (self.high - self.low) * self.height

    @property
    def ticks(self) -> list[float]:
        """Two to four round values from foot to top."""
        step = round_step((self.high - self.low) / 2)
        first = math.ceil(self.low / step)
        return [step * place for place in range(first, math.floor(self.high / step + 1e-9) + 1)]


def round_step(length: float) -> float:
    """The largest of 1, 2, 2.5 and 5 times a power of ten that is not above `length`."""
    power = 10.0 ** math.floor(math.log10(length))
    return max(step * power for step in (1, 2, 2.5, 5) if step * power <= length * (1 + 1e-9))


def stretches(names: Sequence[str], values: Mapping[str, Sequence[float]], common: bool) -> list[Stretch]:
    """The panels from top to bottom; with `common` all have one scale. Every scale has zero in it and ends a little above its highest value."""
    every = [value for own in values.values() for value in own]
    height = HEIGHTS.get(len(names), LOW)
    panels = []
    for place, name in enumerate(names):
        own = every if common else list(values[name])
        low, high = min(0.0, *own), max(*own, 0.0)
        room = (high - low or 1.0) * 0.06
        foot = (len(names) - 1 - place) * (height + HEAD)
        panels.append(Stretch(name, foot, height, low - room if low < 0 else 0.0, high + room))
    return panels


def chart(rows: pd.DataFrame, told: pd.DataFrame, panels: Sequence[Stretch], kind: Kind, years: tuple[int, int], mode: Mode) -> Chart:
    """The panels as one chart. `rows` as from `placed`, `told` as from `stated_placed`."""
    heads = pd.DataFrame([{"record_id": "", "panel": one.name, "y": one.foot + one.height + 14, "x": f"{years[0]}-01-01T00:00:00"} for one in panels])
    return Chart(_spec(rows, told, panels, kind, years, mode), {"series": rows, "stated": told, "heads": heads}, selectable=True)


def placed(observed: pd.DataFrame, panels: Sequence[Stretch]) -> pd.DataFrame:
    """What is drawn for each value (as from queries.context.observed): its period, its middle, its height, and its words."""
    own = {one.name: one for one in panels}
    after = observed["period_last"] + pd.Timedelta(days=1)
    values = list(zip(observed["panel"], observed["value"], strict=True))
    return pd.DataFrame(
        {
            "record_id": observed["indicator_id"],
            "from": stated_views.clock(observed["period_first"]),
            "to": stated_views.clock(after),
            "x": stated_views.clock(observed["period_first"] + (after - observed["period_first"]) / 2),
            "y": [own[panel].place(value) for panel, value in values],
            "foot": [own[panel].place(0.0) for panel, _ in values],
            "series": observed["series"],
            "size": [POINT if alone else DOT for alone in observed.groupby(["panel", "segment"])["value"].transform("size") == 1],
            "segment": observed["panel"] + observed["segment"],
            "label": observed["label"],
            "when": observed["period_caption"],
            "words": [number(value) for value in observed["value"]],
            "status": observed["status"],
        }
    ).reset_index(drop=True)


def stated_placed(told: pd.DataFrame, panels: Sequence[Stretch]) -> pd.DataFrame:
    """What is drawn for each stated number (as from queries.context.comparable, with `by`): over its period, at its height."""
    own = {one.name: one for one in panels}
    marks = stated_views.over_periods(told, "drawn")
    return marks.assign(y=[own[panel].place(value) for panel, value in zip(told["panel"], marks["value"], strict=True)])


def _spec(rows: pd.DataFrame, told: pd.DataFrame, panels: Sequence[Stretch], kind: Kind, years: tuple[int, int], mode: Mode) -> dict[str, Any]:
    total = panels[0].foot + panels[0].height + TOP
    x_scale = alt.Scale(domain=[alt.DateTime(year=years[0]), alt.DateTime(year=years[1] + 1)], nice=False)
    x = alt.X("x:T", scale=x_scale, axis=alt.Axis(title=None, format="%Y", tickCount=9, labelOverlap=True, labelFlush=False, labelSeparation=6))
    y = alt.Y("y:Q", scale=alt.Scale(domain=[0, total], nice=False), axis=_axis(panels))
    names = list(dict.fromkeys(rows["series"]))
    legend = alt.Legend(title=None, columns=1, values=[name for name in names if name]) if len(names) > 1 else None
    colour = alt.Color("series:N", scale=alt.Scale(domain=names, range=list(SERIES_COLOURS[mode][: len(names)])), legend=legend)
    pick = alt.selection_point(name="pick", fields=["record_id"], on="click", toggle=False, clear="dblclick")
    tooltip = [
        alt.Tooltip("label:N", title="Count"),
        alt.Tooltip("when:N", title="Period"),
        alt.Tooltip("words:N", title="Value"),
        alt.Tooltip("status:N", title="Status"),
    ]
    series = alt.Chart(alt.NamedData("series"))
    fade = alt.OpacityValue(0.25, condition={"param": "pick", "value": 1})
    layers: list[alt.Chart] = []
    if kind == "bar":
        bars = series.mark_rect(clip=True, stroke=INK[mode].ground, strokeWidth=0.6)
        layers.append(bars.encode(x="from:T", x2="to:T", y=y, y2="foot:Q", color=colour, tooltip=tooltip, description="label:N", opacity=fade).add_params(pick))
    else:
        layers += [series.mark_line(strokeWidth=1.8, clip=True).encode(x=x, y=y, color=colour, detail="segment:N")] if kind == "line" else []
        points = series.mark_point(filled=True, clip=True)
        layers.append(
            points.encode(
                x=x,
                y=y,
                color=colour,
                size=alt.Size("size:Q", scale=None) if kind == "line" else alt.SizeValue(POINT),
                tooltip=tooltip,
                description="label:N",
                opacity=fade,
            ).add_params(pick)
        )
    heads = alt.Chart(alt.NamedData("heads")).mark_text(align="left", fontWeight=600, fontSize=13).encode(x=x, y=y, text="panel:N")
    drawn = alt.layer(*layers, *stated_views.layers(told, x, y, mode), heads).properties(width="container", height=total)
    return stated_views.legends_below_each_other(finished(drawn, mode))


def _axis(panels: Sequence[Stretch]) -> alt.Axis:
    """One axis of pixels that says the values of every panel."""
    words = {round(one.place(tick)): number(round(tick, 10)) for one in panels for tick in one.ticks}
    return alt.Axis(
        title=None, values=sorted(words), labelExpr=f"{json.dumps({str(place): word for place, word in words.items()})}[format(datum.value, '.0f')]"
    )
