"""How lanes of events are drawn: marks, bars, flags, names and the bands of eras, as Vega-Lite."""

from __future__ import annotations

from functools import lru_cache
from typing import Any, Literal

import altair as alt

from dashboard.views import crosshair, year_axis
from dashboard.views.event_marks import PERIOD, PICK, ground
from dashboard.views.labels.timeline import SIZE
from dashboard.views.theme import INK, Mode, layered
from dashboard.views.year_axis import Years

Colours = tuple[tuple[str, str], ...]

# The lines of a name stand closer together than two names do.
ROW, LINE = 14, 12
# Names are placed for a drawing of this width; a narrower one that is not a phone's has none.
NAMED_FROM = 690.0


@lru_cache(maxsize=64)
def near(mode: Mode, years: Years, colours: Colours, narrow: bool) -> dict[str, Any]:
    """Marks and names, but for the height; kept, because Altair takes longer to write it than all else takes.
    Not to be changed.
    """
    rows, colour = alt.Chart(alt.NamedData("events")), _colour(colours)
    common: dict[str, Any] = {
        "y": _down("y"),
        "color": colour,
        "tooltip": _tooltip(),
        "description": "title:N",
        "opacity": alt.OpacityValue(0.35, condition={"param": PICK, "value": 1.0}),
    }
    spans = (
        rows.transform_filter("!datum.short")
        .mark_rule()
        .encode(
            x=year_axis.along("from"),
            x2=alt.X2("to:T"),
            strokeWidth=alt.StrokeWidthValue(7, condition={"test": "datum.lasting", "value": 2}),
            strokeDash=alt.StrokeDashValue([1, 0], condition={"test": "datum.approximate", "value": [3, 2]}),
            **common,
        )
    )
    dots = (
        rows.transform_filter("datum.short")
        .mark_point(strokeWidth=1.6)
        .encode(
            x=_axis(years),
            fill=colour,
            fillOpacity=alt.FillOpacityValue(1, condition={"test": "datum.approximate", "value": 0.0}),
            shape=alt.ShapeValue("cross", condition={"test": "datum.happened", "value": "circle"}),
            size=alt.SizeValue(36, condition={"test": "datum.weight == 1", "value": 80}),
            **common,
        )
        .add_params(_pick())
    )
    layers = (*ground(mode), spans, dots, *_names(mode, narrow, 7.0), _lanes(colour))
    return layered(layers, mode)


@lru_cache(maxsize=64)
def far(mode: Mode, years: Years, colours: Colours, narrow: bool) -> dict[str, Any]:
    """Bars and flags, but for the height; kept as those of `near` are."""
    ink, colour = INK[mode], _colour(colours)
    period = alt.selection_point(
        name=PERIOD, fields=["first"], on=crosshair.click_on("first"), toggle=False, clear=False
    )
    bars = (
        alt.Chart(alt.NamedData("bars"))
        .mark_rect(cursor="pointer")
        .encode(
            x=_axis(years),
            x2=alt.X2("to:T"),
            y=_down("y"),
            y2="foot",
            color=colour,
            tooltip=[alt.Tooltip("name:N", title="Theme"), alt.Tooltip("words:N", title="Begin")],
            description=alt.Description("words:N"),
        )
        .add_params(period)
    )
    rows = alt.Chart(alt.NamedData("events"))
    shown = "datum.label == ''" if narrow else f"width < {NAMED_FROM:g} || datum.label == ''"
    poles = rows.mark_rule(color=ink.border, strokeWidth=1, aria=False).encode(
        x=year_axis.along("from"),
        y=_down("flag"),
        y2="y",
        opacity=alt.OpacityValue(alt.ExprRef(f"{shown} ? 0 : 1")),
    )
    dots = (
        rows.mark_point(filled=True, size=60, color=ink.text, opacity=1)
        .encode(
            x=year_axis.along("from"),
            y=_down("y"),
            tooltip=_tooltip(),
            description=alt.Description("title:N"),
        )
        .add_params(_pick())
    )
    layers = (*ground(mode), bars, poles, *_names(mode, narrow, 3.5), dots, _lanes(colour))
    return layered(layers, mode)


def _axis(years: Years) -> alt.X:
    return year_axis.along("from", years, months=True, orient="top", grid=True, gridOpacity=0.35)


def _down(field: str) -> alt.Y:
    """Pixels from the top already."""
    return alt.Y(f"{field}:Q", scale=None, axis=None)


def _colour(colours: Colours) -> alt.Color:
    themes, shades = ([pair[part] for pair in colours] for part in (0, 1))
    return alt.Color("theme:N", scale=alt.Scale(domain=themes, range=shades), legend=None)


def _pick() -> alt.Parameter:
    return alt.selection_point(
        name=PICK, fields=["record_id"], on=crosshair.click_on("record_id"), toggle=False, clear="dblclick"
    )


def _names(mode: Mode, narrow: bool, away: float) -> list[alt.Chart]:
    """The names of events in their lines, so far `away` to the right of their marks, or to the left of them,
    or over them.
    """
    rows = alt.Chart(alt.NamedData("events")).transform_filter("datum.label != ''")
    ends = {"right": "datum.short ? datum.from : datum.to", "left": "datum.from", "over": "datum.from"}
    look: dict[str, Any] = {
        "baseline": "middle",
        "fontSize": SIZE,
        "lineBreak": "\n",
        "lineHeight": LINE,
        "color": INK[mode].text,
        "cursor": "pointer",
    }
    sides: tuple[tuple[str, Literal["left", "right"], float], ...] = (
        ("right", "left", away),
        ("left", "right", -away),
        ("over", "left", 0.0),
    )
    layers = []
    for side, align, dx in sides:
        words = rows.transform_filter(f"datum.side == '{side}'").transform_calculate(at=ends[side])
        words = words.mark_text(align=align, dx=dx, **look)
        layers.append(
            words.encode(
                x=year_axis.along("at"),
                y=_down("flag"),
                text=alt.TextValue(
                    alt.ExprRef("datum.label" if narrow else f"width >= {NAMED_FROM:g} ? datum.label : ''")
                ),
                description=alt.Description("title:N"),
                # Without a tooltip Vega-Lite would take no click on a layer beside that of the parameter.
                tooltip=_tooltip(),
            )
        )
    return layers


def _lanes(colour: alt.Color) -> alt.Chart:
    lanes = alt.Chart(alt.NamedData("lanes")).encode(
        x=alt.XValue(0), y=_down("y"), text=alt.Text("label:N"), color=colour
    )
    drawn: alt.Chart = lanes.mark_text(align="left", baseline="middle", fontSize=12, fontWeight="bold")
    return drawn


def _tooltip() -> list[alt.Tooltip]:
    return [
        alt.Tooltip("title:N", title="Event"),
        alt.Tooltip("when:N", title="When"),
        alt.Tooltip("status:N", title="Status"),
        alt.Tooltip("sources:Q", title="Independent sources"),
    ]
