"""The whole story on one line of years: a tick for each event, flags for the turning points."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from textwrap import wrap
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
    begin_of,
    day_of,
    ground,
    nothing_chosen,
    words_of_flag,
    year_of,
)
from dashboard.views.formatting import count
from dashboard.views.labels.placer import width_of
from dashboard.views.labels.timeline import SIZE, Mark, Ruler, as_flags
from dashboard.views.theme import INK, Mode, layered
from dashboard.views.year_axis import Years

FLAG = 14
# Flags are placed for drawings of these widths, and fly from each on to the next; their words stand in lines
# of so many letters. Each layout has columns of its own, whose names begin alike; the last is for phones.
WIDE, MIDDLE, PHONE = 940.0, 680.0, 330.0
LAYOUTS = (("", WIDE, 70), ("middle_", MIDDLE, 60), ("phone_", PHONE, 38))
# More flags above each other would end below the first screen of a phone.
MOST_ON_PHONE = 24


def strip(
    events: pd.DataFrame,
    named: pd.DataFrame,
    eras: pd.DataFrame,
    span: Years,
    chosen: Years,
    mode: Mode,
    narrow: bool = False,
) -> Figure | EmptyFigure:
    """The whole story on one line: every event a tick, the turning points that are `named` with a flag; a
    brush chooses years, and the `chosen` ones are framed. On a phone (`narrow`) it is as high as its flags
    there are.
    """
    if events.empty:
        return nothing_chosen("timeline-strip", "The whole story on one line")
    years = span
    ticks = _ticks(events, years)
    turning = events.loc[events["weight"] == 1, DRAWN]
    labels = _turning_points(named[DRAWN], years, narrow)
    data = {
        "events": ticks[["record_id", "from"]],
        "labels": labels,
        "bands": _with_lines(bands_of(eras, years), years),
        "chosen": _chosen(chosen, span),
    }
    return Figure(
        figure_id="timeline-strip",
        title=_title(span, len(turning), len(events)),
        drawing=Chart(
            {**_strip_spec(mode, years), "height": _height(labels, narrow)}, data, selectable=True, room=38
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
        hint="Draw across the strip to choose years; the two fields of years do the same. A click on a name "
        "or its dot opens it.",
    )


def _ticks(events: pd.DataFrame, years: Years) -> pd.DataFrame:
    """Where each event begins on the strip; `from` is an ISO day."""
    marks = events[["event_id", "date_caption", "title"]].set_axis(["record_id", "when", "title"], axis=1)
    rows = events[["date_first", "date_last"]].to_dict("records")
    return marks.assign(**{"from": [begin_of(row, years).isoformat() for row in rows]})


def _turning_points(events: pd.DataFrame, years: Years, narrow: bool) -> pd.DataFrame:
    """Flags of the strip: `x` is the day, `level` the height of the pole, `side` where the words stand; the
    same again for drawings of other widths. None is higher than those of a phone (`narrow`) or of a screen.
    """
    by_id = {row["event_id"]: row for row in events.to_dict("records")}
    leading = _leading(narrow)
    most = MOST_ON_PHONE if narrow else None
    flags = {name: _flags(by_id, years, width, longest, most) for name, width, longest in leading}
    rows = max((flag["level"] + 1 for layout in flags.values() for flag in layout.values()), default=0)
    flags |= {
        name: _flags(by_id, years, width, longest, rows)
        for name, width, longest in LAYOUTS
        if name not in flags
    }
    looks = [f"{name}{look}" for name, _, _ in LAYOUTS for look in ("label", "level", "side")]
    return pd.DataFrame(
        [
            {
                "record_id": key,
                "title": row["title"],
                "when": row["date_caption"],
                "x": day_of(row["date_first"]).isoformat(),
                **{f"{name}{look}": value for name in flags for look, value in flags[name][key].items()},
            }
            for key, row in by_id.items()
        ],
        columns=["record_id", "title", "when", "x", *looks],
    )


def _flags(
    by_id: dict[str, dict[str, Any]], years: Years, width: float, longest: int, rows: int | None = None
) -> dict[str, dict[str, Any]]:
    ruler = Ruler(*years, width)
    at = {key: ruler.at(day_of(row["date_first"])) for key, row in by_id.items()}
    marks = [
        Mark(key, at[key], at[key], words_of_flag(year_of(row), row["title"], longest), 1)
        for key, row in by_id.items()
    ]
    return {
        flag.record_id: {
            "label": flag.label if flag.labelled else "",
            "level": flag.row + flag.lines - 1 if flag.labelled else 0,
            "side": flag.side,
        }
        for flag in as_flags(marks, width, ceiling=rows)
    }


def _title(span: Years, turning: int, events: int) -> str:
    found = count(turning, "turning point") if turning else count(events, "event")
    return f"The whole story, {span[0]}–{span[1]}, in {found}"


def _chosen(chosen: Years, span: Years) -> pd.DataFrame:
    """The chosen years as a stretch of days; none where all are chosen."""
    first, last = f"{chosen[0]}-01-01", f"{chosen[1]}-12-31"
    rows = [] if chosen == span else [{"from": first, "to": last, "words": year_axis.in_words(chosen)}]
    return pd.DataFrame(rows, columns=["from", "to", "words"])


def _with_lines(bands: pd.DataFrame, years: Years) -> pd.DataFrame:
    """The eras with their names broken into as many lines as their width asks for, in a wide drawing and in
    one of middle width.
    """
    return bands.assign(lines=_broken(bands, years, WIDTH), middle_lines=_broken(bands, years, MIDDLE))


def _broken(bands: pd.DataFrame, years: Years, width: float) -> list[str]:
    ruler = Ruler(*years, width)
    starts, ends = ([ruler.at(date.fromisoformat(day)) for day in bands[side]] for side in ("from", "to"))
    letter = width_of("letters of middle width", SIZE) / len("letters of middle width")
    letters = [int((end - start - 6) / letter) for start, end in zip(starts, ends, strict=True)]
    return ["\n".join(wrap(name, max(most, 8))) for name, most in zip(bands["label"], letters, strict=True)]


def _leading(narrow: bool) -> tuple[tuple[str, float, int], ...]:
    """The layouts that say how high the strip is."""
    return LAYOUTS[-1:] if narrow else LAYOUTS[:-1]


def _height(labels: pd.DataFrame, narrow: bool) -> int:
    """Room for the line, the names of the eras in two lines, and the highest flag."""
    levels = labels[[f"{name}level" for name, *_ in _leading(narrow)]]
    return 74 + (int(levels.max(axis=None)) + 1 if len(labels) else 0) * FLAG


@lru_cache(maxsize=64)
def _strip_spec(mode: Mode, years: Years) -> dict[str, Any]:
    """The specification but for its height; kept, because Altair takes longer to write it than all else
    takes. Not to be changed.
    """
    ink = INK[mode]
    line, foot = alt.YValue(alt.ExprRef("height - 14")), alt.Y2Value(alt.ExprRef("height - 14"))
    frame = alt.BrushConfig(fill=ink.accent, fillOpacity=0.12, stroke=ink.accent, strokeWidth=1.5)
    # Without `translate` a press within the chosen years draws narrower ones; with it, it would push them.
    brush = alt.selection_interval(name=BRUSH, encodings=["x"], mark=frame, translate=False)
    pick = alt.selection_point(name=PICK, fields=["record_id"], on="click", toggle=False, clear="dblclick")
    ticks = (
        alt.Chart(alt.NamedData("events"))
        .mark_tick(thickness=1.2, size=16, color=ink.text, opacity=0.35)
        .encode(x=year_axis.along("from", years), y=line)
        .add_params(brush)
    )
    flags = alt.Chart(alt.NamedData("labels"))
    label, level, side = (_of_width(name) for name in ("label", "level", "side"))
    y = alt.YValue(alt.ExprRef(f"height - 34 - {level} * {FLAG}"))
    poles = flags.mark_rule(color=ink.border, strokeWidth=1).encode(
        x=year_axis.along("x"), y=y, y2=foot, opacity=alt.OpacityValue(alt.ExprRef(f"{label} == '' ? 0 : 1"))
    )
    dots = flags.mark_point(filled=True, size=60, color=ink.accent, opacity=1).encode(
        x=year_axis.along("x"), y=line, tooltip=["title:N", "when:N"], description=alt.Description("title:N")
    )
    turned = f"{side} == 'left'"
    words = flags.mark_text(
        align=alt.ExprRef(f"{turned} ? 'right' : 'left'"),
        dx=alt.ExprRef(f"{turned} ? -3 : 3"),
        baseline="middle",
        lineBreak="\n",
        lineHeight=FLAG,
        fontSize=11,
        color=ink.text,
        cursor="pointer",
    ).encode(
        x=year_axis.along("x"),
        y=y,
        text=alt.TextValue(alt.ExprRef(label)),
        description=alt.Description("title:N"),
        # Without a tooltip Vega-Lite would take no click on a layer beside that of the parameter.
        tooltip=["title:N", "when:N"],
    )
    layers = (
        *ground(mode, {880: "lines", int(MIDDLE): "middle_lines"}),
        *_framed(mode),
        ticks,
        poles,
        words,
        dots.add_params(pick),
    )
    return layered(layers, mode)


def _of_width(look: str) -> str:
    """What the flags of the layout for the width of the drawing have of a look."""
    steps = [f"width >= {width:g} ? datum.{name}{look} : " for name, width, _ in LAYOUTS[:-1]]
    return f"({''.join(steps)}datum.{LAYOUTS[-1][0]}{look})"


def _framed(mode: Mode) -> list[alt.Chart]:
    """The chosen years, framed above the bands of the eras, and said at the head of the frame."""
    ink = INK[mode]
    chosen = alt.Chart(alt.NamedData("chosen"))
    x = year_axis.along("from")
    return [
        # The sentence of the choice says the years to those who hear; an empty layer would have no words.
        chosen.mark_rect(
            fill=ink.accent, fillOpacity=0.12, stroke=ink.accent, strokeWidth=1.5, aria=False
        ).encode(x=x, x2=alt.X2("to:T")),
        chosen.mark_text(align="left", baseline="top", dx=4, fontWeight="bold", color=ink.link).encode(
            x=x, y=alt.YValue(31), text=alt.Text("words:N")
        ),
    ]
