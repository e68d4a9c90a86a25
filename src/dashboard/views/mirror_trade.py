"""Two counts of one flow of goods against each other, year by year: the gap as a drawing and in numbers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import altair as alt
import pandas as pd

from dashboard.model.figure import Cell, Chart, EmptyFigure, Figure, Grid
from dashboard.views import crosshair
from dashboard.views import stated as stated_views
from dashboard.views.data_sets import looks
from dashboard.views.formatting import count, exact, number
from dashboard.views.labels import lines as line_labels
from dashboard.views.labels import trade as trade_labels
from dashboard.views.labels.trade import ValueAxis, possessive, value_axis, without_partner
from dashboard.views.theme import INK, Mode, layered

# Pixels under the key of a narrow drawing in which the number over the highest point stands.
ABOVE = 18

RULES_OF_ORIGIN = (
    "Each side counts what crosses its own border and names the partner by its own rules of "
    "origin and destination, so two counts of one flow differ "
    "without either being an error. Exporters usually value goods free on board (FOB) and "
    "importers with cost, insurance and freight (CIF), "
    "which by itself puts the importer’s count somewhat higher."
)


def chart(
    gaps: pd.DataFrame, first: pd.Series, second: pd.Series, mode: Mode, caveat: str = ""
) -> Figure | EmptyFigure:
    """Two counts of one flow year by year, with the gap between them; `first` and `second` are rows of
    indicators, `caveat` what they share.
    """
    against = f"{possessive(str(first['label']))} against {possessive(str(second['label']))}"
    shown = tuple(without_partner(counted["label"], counted["partner"]) for counted in (first, second))
    if gaps.empty:
        return _no_common_year("trade-mirror", f"The same goods, counted twice: {against}")
    widest = gaps.loc[gaps["gap"].abs().idxmax()]
    both = pd.concat(
        [gaps.assign(record_id=first["indicator_id"]), gaps.assign(record_id=second["indicator_id"])],
        ignore_index=True,
    )
    points = pd.concat([_counted(gaps, "one", first), _counted(gaps, "other", second)], ignore_index=True)
    values = value_axis(points["value"])
    names = trade_labels.of_mirror(points, values)
    return Figure(
        figure_id="trade-mirror",
        title=_finding(gaps),
        subtitle=f"{against}, million US dollars",
        drawing=Chart(
            _spec(mode, shown, values, names, trade_labels.height_of_mirror(gaps["year"].nunique())),
            {"gaps": gaps, "points": points, "names": names},
            selectable=True,
        ),
        rows=both[["record_id", "year", "one", "other", "gap", "ratio"]],
        message=(
            f"{count(len(gaps), 'year')} counted by both sides, million US dollars. The widest "
            f"gap is in {int(widest['year'])}: "
            f"{exact(widest['one'])} against {exact(widest['other'])}."
        ),
        note=" ".join(
            part for part in ["Million US dollars, current prices.", RULES_OF_ORIGIN, caveat] if part
        ),
    )


def _finding(gaps: pd.DataFrame) -> str:
    """How far the two counts lie apart where they lie furthest apart; that they agree where no gap can be
    written.
    """
    widest = gaps.loc[gaps["gap"].abs().idxmax()]
    if exact(abs(widest["gap"])) == exact(0.0):
        return f"The same goods, counted twice: alike in {count(len(gaps), 'year')}"
    gap = exact(abs(widest["gap"]))
    return f"The same goods, counted twice: {gap} million US dollars apart in {int(widest['year'])}"


def _higher(gaps: pd.DataFrame) -> str:
    """In how many of the years the first count is the higher of the two."""
    higher = int((gaps["gap"] > 0).sum())
    return f"The first count is the higher in {number(higher)} of {count(len(gaps), 'year')}"


def _counted(gaps: pd.DataFrame, column: str, indicator: pd.Series) -> pd.DataFrame:
    """One side of the gap as points; `above` says whether its number stands over the point or under it."""
    other = {"one": "other", "other": "one"}[column]
    above = gaps[column] >= gaps[other] if column == "one" else gaps[column] > gaps[other]
    return pd.DataFrame(
        {
            "record_id": indicator["indicator_id"],
            "year": gaps["year"],
            "value": gaps[column],
            "words": [exact(value) for value in gaps[column]],
            "label": without_partner(indicator["label"], indicator["partner"]),
            "key": without_partner(indicator["label"], indicator["partner"]),
            "above": above,
            "size": {"one": 130, "other": 50}[column],
        }
    )


def _spec(
    mode: Mode, labels: Sequence[str], values: ValueAxis, names: pd.DataFrame, height: int
) -> dict[str, Any]:
    x = alt.X(
        "year:O", axis=alt.Axis(title=None, labelAngle=0, labelOverlap=True, labelPadding=14, ticks=False)
    )
    y_scale = alt.Scale(domain=[values.low, values.high], range=line_labels.room(names, ABOVE))
    bars = (
        alt.Chart(alt.NamedData("gaps"))
        .mark_rule(strokeWidth=5, color=INK[mode].rule)
        .encode(x=x, y=alt.Y("one:Q", scale=y_scale), y2=alt.Y2("other:Q"))
    )
    base = alt.Chart(alt.NamedData("points")).encode(
        x=x,
        y=alt.Y(
            "value:Q",
            scale=y_scale,
            axis=alt.Axis(title=None, labelExpr=stated_views.THIN_TICKS, tickCount=5),
        ),
    )
    colour_scale, shape_scale = (
        alt.Scale(domain=list(labels), range=looks(labels, mode)[0]),
        alt.Scale(domain=list(labels), range=["circle", "square"]),
    )
    keys = {
        "color": alt.Color("label:N", scale=colour_scale, legend=None),
        "shape": alt.Shape("label:N", scale=shape_scale, legend=None),
    }
    size = alt.Size("size:Q", scale=None)
    tooltip = [
        alt.Tooltip("label:N", title="Count"),
        alt.Tooltip("year:O", title="Year"),
        alt.Tooltip("words:N", title="Million US dollars"),
    ]
    strong, _ = crosshair.fades(len(names) > 0)
    points = (
        base.mark_point(filled=True)
        .encode(**keys, size=size, tooltip=tooltip, description=alt.Description("label:N"), opacity=strong)
        .add_params(crosshair.picking())
    )
    over = base.transform_filter("datum.above").mark_text(dy=-12).encode(text=alt.Text("words:N"))
    under = base.transform_filter("!datum.above").mark_text(dy=13).encode(text=alt.Text("words:N"))
    key = (
        alt.Color("key:N", scale=colour_scale, legend=None),
        alt.Shape("key:N", scale=shape_scale, legend=None),
    )
    named = line_labels.layers(names, *key, mode, "scale('x', datum.x) + bandwidth('x') / 2")
    return layered([bars, points, over, under, *named], mode, height)


def table(gaps: pd.DataFrame, first: pd.Series, second: pd.Series) -> Figure | EmptyFigure:
    """The mirror gap in numbers, year by year."""
    if gaps.empty:
        return _no_common_year("trade-mirror-table", "The gap in numbers")
    rows = tuple(
        (
            Cell(str(int(row["year"]))),
            Cell(exact(row["one"]), first["indicator_id"]),
            Cell(exact(row["other"]), second["indicator_id"]),
            Cell(exact(row["gap"])),
            Cell(f"{row['ratio']:.2f}" if row["ratio"] == row["ratio"] else "–"),
        )
        for row in gaps.to_dict("records")
    )
    return Figure(
        figure_id="trade-mirror-table",
        title=_higher(gaps),
        subtitle="The gap in numbers, million US dollars",
        drawing=Grid(("Year", first["label"], second["label"], "Gap", "Ratio"), rows),
        rows=pd.concat(
            [gaps.assign(record_id=first["indicator_id"]), gaps.assign(record_id=second["indicator_id"])],
            ignore_index=True,
        ),
        message=f"A table of {count(len(gaps), 'year')} with both counts, their difference and their ratio.",
        note="Gap: first count less second. Ratio: first count over second.",
    )


def _no_common_year(figure_id: str, title: str) -> EmptyFigure:
    return EmptyFigure(
        figure_id,
        title,
        "The two counts have no year in common within this choice.",
        "Widen the years or choose other counts.",
    )
