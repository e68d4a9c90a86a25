"""What surrounds the two countries, in numbers: one figure a family of series, each saying what it can and
cannot say.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import altair as alt
import pandas as pd

from dashboard.model.figure import Absence, Cell, Chart, Figure, Grid
from dashboard.views import break_marks, panel_layout, panels, stated
from dashboard.views.formatting import count, number, quantity
from dashboard.views.panels import Kind
from dashboard.views.theme import INK, SERIES_COLOURS, VERDICT_TONES, Mode, finished
from dashboard.views.year_axis import Years


@dataclass(frozen=True)
class Look:
    """How a family is drawn: its title with unit and reporter, the kind of mark, whether all panels share one
    scale, and what to beware of.
    """

    title: str
    kind: Kind
    common: bool
    note: str


_OWN_SCALE = "Each panel has its own scale."

LOOKS: Mapping[str, Look] = {
    "arms": Look(
        "Deliveries of major arms to Pakistan, million SIPRI trend-indicator values a year, as "
        "SIPRI identifies them",
        "bar",
        True,
        "The trend-indicator value measures military value, not money paid. A year without a "
        "bar is one in which SIPRI identified no delivery. "
        "Engines for aircraft count too, and later editions revise the years.",
    ),
    "votes-all": Look(
        "How often Pakistan voted alike with four states in the UN General Assembly, index "
        "0–1, our count from the roll calls",
        "line",
        True,
        "1 means the same vote every time; an abstention against yes or no counts as half. "
        "Years are sessions (session + 1945): that of 1956 has the emergency "
        "sessions too, that of 1964, with one vote, is left out, and China votes from 1971. "
        "What is put to the vote changes, so the index says who "
        "voted alike, "
        "not who agreed.",
    ),
    "votes-non-unanimous": Look(
        "How often Pakistan voted alike with four states in contested votes of the UN General "
        "Assembly, index 0–1, our count from the roll calls",
        "line",
        True,
        "1 means the same vote every time; an abstention against yes or no counts as half; "
        "votes without a dissenting one are left out. Years are sessions "
        "(session + 1945): that of 1956 has the emergency sessions too, that of 1964, with one "
        "vote, is left out, and China votes from 1971. "
        "What is put to the vote changes, so the index says who voted alike, not who agreed.",
    ),
    "ideal-points": Look(
        "Positions in the UN General Assembly that a model estimates from the votes (ideal points), Voeten",
        "line",
        True,
        "Only distances between states mean something; the scale has no unit. The values to "
        "2019 and those from 2020 come from two releases and are "
        "not joined. "
        "This measure is better suited than agreement for comparing years that lie far apart.",
    ),
    "memberships": Look(
        "Intergovernmental organisations of which Pakistan and Russia or the USSR are both "
        "members, number, Correlates of War",
        "line",
        True,
        "The number grows with the number of organisations in the world. It says nothing about "
        "closeness, and it ends in 2014.",
    ),
    "aid": Look(
        "United States money for Pakistan by fiscal year, million US dollars, three American counts",
        "bar",
        True,
        "Money committed, money paid out, and the Congressional Research Service’s totals, "
        "which add reimbursements of military costs, are three quantities: "
        "never to be added, nor read as one series. The fiscal year runs from October to "
        "September (until 1976 from July to June); current prices. "
        "The Service’s single figure for 2002–2018 together is left out here, and the diamond "
        "is the yearly sum that is stated.",
    ),
    "nuclear": Look(
        "Nuclear power in Pakistan by three measures, percent, Our World in Data",
        "line",
        True,
        "A share of electricity is several times a share of all energy, and the two ways of "
        "counting primary energy differ by more than half. "
        "In 2000 the source of the electricity figures changes from BP to Ember, so no line is drawn across. "
        "The diamond is the 3 percent that a document states without naming its measure.",
    ),
    "deaths": Look(
        "Deaths by violence in Pakistan, people a year, by three definitions",
        "line",
        True,
        "Three definitions, never to be added: the first and third count terrorism, the second "
        "all organised violence with soldiers and fighters. "
        "The Global Terrorism Database has nothing for 1993 and changed its way of counting in "
        "1998, 2008 and 2012, where its line breaks. "
        "None of them counts indirect deaths.",
    ),
    "losses": Look(
        "Pakistan’s loss from terrorism as its government estimates it, billion US dollars a "
        "fiscal year, Economic Survey 2016–17",
        "bar",
        True,
        "The government’s own estimate of direct and indirect losses, by a method that others dispute. "
        "The fiscal year runs from July to June, and the last bar covers nine months.",
    ),
    "opium": Look(
        "Opium in Afghanistan in single years, UNODC",
        "point",
        False,
        "Points that pages we read cite, not a series: the years between are not known here. "
        "They say nothing on routes or markets. " + _OWN_SCALE,
    ),
    "trade-from-pakistan": Look(
        "From Pakistan to Russia, China, the United States and India, million US dollars, two data sets",
        "line",
        False,
        _OWN_SCALE + " The line is the receiver’s imports as Correlates of War gives them, the points "
        "Pakistan’s exports as UN Comtrade has them for every "
        "fourth year; the two are never joined. Current prices; the Soviet Union before 1992.",
    ),
    "trade-to-pakistan": Look(
        "From Russia, China, the United States and India to Pakistan, million US dollars, two data sets",
        "line",
        False,
        _OWN_SCALE + " The line is Pakistan’s imports as Correlates of War gives them, the points the "
        "sender’s exports as UN Comtrade has them for every "
        "fourth year; the two are never joined. Current prices; the Soviet Union before 1992.",
    ),
    "russia-imports": Look(
        "What Russia reports as imports from Pakistan and from three others, million US "
        "dollars (CIF), IMF DOTS",
        "line",
        False,
        _OWN_SCALE + " One reporter, Russia, for all four, to 2021; what the source gives for later years "
        "is an estimate and is left out. Current prices.",
    ),
    "russia-exports": Look(
        "What Russia reports as exports to Pakistan and to three others, million US dollars (FOB), IMF DOTS",
        "line",
        False,
        _OWN_SCALE + " One reporter, Russia, for all four, to 2021; what the source gives for later years "
        "is an estimate and is left out. Current prices.",
    ),
}


def family(
    name: str,
    figure_id: str,
    observed: pd.DataFrame,
    told: pd.DataFrame,
    years: Years,
    mode: Mode,
    breaks: pd.DataFrame = break_marks.NONE,
) -> Figure | Absence:
    """A family of series as panels, from the first to the last value that the years hold. `observed` and
    `told` as from " "queries.context.observed and .comparable (`told` with `by`).
    """
    look = LOOKS[name]
    if observed.empty:
        return Absence(
            figure_id,
            look.title,
            f"No value of these series falls into {years[0]}–{years[1]}.",
            "Widen the years.",
        )
    names = list(dict.fromkeys(observed["panel"]))
    told = told[told["panel"].isin(names)]
    values = {
        one: [*observed.loc[observed["panel"] == one, "value"], *told.loc[told["panel"] == one, "drawn"]]
        for one in names
    }
    stretches = panel_layout.stretches(names, values, look.common)
    drawn, marks = panels.placed(observed, stretches), panels.stated_placed(told, stretches)
    span = (
        max(years[0], observed["period_first"].dt.year.min() - 1),
        min(years[1], observed["period_last"].dt.year.max() + 1),
    )
    return Figure(
        figure_id=figure_id,
        title=look.title,
        drawing=panels.chart(
            drawn, marks, stretches, look.kind, span, mode, break_marks.in_panels(breaks, stretches)
        ),
        rows=_rows(observed, told),
        message=_message(observed, told) + break_marks.in_words(breaks),
        note=" ".join([look.note, *break_marks.explained(breaks)]),
    )


def totals(
    figure_id: str, title: str, note: str, sums: pd.DataFrame, told: pd.DataFrame, mode: Mode
) -> Figure | Absence:
    """Sums of series and stated totals as bars of one scale. Both need `record_id`, `who`, `value`, `words`
    and `when`; `told` also `by`.
    """
    own = pd.concat([sums.assign(by="series"), told], ignore_index=True)
    if own.empty:
        return Absence(
            figure_id, title, "No sum and no stated total falls into these years.", "Widen the years."
        )
    step = 62
    middle = [(len(own) - place) * step - 44.0 for place in range(len(own))]
    own = own.assign(
        foot=[y - 5 for y in middle],
        top=[y + 5 for y in middle],
        head=[y + 32 for y in middle],
        under=[y + 15 for y in middle],
        zero=0,
    )
    own = own.assign(said=own["when"] + ": " + own["words"])
    return Figure(
        figure_id=figure_id,
        title=title,
        drawing=Chart(
            _totals_spec(len(own) * step, mode),
            {
                "totals": own[
                    ["record_id", "foot", "top", "head", "under", "zero", "value", "who", "said", "by"]
                ]
            },
            selectable=True,
        ),
        rows=own[["record_id", "who", "when", "value", "words", "by"]],
        message=f"{count(len(own), 'number')} as bars. " + "; ".join(own["who"] + ", " + own["said"]) + ".",
        note=note,
    )


def documents_say(
    told: pd.DataFrame, checks: pd.DataFrame, tested: Mapping[str, str], verdicts: Mapping[str, str]
) -> Figure | Absence:
    """Numbers that the documents state of these subjects, each with what the series say (the finding of its
    check). `tested`: check_id by quantity_id.
    """
    figure_id, title = "context-statements", "What the documents state, and what the series say"
    own = told[told["quantity_id"].isin(list(tested))]
    if own.empty:
        return Absence(
            figure_id,
            title,
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
        for row in own.to_dict("records")
    )
    named = own.rename(columns={"quantity_id": "record_id", "period_caption": "when"})
    tests = pd.DataFrame(
        [
            {"record_id": one, "summary": finding.loc[one, "finding"]}
            for one in dict.fromkeys(tested[key] for key in own["quantity_id"])
        ]
    )
    return Figure(
        figure_id=figure_id,
        title=title,
        drawing=Grid(("Stated", "What it is", "What the series say", "Check"), rows),
        rows=pd.concat(
            [named[["record_id", "when", "value", "unit", "qualifier", "summary"]], tests], ignore_index=True
        ),
        message=f"A table of {count(len(rows), 'number')} that documents state, each with its check.",
        note="The numbers of a finding are counted from the series when the page is made.",
    )


def _verdict(check_id: str, checks: pd.DataFrame, verdicts: Mapping[str, str]) -> Cell:
    verdict = checks.loc[check_id, "verdict"]
    return Cell(verdicts[verdict], check_id, VERDICT_TONES[verdict])


def _rows(observed: pd.DataFrame, told: pd.DataFrame) -> pd.DataFrame:
    own = observed.drop_duplicates(["indicator_id", "period"]).rename(
        columns={"indicator_id": "record_id", "period_caption": "when", "label": "who"}
    )
    said = (
        told.drop_duplicates("quantity_id")
        .rename(columns={"quantity_id": "record_id", "period_caption": "when", "summary": "who"})
        .assign(status="stated")
    )
    columns = ["record_id", "when", "value", "unit", "who", "status"]
    return pd.concat(
        [own[columns], said.reindex(columns=columns)] if len(said) else [own[columns]], ignore_index=True
    )


def _message(observed: pd.DataFrame, told: pd.DataFrame) -> str:
    parts = []
    for label, own in observed.drop_duplicates(["indicator_id", "period"]).groupby("label", sort=False):
        first, last = own.iloc[0], own.iloc[-1]
        parts.append(
            f"{label}: {number(first['value'])} in {first['period_caption']}, "
            f"{number(last['value'])} in {last['period_caption']}"
        )
    said = [
        f"{row['summary']} {quantity(row['value'], row['unit'], row['qualifier'])}."
        for row in told.drop_duplicates("quantity_id").to_dict("records")
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
            x2="zero:Q",
            y=y,
            y2="top:Q",
            fill=fill,
            tooltip=[alt.Tooltip("who:N", title="Whose"), alt.Tooltip("said:N", title="Number")],
        )
        .add_params(pick)
    )
    named = base.mark_text(align="left", fontWeight=600).encode(
        x=alt.X("zero:Q"), y=alt.Y("head:Q", scale=y_scale, axis=None), text="who:N"
    )
    said = base.mark_text(align="left").encode(
        x=alt.X("zero:Q"), y=alt.Y("under:Q", scale=y_scale, axis=None), text="said:N"
    )
    return stated.legends_below_each_other(
        finished(alt.layer(bars, named, said).properties(width="container", height=height), mode)
    )
