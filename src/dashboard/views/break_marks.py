"""Breaks of a series: an upright line across which values must not be compared, with its kind, and the same
in words.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import altair as alt
import pandas as pd

from dashboard.model.vocabulary import label
from dashboard.views.panel_layout import PanelBand
from dashboard.views.theme import INK, Mode
from dashboard.views.year_axis import days

NAME = "breaks"
# Words along two lines that stand nearer to each other would lie over one another on a phone.
CLOSE = pd.Timedelta(days=6 * 366)
NONE = pd.DataFrame(
    {
        **{
            name: pd.Series(dtype=object)
            for name in ("indicator_id", "panel", "label", "kind", "note", "period_caption")
        },
        "period_first": pd.Series(dtype="datetime64[s]"),
    }
)
EXPLAINED = (
    "A dashed upright line marks a break: what stands on its two sides is not counted alike, so no "
    "line is drawn across."
)


def across(breaks: pd.DataFrame) -> pd.DataFrame:
    """What is drawn for each break over a whole drawing: `x`, `words`, and whether these stand `after` the
    line.

    Series that break alike share one line; words stand after their line where another stands close before it.
    """
    words = [f"break: {label('break kind', kind)}" for kind in breaks["kind"]]
    drawn = pd.DataFrame(
        {
            "day": breaks["period_first"],
            "words": words,
            "when": breaks["period_caption"],
            "note": breaks["note"],
        }
    )
    drawn = drawn.drop_duplicates(["day", "words"]).sort_values("day", kind="stable").reset_index(drop=True)
    return drawn.assign(x=days(drawn["day"]), after=drawn["day"].diff() < CLOSE).drop(columns="day")


def between(breaks: pd.DataFrame, y: str, low: float, high: float) -> pd.DataFrame:
    """The same from the value `low` (`foot`) to `high`, which has the name of the axis, `y`."""
    return across(breaks).assign(foot=low, **{y: high})


_NO_LINES = between(NONE, "y", 0.0, 0.0).assign(panel="")


def in_panels(breaks: pd.DataFrame, panels: Sequence[PanelBand]) -> pd.DataFrame:
    """The same within the panels of the series, in pixels from the bottom."""
    found = {str(panel): rows for panel, rows in breaks.groupby("panel", sort=False)}
    drawn = [
        between(found[band.name], "y", band.foot, band.foot + band.height).assign(panel=band.name)
        for band in panels
        if band.name in found
    ]
    return pd.concat(drawn, ignore_index=True) if drawn else _NO_LINES


def data(ruled: pd.DataFrame) -> dict[str, pd.DataFrame]:
    """The data set of the lines under its name; nothing without breaks."""
    return {NAME: ruled} if len(ruled) else {}


def layers(ruled: pd.DataFrame, x: alt.X, y: alt.Y, mode: Mode) -> list[alt.Chart]:
    """Dashed lines with their words along them; `x` and `y` carry the chart's scales."""
    if ruled.empty:
        return []
    ink = INK[mode]
    base = alt.Chart(alt.NamedData(NAME)).encode(x=x, y=y)
    tooltip = [
        alt.Tooltip("words:N", title="Here"),
        alt.Tooltip("when:N", title="From"),
        alt.Tooltip("note:N", title="What changes"),
    ]
    rules = base.mark_rule(color=ink.quiet, strokeDash=[3, 3], clip=True)
    said: dict[str, Any] = {
        "color": ink.quiet,
        "angle": 270,
        "align": "right",
        "dx": -2,
        "fontSize": 11,
        "clip": True,
    }
    before = base.transform_filter("!datum.after").mark_text(baseline="bottom", dy=-3, **said)
    after = base.transform_filter("datum.after").mark_text(baseline="top", dy=3, **said)
    return [
        rules.encode(y2=alt.Y2("foot:Q"), tooltip=tooltip, description=alt.Description("words:N")),
        before.encode(text=alt.Text("words:N")),
        after.encode(text=alt.Text("words:N")),
    ]


def in_words(breaks: pd.DataFrame) -> str:
    """Every break as a sentence for those who cannot see it, with a space before; empty without breaks."""
    said = [
        f" Break in {row.period_caption}, {row.label} ({label('break kind', row.kind)}): {row.note}"
        for row in breaks.drop_duplicates(["label", "period_first", "kind"]).itertuples()
    ]
    return "".join(said)


def explained(breaks: pd.DataFrame) -> list[str]:
    """How the lines are read, if there are any, and what changes at each."""
    if breaks.empty:
        return []
    notes = breaks.drop_duplicates(["period_first", "note"])
    return [EXPLAINED, *(f"{row.period_caption}: {row.note}" for row in notes.itertuples())]
