"""What surrounds the two countries, in numbers: one figure a family of series, each saying what it can and
cannot say.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import altair as alt
import pandas as pd

from dashboard.model.figure import Cell, Chart, EmptyFigure, Figure, Grid
from dashboard.views import break_marks, few_bars, panel_layout, panels, stated, title
from dashboard.views.formatting import count, course, joined, quantity
from dashboard.views.panels import Kind
from dashboard.views.theme import INK, SERIES_COLOURS, VERDICT_TONES, Mode, layered
from dashboard.views.year_axis import Years


@dataclass(frozen=True)
class Look:
    """How a family is drawn: its subject, the kind of mark, whether all panels share one scale (`common`), a
    note on how to read it, its unit and reporter, and what its title says (of views.title.FINDINGS).
    """

    subject: str
    kind: Kind
    common: bool
    note: str
    unit: str = ""
    finding: str = ""


OWN_SCALE = "Each panel has its own scale."
# Bars without an axis beside them: nothing else says that one series is not to be held against another.
OWN_BARS = "the bars of each series on a scale of its own"
_OF_TOTALS = ("record_id", "foot", "top", "head", "under", "zero", "value", "who", "said", "by")


def family(
    look: Look,
    figure_id: str,
    observed: pd.DataFrame,
    stated: pd.DataFrame,
    years: Years,
    mode: Mode,
    breaks: pd.DataFrame = break_marks.NONE,
) -> Figure | EmptyFigure:
    """A family of series as panels, from the first to the last value that the years hold. `observed` and
    `stated` as from queries.context.observed and .comparable (`stated` with `by`).
    """
    if observed.empty:
        return EmptyFigure(
            figure_id,
            look.subject,
            f"No value of these series falls into {years[0]}–{years[1]}.",
            "Widen the years.",
        )
    values: dict[str, list[float]] = {}
    for panel, value in zip(observed["panel"].tolist(), observed["value"].tolist(), strict=True):
        values.setdefault(panel, []).append(value)
    stated = stated[stated["panel"].isin(list(values))] if len(stated) else stated
    for panel, value in zip(stated["panel"].tolist(), stated["drawn"].tolist(), strict=True):
        values[panel].append(value)
    bands = panel_layout.bands(list(values), values, look.common)
    scale = [] if look.common else [OWN_SCALE]
    span = (
        max(years[0], int(observed["first_year"].min()) - 1),
        min(years[1], int(observed["last_year"].max()) + 1),
    )
    few = look.kind == "bar" and few_bars.are_few(observed, stated)
    return Figure(
        figure_id=figure_id,
        title=title.found(look.subject, look.finding, observed),
        subtitle=f"{look.unit}; {OWN_BARS}" if few and not look.common else look.unit,
        drawing=few_bars.chart(observed, look.common, mode)
        if few
        else panels.chart(observed, stated, bands, look.kind, span, mode, breaks),
        rows=_rows(observed, stated),
        message=_message(observed, stated) + break_marks.in_words(breaks),
        note=" ".join([*scale, look.note, *break_marks.explained(breaks)]),
    )


def totals(
    figure_id: str, look: Look, sums: pd.DataFrame, stated_totals: pd.DataFrame, mode: Mode
) -> Figure | EmptyFigure:
    """Sums of series and stated totals as bars of one scale. Both frames need `record_id`, `who`, `value`,
    `words` and `when`; `stated_totals` also `by`.
    """
    bars = pd.concat([sums.assign(by="series"), stated_totals], ignore_index=True)
    if bars.empty:
        return EmptyFigure(
            figure_id, look.subject, "No sum and no stated total falls into these years.", "Widen the years."
        )
    step = 62
    middle = [(len(bars) - place) * step - 44.0 for place in range(len(bars))]
    bars = bars.assign(
        foot=[y - 5 for y in middle],
        top=[y + 5 for y in middle],
        head=[y + 32 for y in middle],
        under=[y + 15 for y in middle],
        zero=0,
    )
    bars = bars.assign(said=bars["when"] + ": " + bars["words"])
    return Figure(
        figure_id=figure_id,
        title=title.spread(look.subject, bars),
        subtitle=look.unit,
        drawing=Chart.drawn_when_read(
            lambda: (_totals_spec(len(bars) * step, mode), {"totals": bars[list(_OF_TOTALS)]})
        ),
        rows=bars[["record_id", "who", "when", "value", "words", "by"]],
        message=f"{count(len(bars), 'number')} as bars. "
        + "; ".join(bars["who"] + ", " + bars["said"])
        + ".",
        note=look.note,
    )


def documents_say(
    stated: pd.DataFrame, checks: pd.DataFrame, tested: Mapping[str, str], verdicts: Mapping[str, str]
) -> Figure | EmptyFigure:
    """Numbers that the documents state of these subjects, each with what the series say (the finding of its
    check). `tested`: check_id by quantity_id.
    """
    figure_id, heading = "context-statements", "What the documents state, and what the series say"
    statements = stated[stated["quantity_id"].isin(list(tested))]
    if statements.empty:
        return EmptyFigure(
            figure_id,
            heading,
            "None of the documents’ numbers on these subjects falls into these years.",
            "Widen the years.",
        )
    finding = checks.set_index("check_id")
    rows = tuple(
        (
            Cell(quantity(row["value"], row["unit"], row["qualifier"]), row["quantity_id"]),
            Cell(row["summary"]),
            Cell(finding.loc[tested[row["quantity_id"]], "finding"]),
            _verdict(tested[row["quantity_id"]], finding, verdicts),
        )
        for row in statements.to_dict("records")
    )
    named = statements.rename(columns={"quantity_id": "record_id", "period_caption": "when"})
    tests = pd.DataFrame(
        [
            {"record_id": check_id, "summary": finding.loc[check_id, "finding"]}
            for check_id in dict.fromkeys(tested[key] for key in statements["quantity_id"])
        ]
    )
    return Figure(
        figure_id=figure_id,
        title=f"{count(len(rows), 'stated number')} beside the series: {_judged(rows)}",
        drawing=Grid(("Stated", "What it is", "What the series say", "Check"), rows),
        rows=pd.concat(
            [named[["record_id", "when", "value", "unit", "qualifier", "summary"]], tests], ignore_index=True
        ),
        message=f"A table of {count(len(rows), 'number')} that documents state, each with its check.",
        note="The numbers of a finding are counted from the series when the page is made.",
    )


def _judged(rows: Sequence[Sequence[Cell]]) -> str:
    """How many rows have which verdict, the most frequent first."""
    tally = Counter(row[-1].text for row in rows)
    return joined([f"{number_of} {verdict}" for verdict, number_of in tally.most_common()])


def _verdict(check_id: str, checks: pd.DataFrame, verdicts: Mapping[str, str]) -> Cell:
    verdict = checks.loc[check_id, "verdict"]
    return Cell(verdicts[verdict], check_id, VERDICT_TONES[verdict])


def _rows(observed: pd.DataFrame, stated: pd.DataFrame) -> pd.DataFrame:
    counted = observed.drop_duplicates(["indicator_id", "period"]).rename(
        columns={"indicator_id": "record_id", "period_caption": "when", "label": "who"}
    )
    said = (
        stated.drop_duplicates("quantity_id")
        .rename(columns={"quantity_id": "record_id", "period_caption": "when", "summary": "who"})
        .assign(status="stated")
    )
    columns = ["record_id", "when", "value", "unit", "who", "status"]
    return pd.concat(
        [counted[columns], said.reindex(columns=columns)] if len(said) else [counted[columns]],
        ignore_index=True,
    )


def _message(observed: pd.DataFrame, stated: pd.DataFrame) -> str:
    ends: dict[str, list[tuple[float, str]]] = {}
    values = observed.drop_duplicates(["indicator_id", "period"])
    columns = (values[name].tolist() for name in ("label", "value", "period_caption"))
    for label, value, when in zip(*columns, strict=True):
        ends.setdefault(label, []).append((value, when))
    parts = [f"{label}: {course(said)}" for label, said in ends.items()]
    said = [
        f"{row['summary']} {quantity(row['value'], row['unit'], row['qualifier'])}."
        for row in stated.drop_duplicates("quantity_id").to_dict("records")
    ]
    return " ".join([f"{count(len(parts), 'series', 'series')}. " + "; ".join(parts) + ".", *said])


def _totals_spec(height: int, mode: Mode) -> dict[str, Any]:
    ink = INK[mode]
    kinds: Sequence[str] = ("series", "document", "official")
    words = {
        "series": "counted from a series",
        "document": stated.SAYS["document"],
        "official": stated.SAYS["official"],
    }
    base = alt.Chart(alt.NamedData("totals"))
    y_scale = alt.Scale(domain=[0, height], nice=False)
    x = alt.X(
        "value:Q",
        scale=alt.Scale(zero=True, nice=True),
        axis=alt.Axis(title=None, labelExpr=stated.THIN_TICKS, tickCount=5),
    )
    # Who counts stands at each bar; what kind of number it is would not fit there on a phone, so the fill has
    # a legend.
    legend = alt.Legend(
        title=None,
        columns=1,
        labelExpr=f"{dict(words)}[datum.label]",
        symbolType="square",
        symbolStrokeWidth=1.2,
    )
    fill = alt.Fill(
        "by:N",
        scale=alt.Scale(domain=list(kinds), range=[SERIES_COLOURS[mode][0], ink.text, ink.ground]),
        legend=legend,
    )
    pick = alt.selection_point(name="pick", fields=["record_id"], on="click", toggle=False, clear="dblclick")
    y = alt.Y("foot:Q", scale=y_scale, axis=None)
    bars = (
        base.mark_rect(stroke=ink.text, strokeWidth=1)
        .encode(
            x=x,
            x2=alt.X2("zero:Q"),
            y=y,
            y2=alt.Y2("top:Q"),
            fill=fill,
            tooltip=[alt.Tooltip("who:N", title="Whose"), alt.Tooltip("said:N", title="Number")],
        )
        .add_params(pick)
    )
    named = base.mark_text(align="left", fontWeight=600).encode(
        x=alt.X("zero:Q"), y=alt.Y("head:Q", scale=y_scale, axis=None), text=alt.Text("who:N")
    )
    said = base.mark_text(align="left").encode(
        x=alt.X("zero:Q"), y=alt.Y("under:Q", scale=y_scale, axis=None), text=alt.Text("said:N")
    )
    return stated.legends_below_each_other(layered([bars, named, said], mode, height))
