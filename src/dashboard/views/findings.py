"""Findings: small drawings whose title is one sentence that the data say."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import altair as alt
import pandas as pd

from dashboard.model.figure import Chart, Dot, DotLine, Dots, EmptyFigure, Figure
from dashboard.model.vocabulary import VOCABULARIES, label
from dashboard.model.vote import FEWEST
from dashboard.views.country_names import country
from dashboard.views.disagreements import placed
from dashboard.views.formatting import count, number
from dashboard.views.theme import INK, Mode, layered
from dashboard.views.votes import per_cent

HEIGHT = 118
_NUMBERS = {2: "Two", 3: "Three", 4: "Four", 5: "Five"}


def counts_apart(counts: pd.DataFrame, direction: str) -> Figure | EmptyFigure:
    """The counts of one flow in one year that lie furthest apart (rows of `trade.widest_counts`)."""
    figure_id, title = "overview-counts", "The same trade, counted twice"
    if counts.empty:
        return EmptyFigure(figure_id, title, "No flow has two counts in these years.", "Widen the years.")
    ordered = counts.sort_values("value")
    low, high = ordered["value"].iloc[0], ordered["value"].iloc[-1]
    year, many = int(ordered["year"].iloc[0]), len(ordered)
    gap = f"{number(round(high - low))} million US dollars"
    dots = tuple(
        Dot(span, f"{number(round(row.value))} million", (row.label,))
        for span, row in zip(_spans(ordered), ordered.itertuples(), strict=True)
    )
    line = DotLine(str(ordered["indicator_id"].iloc[-1]), f"{direction}, {year}", dots)
    return Figure(
        figure_id=figure_id,
        title=f"{_NUMBERS.get(many, str(many))} counts of the trade of {year} differ by {gap}",
        drawing=Dots((line,)),
        rows=ordered.rename(columns={"indicator_id": "record_id"})[["record_id", "label", "year", "value"]],
        message="; ".join(f"{row.label}: {number(round(row.value))} million" for row in ordered.itertuples()),
        note="Current US dollars. An importer counts freight and insurance, an exporter does not; and goods "
        "that pass through a third country are booked under it by one side only.",
    )


def _spans(ordered: pd.DataFrame) -> list[tuple[float, float]]:
    return placed([f"{value:.6f}" for value in ordered["value"]])


def statuses(projects: pd.DataFrame, year: int, mode: Mode) -> Figure | EmptyFigure:
    """How many projects have which status at the end of a year. `projects`: `project_id`, `status`."""
    figure_id, title = "overview-statuses", "What became of the projects"
    if projects.empty:
        return EmptyFigure(figure_id, title, f"No project had begun by {year}.", "Choose a later year.")
    order = [status for status in VOCABULARIES["project status"] if status in set(projects["status"])]
    tally = projects["status"].value_counts().reindex(order).rename_axis("status").reset_index(name="number")
    words = tally.assign(label=[label("project status", status).capitalize() for status in order])
    operating = int((projects["status"] == "operating").sum())
    return Figure(
        figure_id=figure_id,
        title=f"Of {count(len(projects), 'project')}, {number(operating)} "
        f"{'operates' if operating == 1 else 'operate'} in {year}",
        drawing=Chart(_bars(words, mode), {"rows": words}),
        rows=projects.rename(columns={"project_id": "record_id"}),
        message="; ".join(f"{row.label}: {row.number}" for row in words.itertuples()) + ".",
        note="The status is that of the last dated milestone; a plan that nobody has built stays a plan.",
    )


def _bars(words: pd.DataFrame, mode: Mode) -> dict[str, Any]:
    ink = INK[mode]
    axis = alt.Axis(title=None, domain=False, ticks=False, grid=False, labelColor=ink.text)
    y = alt.Y("label:N", sort=list(words["label"]), axis=axis)
    built = {"test": "datum.status == 'operating'", "value": ink.accent}
    base = alt.Chart(alt.NamedData("rows"))
    bars = base.mark_bar(height=11).encode(
        x=alt.X("number:Q", axis=None), y=y, color=alt.ColorValue(ink.border, condition=built)
    )
    numbers = base.mark_text(align="left", dx=4, color=ink.text).encode(
        x=alt.X("number:Q"), y=y, text=alt.Text("number:Q")
    )
    return layered([bars, numbers], mode, HEIGHT)


def alike(shares: pd.DataFrame, pair: Sequence[str], mode: Mode) -> Figure | EmptyFigure:
    """How often two states voted alike by year. `shares`: `year`, `votes`, `identical` (0 to 1),
    `record_id`.
    """
    figure_id, title = "overview-alike", "How often they voted alike"
    shares = shares[shares["votes"] >= FEWEST]
    if shares.empty:
        return EmptyFigure(figure_id, title, "No year of this choice has enough votes.", "Widen the years.")
    drawn = shares.assign(label=[per_cent(share) for share in shares["identical"]])
    last, most = drawn.iloc[-1], drawn.loc[drawn["identical"].idxmax()]
    least = drawn.loc[drawn["identical"].idxmin()]
    labelled = drawn[drawn["year"].isin([most["year"], least["year"], last["year"]])]
    further = f", in {most['label']} of those of {most['year']}" if most["year"] != last["year"] else ""
    labelled = labelled.assign(below=labelled["year"] != most["year"])
    return Figure(
        figure_id=figure_id,
        title=f"{country(pair[0])} and {country(pair[1])} voted alike in {last['label']} of the Assembly’s "
        f"votes of {last['year']}{further}",
        drawing=Chart(_line(mode), {"rows": drawn, "told": labelled}),
        rows=shares[["record_id", "year", "votes", "identical"]],
        message=f"A line of the share of identical votes by year, from {least['label']} in {least['year']} "
        f"to {most['label']} in {most['year']}.",
        note="Whole resolutions of the General Assembly on which both voted or abstained; years with fewer "
        f"than {FEWEST} such votes are left out.",
    )


def _line(mode: Mode) -> dict[str, Any]:
    ink = INK[mode]
    axis = alt.Axis(title=None, format="d", tickCount=5)
    x = alt.X("year:Q", axis=axis, scale=alt.Scale(zero=False, nice=False, padding=26))
    y = alt.Y("identical:Q", axis=None, scale=alt.Scale(domain=[-0.15, 1.15]))
    tips = [alt.Tooltip("year:Q", title="Year", format="d"), alt.Tooltip("label:N", title="Voted alike")]
    line = alt.Chart(alt.NamedData("rows")).mark_line(color=ink.accent, strokeWidth=1.8)
    hit = alt.Chart(alt.NamedData("rows")).mark_point(size=120, opacity=0, filled=True)
    labelled = alt.Chart(alt.NamedData("told"))
    dots = labelled.mark_point(filled=True, size=40, color=ink.accent, opacity=1)
    above = labelled.transform_filter("!datum.below").mark_text(dy=-10, color=ink.text)
    below = labelled.transform_filter("datum.below").mark_text(dy=12, color=ink.text)
    layers = (
        line.encode(x=x, y=y),
        hit.encode(x=x, y=y, tooltip=tips),
        dots.encode(x=x, y=y),
        above.encode(x=x, y=y, text=alt.Text("label:N")),
        below.encode(x=x, y=y, text=alt.Text("label:N")),
    )
    return layered(layers, mode, HEIGHT - 22)
