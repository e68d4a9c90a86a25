"""A few values of each of many series as bars that lie below each other, each with its words beside it: on
an axis of years they would be two blocks in an empty panel.
"""

from __future__ import annotations

from typing import Any

import altair as alt
import pandas as pd

from dashboard.model.figure import Chart
from dashboard.views import crosshair, panels
from dashboard.views.data_sets import looks
from dashboard.views.formatting import number
from dashboard.views.theme import Mode, layered

# Up to so many values of a panel, in more than so many panels, need no axis of years.
FEW, FEW_PANELS = 3, 3
# Pixels: one bar with its words, its own height, and what stands above and below the bars of a panel.
STEP, BAR, HEAD, FOOT = 19, 11, 24, 10
# The longest bar takes this share of the width: its words stand beside it on a phone, too.
LONGEST = 0.5


def are_few(observed: pd.DataFrame, stated: pd.DataFrame) -> bool:
    """Whether there are many panels, each with a few values only, of one series and without a stated number
    beside them (`observed`, `stated` as for views.context.family).
    """
    panels = observed.groupby("panel")
    alone = stated.empty and bool(panels["indicator_id"].nunique().max() == 1)
    return alone and len(panels) > FEW_PANELS and bool(panels.size().max() <= FEW)


def chart(observed: pd.DataFrame, common: bool, mode: Mode) -> Chart:
    """The values panel by panel, from the first period to the last; the bars of a panel are drawn on a scale
    of its own unless all have one in `common`.
    """
    bars, heads = _placed(observed, common)
    height = float(max(heads["y"])) + HEAD - 8
    return Chart(_spec(bars, height, mode), {"series": bars, "heads": heads}, True)


def _placed(observed: pd.DataFrame, common: bool) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The bars with their places, from the top panel downwards, and the names of the panels above them."""
    of_panel = observed.groupby("panel", sort=False)["value"].transform("max")
    highest = observed["value"].max() if common else of_panel
    ordered = observed.assign(share=(observed["value"] / highest).fillna(0.0) * LONGEST)
    bars, heads, y = [], [], 0.0
    for panel, rows in list(ordered.groupby("panel", sort=False))[::-1]:
        y += FOOT
        for row in rows.sort_values("period_first", ascending=False, kind="stable").to_dict("records"):
            words = number(round(row["value"], 0 if row["value"] >= 100 else 2))
            bars.append(
                {
                    "record_id": row["indicator_id"],
                    "foot": y,
                    "top": y + BAR,
                    "y": y + BAR / 2,
                    "segment": f"{panel}{row['segment']}",
                    "share": row["share"],
                    "zero": 0,
                    "series": row["series"],
                    "look": row["series"] or row["label"],
                    "label": row["label"],
                    "when": row["period_caption"],
                    "words": number(row["value"]),
                    "status": row["status"],
                    "said": f"{words} · {row['period_caption']}",
                }
            )
            y += STEP
        heads.append({"record_id": "", "panel": panel, "y": y + 6, "zero": 0})
        y += HEAD
    return pd.DataFrame(bars), pd.DataFrame(heads)


def _spec(bars: pd.DataFrame, height: float, mode: Mode) -> dict[str, Any]:
    colour = looks([str(bars["look"].iloc[0])], mode)[0][0]
    scale = alt.Scale(domain=[0, height], nice=False)
    drawn = alt.Chart(alt.NamedData("series"))
    fade, _ = crosshair.fades(False)
    blocks = (
        drawn.mark_rect(color=colour)
        .encode(
            x=_along("share"),
            x2=alt.X2("zero:Q"),
            y=_at("foot", scale),
            y2=alt.Y2("top:Q"),
            tooltip=panels.about_a_value(),
            opacity=fade,
            description=alt.Description("label:N"),
        )
        .add_params(crosshair.picking())
    )
    words = alt.Text("said:N")
    said = drawn.mark_text(align="left", dx=6).encode(x=_along("share"), y=_at("y", scale), text=words)
    heads = alt.Chart(alt.NamedData("heads")).mark_text(align="left", fontWeight=600, fontSize=13)
    named = heads.encode(x=_along("zero"), y=_at("y", scale), text=alt.Text("panel:N"))
    return layered([blocks, said, named], mode, height)


def _along(field: str) -> alt.X:
    return alt.X(f"{field}:Q", scale=alt.Scale(domain=[0, 1], nice=False), axis=None)


def _at(field: str, scale: alt.Scale) -> alt.Y:
    return alt.Y(f"{field}:Q", scale=scale, axis=None)
