"""Numbers that people state, drawn over the time that they cover: a bar for the period, a diamond in its
middle, filled if a document says it.
"""

from __future__ import annotations

from typing import Any

import altair as alt
import pandas as pd

from dashboard.views import year_axis
from dashboard.views.formatting import THIN, quantity
from dashboard.views.theme import INK, Mode

SAYS = {"document": "stated in a document", "official": "stated by an official, a chamber or the press"}
SHAPES = {"": "diamond", "over": "triangle-up", "under": "triangle-down", "up-to": "triangle-down"}
EXPLAINED = (
    "Bars are numbers that people state, each drawn over exactly the months that it covers; "
    "their diamond is filled where a document says it, "
    "hollow where an official, a chamber or the press does, and a triangle where only a limit "
    "is stated (pointing up: more than)."
)
COLUMNS = ("record_id", "from", "to", "x", "value", "when", "summary", "stated", "says", "shape")


def over_periods(stated: pd.DataFrame, value: str) -> pd.DataFrame:
    """What is drawn for each stated number: from its first day to the day after its last, the mark in the
    middle; `value` names the column drawn.

    Needs `quantity_id`, `period_…`, `summary`, `value`, `unit`, `qualifier`, and `by` as from
    queries.stated.speakers.
    """
    after = stated["period_last"] + pd.Timedelta(days=1)
    middle = stated["period_first"] + (after - stated["period_first"]) / 2
    return pd.DataFrame(
        {
            "record_id": stated["quantity_id"],
            "from": year_axis.days(stated["period_first"]),
            "to": year_axis.days(after),
            "x": year_axis.days(middle),
            "value": stated[value],
            "when": stated["period_caption"],
            "summary": stated["summary"],
            "stated": [
                quantity(*row) for row in stated[["value", "unit", "qualifier"]].itertuples(index=False)
            ],
            "says": stated["by"].map(SAYS),
            "shape": stated["qualifier"].map(SHAPES).fillna(SHAPES[""]),
        }
    ).reset_index(drop=True)[list(COLUMNS)]


def layers(marks: pd.DataFrame, x: alt.X, y: alt.Y, mode: Mode, name: str = "stated") -> list[alt.Chart]:
    """Bars and marks over the data set `name`, with their own legend; none if nothing is stated. `x` and `y`
    carry the chart's scales.
    """
    if marks.empty:
        return []
    ink = INK[mode]
    base = alt.Chart(alt.NamedData(name))
    tooltip = [
        alt.Tooltip("summary:N", title="Stated"),
        alt.Tooltip("when:N", title="Period"),
        alt.Tooltip("stated:N", title="Number"),
    ]
    present = [words for words in SAYS.values() if (marks["says"] == words).any()]
    fills = [ink.text if words == SAYS["document"] else ink.ground for words in present]
    legend = alt.Legend(
        title=None,
        columns=1,
        symbolType="diamond",
        symbolStrokeColor=ink.text,
        symbolStrokeWidth=1.4,
        symbolSize=55,
    )
    # Without a description Vega writes the days of the period itself, in the reader's own clock.
    bars = base.mark_rule(strokeWidth=3, color=ink.text, opacity=0.5, clip=True).encode(
        x=year_axis.along("from"),
        x2=alt.X2("to:T"),
        y=y,
        tooltip=tooltip,
        description=alt.Description("summary:N"),
    )
    fill = alt.Fill("says:N", scale=alt.Scale(domain=present, range=fills), legend=legend)
    marked = [
        base.transform_filter(alt.datum.shape == shape)
        .mark_point(shape=shape, size=55, strokeWidth=1.4, stroke=ink.text, opacity=1, clip=True)
        .encode(x=x, y=y, fill=fill, tooltip=tooltip, description=alt.Description("summary:N"))
        for shape in dict.fromkeys(marks["shape"])
    ]
    return [bars, *marked]


# Thousands on an axis, as views.words.number writes them.
THIN_TICKS = f"replace(format(datum.value, ',~f'), regexp(',', 'g'), '{THIN}')"


def legends_below_each_other(spec: dict[str, Any]) -> dict[str, Any]:
    """A finished specification whose legends stand one under the other, because side by side they do not fit
    a phone.
    """
    config = dict(spec["config"])
    config["legend"] = {
        **config["legend"],
        "layout": {"top": {"direction": "vertical", "anchor": "start", "margin": 2}},
    }
    return {**spec, "config": config}
