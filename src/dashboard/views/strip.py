"""The whole story on one line of years: a tick for each event, flags for the turning points."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

import altair as alt
import pandas as pd

from dashboard.model.figure import Chart, EmptyFigure, Figure
from dashboard.views import year_axis
from dashboard.views.event_marks import (
    BRUSH,
    DRAWN,
    PICK,
    WIDTH,
    bands_of,
    day_of,
    drawn_row,
    ground,
    nothing_chosen,
    year_of,
)
from dashboard.views.formatting import count
from dashboard.views.labels.timeline import Mark, Ruler, as_flags
from dashboard.views.theme import INK, Mode, finished
from dashboard.views.year_axis import Years

FLAG = 14
# A phone has its own flags, of shorter words.
PHONE = 330.0
LONG, SHORT = 62, 32
_DANGLING = re.compile(r"( (a|an|and|as|at|for|from|in|of|on|over|the|to|with))+$")


def strip(
    events: pd.DataFrame, named: pd.DataFrame, counts: pd.Series, eras: pd.DataFrame, span: Years, mode: Mode
) -> Figure | EmptyFigure:
    """The whole story on one line: every event a tick, the turning points that are `named` with a flag; a
    brush chooses years.
    """
    if events.empty:
        return nothing_chosen("timeline-strip", "The whole story on one line")
    years = span
    ticks = pd.DataFrame([drawn_row(row, counts, years) for row in events[DRAWN].to_dict("records")])
    turning = events.loc[events["weight"] == 1, DRAWN]
    labels = _turning_points(named[DRAWN], years)
    data = {"events": ticks[["record_id", "from"]], "labels": labels, "bands": bands_of(eras, years)}
    return Figure(
        figure_id="timeline-strip",
        title=f"The whole story, {span[0]}–{span[1]}: {count(len(turning), 'turning point')} among "
        f"{count(len(events), 'event')}",
        drawing=Chart(
            {**_strip_spec(mode, years), "height": _height(labels)}, data, selectable=True, brush=True
        ),
        rows=ticks[["record_id", "when", "title"]],
        message="A strip of years with one tick for each event. Turning points: "
        + "; ".join(f"{row.title}, {row.date_caption}" for row in named.itertuples())
        + ".",
        note="Each tick is an event."
        + (
            f" Of the turning points the {len(named)} with most sources are named."
            if len(named) < len(turning)
            else ""
        ),
        hint="Draw across the strip to choose years; the two fields of years do the same. A click "
        "on a tick opens its sources.",
    )


def _turning_points(events: pd.DataFrame, years: Years) -> pd.DataFrame:
    """Flags of the strip: `x` is the day, `level` the height of the pole, `side` where the words stand; the
    same again for a phone.
    """
    own = {row["event_id"]: row for row in events.to_dict("records")}
    wide, narrow = _flags(own, years, WIDTH, LONG), _flags(own, years, PHONE, SHORT)
    told = ("label", "level", "side")
    return pd.DataFrame(
        [
            {
                "record_id": key,
                "title": row["title"],
                "when": row["date_caption"],
                "x": day_of(row["date_first"]).isoformat(),
                **wide[key],
                **{f"phone_{name}": value for name, value in narrow[key].items()},
            }
            for key, row in own.items()
        ],
        columns=["record_id", "title", "when", "x", *told, *(f"phone_{name}" for name in told)],
    )


def _flags(
    own: dict[str, dict[str, Any]], years: Years, width: float, longest: int
) -> dict[str, dict[str, Any]]:
    ruler = Ruler(*years, width)
    at = {key: ruler.at(day_of(row["date_first"])) for key, row in own.items()}
    marks = [Mark(key, at[key], at[key], _short_title(row, longest), 1) for key, row in own.items()]
    return {
        flag.record_id: {
            "label": flag.label if flag.labelled else "",
            "level": flag.row if flag.labelled else 0,
            "side": "left" if flag.labelled and flag.left < at[flag.record_id] else "right",
        }
        for flag in as_flags(marks, width)
    }


def _short_title(row: dict[str, Any], longest: int) -> str:
    title = str(row["title"])
    if len(title) > longest:
        title = _DANGLING.sub("", title[: longest - 4].rsplit(" ", 1)[0]) + "…"
    return f"{year_of(row)} {title}"


def _height(labels: pd.DataFrame) -> int:
    """Room for the line, the names of the eras, and the highest flag."""
    return 62 + (int(labels[["level", "phone_level"]].max().max()) + 1 if len(labels) else 0) * FLAG


@lru_cache(maxsize=64)
def _strip_spec(mode: Mode, years: Years) -> dict[str, Any]:
    """The specification but for its height; kept, because Altair takes longer to write it than all else
    takes. Not to be changed.
    """
    ink = INK[mode]
    line, foot = alt.YValue(alt.ExprRef("height - 14")), alt.Y2Value(alt.ExprRef("height - 14"))
    brush = alt.selection_interval(name=BRUSH, encodings=["x"])
    pick = alt.selection_point(name=PICK, fields=["record_id"], on="click", toggle=False, clear="dblclick")
    ticks = (
        alt.Chart(alt.NamedData("events"))
        .mark_tick(thickness=1.2, size=16, color=ink.text, opacity=0.35)
        .encode(x=year_axis.along("from", years), y=line)
        .add_params(brush)
    )
    flags = alt.Chart(alt.NamedData("labels"))
    label, level, side = (
        f"(width > 720 ? datum.{name} : datum.phone_{name})" for name in ("label", "level", "side")
    )
    y = alt.YValue(alt.ExprRef(f"height - 34 - {level} * {FLAG}"))
    poles = flags.mark_rule(color=ink.border, strokeWidth=1).encode(
        x=year_axis.along("x"), y=y, y2=foot, opacity=alt.OpacityValue(alt.ExprRef(f"{label} == '' ? 0 : 1"))
    )
    dots = flags.mark_point(filled=True, size=60, color=ink.accent, opacity=1).encode(
        x=year_axis.along("x"), y=line, tooltip=["title:N", "when:N"], description="title:N"
    )
    turned = f"{side} == 'left'"
    words = flags.mark_text(
        align=alt.ExprRef(f"{turned} ? 'right' : 'left'"),
        dx=alt.ExprRef(f"{turned} ? -3 : 3"),
        baseline="middle",
        fontSize=11,
        color=ink.text,
    ).encode(x=year_axis.along("x"), y=y, text=alt.TextValue(alt.ExprRef(label)))
    chart = alt.layer(*ground(mode), ticks, poles, words, dots.add_params(pick)).properties(width="container")
    return finished(chart, mode)
