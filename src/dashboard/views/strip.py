"""The whole story on one line of years: a tick for each event, flags for the turning points."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import altair as alt
import pandas as pd

from dashboard.model.figure import Absence, Chart, Figure
from dashboard.views.happening import BRUSH, DRAWN, PICK, WIDTH, Years, bands_of, day_of, drawn_row, ground, nothing_chosen, time_axis, year_of, years_apart
from dashboard.views.packing import Mark, Ruler, as_flags
from dashboard.views.theme import INK, Mode, finished
from dashboard.views.words import count

FLAG = 15


def strip(events: pd.DataFrame, counts: pd.Series, eras: pd.DataFrame, horizon: int, first: int, mode: Mode) -> Figure | Absence:
    """The whole story on one line: every event a tick, the turning points (weight 1) labelled; a brush chooses years."""
    if events.empty:
        return nothing_chosen("timeline-strip", "The whole story on one line")
    years = (first, horizon)
    ticks = pd.DataFrame([drawn_row(row, counts, years) for row in events[DRAWN].to_dict("records")])
    turning = events.loc[events["weight"] == 1, DRAWN]
    labels = _turning_points(turning, years)
    data = {"events": ticks[["record_id", "from"]], "labels": labels, "bands": bands_of(eras, years)}
    return Figure(
        figure_id="timeline-strip",
        title=f"The whole story, {first}–{horizon}: {count(len(turning), 'turning point')} among {count(len(events), 'event')}",
        drawing=Chart({**_strip_spec(mode, years), "height": _height(labels)}, data, selectable=True, brush=True),
        rows=ticks[["record_id", "when", "title"]],
        message="A strip of years with one tick for each event. Turning points: "
        + "; ".join(f"{row.title}, {row.date_caption}" for row in turning.itertuples())
        + ".",
        note="Each tick is an event.",
        hint="Draw across the strip to choose years; the two fields of years do the same. A click on a tick opens its sources.",
    )


def _turning_points(events: pd.DataFrame, years: Years) -> pd.DataFrame:
    """Flags of the strip: `x` is the day, `level` the height of the pole, `side` where the words stand."""
    ruler = Ruler(*years, WIDTH)
    own = {row["event_id"]: row for row in events.to_dict("records")}
    marks = [Mark(key, ruler.at(day_of(row["date_first"])), ruler.at(day_of(row["date_first"])), _short_title(row), 1) for key, row in own.items()]
    return pd.DataFrame(
        [
            {
                "record_id": flag.record_id,
                "label": flag.label if flag.labelled else "",
                "title": own[flag.record_id]["title"],
                "when": own[flag.record_id]["date_caption"],
                "x": day_of(own[flag.record_id]["date_first"]).isoformat(),
                "level": flag.row,
                "side": "left" if flag.labelled and flag.left < mark.left else "right",
            }
            for mark, flag in zip(marks, as_flags(marks, WIDTH), strict=True)
        ],
        columns=["record_id", "label", "title", "when", "x", "level", "side"],
    )


def _short_title(row: dict[str, Any]) -> str:
    return f"{year_of(row)} {row['title']}" if len(row["title"]) <= 44 else f"{year_of(row)} {row['title'][:35].rsplit(' ', 1)[0]}…"


def _height(labels: pd.DataFrame) -> int:
    """Room for the line, the names of the eras, and the highest flag."""
    return 70 + (int(labels["level"].max()) + 1 if len(labels) else 0) * FLAG


@lru_cache(maxsize=64)
def _strip_spec(mode: Mode, years: Years) -> dict[str, Any]:
    """The specification but for its height; kept, because Altair takes longer to write it than all else takes. Not to be changed."""
    ink = INK[mode]
    line = alt.YValue(alt.ExprRef("height - 14"))
    brush = alt.selection_interval(name=BRUSH, encodings=["x"])
    pick = alt.selection_point(name=PICK, fields=["record_id"], on="click", toggle=False, clear="dblclick")
    axis = alt.Axis(title=None, format="%Y", orient="bottom", tickCount=years_apart(years))
    ticks = (
        alt.Chart(alt.NamedData("events"))
        .mark_tick(thickness=1.2, size=16, color=ink.text, opacity=0.35)
        .encode(x=time_axis("from", years, axis), y=line)
        .add_params(brush)
    )
    flags = alt.Chart(alt.NamedData("labels")).transform_calculate(at=f"height - 34 - datum.level * {FLAG}")
    y = alt.Y("at:Q", scale=None, axis=None)  # pixels from the top already
    shown = alt.OpacityValue(alt.ExprRef("width > 720 ? 1 : 0"))
    poles = (
        flags.transform_filter("datum.label != ''")
        .mark_rule(color=ink.border, strokeWidth=1)
        .encode(x=time_axis("x"), y=y, y2=alt.Y2Value(alt.ExprRef("height - 14")), opacity=shown)
    )
    dots = flags.mark_point(filled=True, size=60, color=ink.accent, opacity=1).encode(
        x=time_axis("x"), y=line, tooltip=["title:N", "when:N"], description="title:N"
    )
    words = [
        flags.transform_filter(f"datum.side == '{side}'")
        .mark_text(align="left" if side == "right" else "right", baseline="middle", dx=3 if side == "right" else -3, fontSize=11, color=ink.text)
        .encode(x=time_axis("x"), y=y, text="label:N", opacity=shown)
        for side in ("right", "left")
    ]
    chart = alt.layer(*ground(mode), ticks, poles, *words, dots.add_params(pick)).properties(width="container")
    return finished(chart, mode)
