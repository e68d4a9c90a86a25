"""How lanes of events are drawn: marks, bars, flags, names and the bands of eras, as Vega-Lite."""

from __future__ import annotations

from functools import lru_cache
from typing import Any, Literal

from dashboard.views import crosshair, vega, year_axis
from dashboard.views.event_marks import PERIOD, PICK, ground
from dashboard.views.labels.timeline import SIZE
from dashboard.views.theme import INK, Mode, finished
from dashboard.views.year_axis import Years

Colours = tuple[tuple[str, str], ...]

ROW = 14
# Names are placed for a drawing of this width; a narrower one that is not a phone's has none.
NAMED_FROM = 690.0


@lru_cache(maxsize=64)
def near(mode: Mode, years: Years, colours: Colours, narrow: bool) -> dict[str, Any]:
    """Marks and names, but for the height; kept for the next choice of the same years.
    Not to be changed.
    """
    rows, colour = vega.Layer("events"), _colour(colours)
    common: dict[str, Any] = {
        "y": _down("y"),
        "color": colour,
        "tooltip": _tooltip(),
        "description": "title:N",
        "opacity": vega.value(0.35, condition={"param": PICK, "value": 1.0}),
    }
    spans = (
        rows.filter("!datum.short")
        .mark("rule")
        .encode(
            x=year_axis.along("from"),
            x2="to",
            strokeWidth=vega.value(7, condition={"test": "datum.lasting", "value": 2}),
            strokeDash=vega.value([1, 0], condition={"test": "datum.approximate", "value": [3, 2]}),
            **common,
        )
    )
    dots = (
        rows.filter("datum.short")
        .mark("point", strokeWidth=1.6)
        .encode(
            x=_axis(years),
            fill=colour,
            fillOpacity=vega.value(1, condition={"test": "datum.approximate", "value": 0.0}),
            shape=vega.value("cross", condition={"test": "datum.happened", "value": "circle"}),
            size=vega.value(36, condition={"test": "datum.weight == 1", "value": 80}),
            **common,
        )
        .add_params(_pick())
    )
    layers = (*ground(mode), spans, dots, *_names(mode, narrow, "y"), _lanes(colour))
    return finished(vega.layered(*layers, width="container"), mode)


@lru_cache(maxsize=64)
def far(mode: Mode, years: Years, colours: Colours, narrow: bool) -> dict[str, Any]:
    """Bars and flags, but for the height; kept as those of `near` are."""
    ink, colour = INK[mode], _colour(colours)
    period = vega.parameter(
        PERIOD, "point", fields=["first"], on=crosshair.click_on("first"), toggle=False, clear=False
    )
    bars = (
        vega.Layer("bars")
        .mark("rect", cursor="pointer")
        .encode(
            x=_axis(years),
            x2="to",
            y=_down("y"),
            y2="foot",
            color=colour,
            tooltip=[vega.of("name:N", title="Theme"), vega.of("words:N", title="Begin")],
            description="words:N",
        )
        .add_params(period)
    )
    rows = vega.Layer("events")
    shown = "datum.label == ''" if narrow else f"width < {NAMED_FROM:g} || datum.label == ''"
    poles = rows.mark("rule", color=ink.border, strokeWidth=1, aria=False).encode(
        x=year_axis.along("from"),
        y=_down("flag"),
        y2="y",
        opacity=vega.value(vega.expr(f"{shown} ? 0 : 1")),
    )
    dots = (
        rows.mark("point", filled=True, size=60, color=ink.text, opacity=1)
        .encode(x=year_axis.along("from"), y=_down("y"), tooltip=_tooltip(), description="title:N")
        .add_params(_pick())
    )
    layers = (*ground(mode), bars, poles, *_names(mode, narrow, "flag"), dots, _lanes(colour))
    return finished(vega.layered(*layers, width="container"), mode)


def _axis(years: Years) -> vega.Part:
    return year_axis.along("from", years, months=True, orient="top", grid=True, gridOpacity=0.35)


def _down(field: str) -> vega.Part:
    """Pixels from the top already."""
    return vega.of(f"{field}:Q", scale=None, axis=None)


def _colour(colours: Colours) -> vega.Part:
    themes, shades = ([pair[part] for pair in colours] for part in (0, 1))
    return vega.of("theme:N", scale=dict(domain=themes, range=shades), legend=None)


def _pick() -> vega.Part:
    return vega.parameter(
        PICK,
        "point",
        fields=["record_id"],
        on=crosshair.click_on("record_id"),
        toggle=False,
        clear="dblclick",
    )


def _names(mode: Mode, narrow: bool, y: str) -> list[vega.Layer]:
    """The names of events, to the right of their marks, to the left of them or over them."""
    rows = vega.Layer("events").filter("datum.label != ''")
    ends = {"right": "datum.short ? datum.from : datum.to", "left": "datum.from", "over": "datum.from"}
    look: dict[str, Any] = {
        "baseline": "middle",
        "fontSize": SIZE,
        "color": INK[mode].text,
        "cursor": "pointer",
    }
    sides: tuple[tuple[str, Literal["left", "right"], int], ...] = (
        ("right", "left", 7),
        ("left", "right", -7),
        ("over", "left", 0),
    )
    layers = []
    for side, align, away in sides:
        words = rows.filter(f"datum.side == '{side}'").calculate(at=ends[side])
        rise = -ROW if side == "over" else 0
        words = words.mark("text", align=align, dx=away if y == "y" else away / 2, dy=rise, **look)
        layers.append(
            words.encode(
                x=year_axis.along("at"),
                y=_down(y),
                text=vega.value(
                    vega.expr("datum.label" if narrow else f"width >= {NAMED_FROM:g} ? datum.label : ''")
                ),
                description="title:N",
                # Without a tooltip Vega-Lite would take no click on a layer beside that of the parameter.
                tooltip=_tooltip(),
            )
        )
    return layers


def _lanes(colour: vega.Part) -> vega.Layer:
    lanes = vega.Layer("lanes").encode(x=vega.value(0), y=_down("y"), text="label:N", color=colour)
    drawn: vega.Layer = lanes.mark("text", align="left", baseline="middle", fontSize=12, fontWeight="bold")
    return drawn


def _tooltip() -> list[vega.Part]:
    return [
        vega.of("title:N", title="Event"),
        vega.of("when:N", title="When"),
        vega.of("status:N", title="Status"),
        vega.of("sources:Q", title="Independent sources"),
    ]
