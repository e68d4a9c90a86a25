"""The figures of trade, and the choices that they answer."""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple

import pandas as pd

from dashboard.figures.dataset import Dataset
from dashboard.figures.family import family_figures
from dashboard.figures.question import Question
from dashboard.figures.spec import YEARS, Answer, FigureSpec, Option, PageSpec, Rows, Words
from dashboard.figures.stated import speakers_of, spoken, verdicts_of
from dashboard.model.figure import EmptyFigure
from dashboard.model.selection import Selection
from dashboard.queries import bends as ask_bends
from dashboard.queries import events as ask_events
from dashboard.queries import rows as ask_rows
from dashboard.queries import trade as ask_trade
from dashboard.views import mirror_trade, order, trade, trade_statements
from dashboard.views.facts import Place


def _directions(dataset: Dataset) -> Words:
    return {direction.id: direction.label for direction in dataset.atlas.subject.directions}


def _pairs(dataset: Dataset) -> Words:
    pairs = dataset.atlas["pairs"]
    return dict(zip(pairs["pair"], pairs["label"], strict=True))


DIRECTION = Option("direction", "Direction", _directions)
SCALE = Option("scale", "Scale", {"linear": "Linear", "log": "Logarithmic"})
COUNTS = Option("counts", "Two counts of one flow, side by side", _pairs)
SORT = Option("sort", "Order of the stated numbers", order.choices(trade_statements.ORDERS))
WORDS = Option("words", "Words in what is stated or who says it")


def series_of(question: Question) -> pd.DataFrame:
    """The observations of trade in the chosen years that may be drawn."""
    series = question.dataset.trade_series
    return series[series["year"].between(*question.years)]


def charts_of(dataset: Dataset, ids: Collection[str]) -> list[Place]:
    """The charts of trade that draw any of some series, by direction."""
    series, directions = dataset.trade_series, dataset.atlas.subject.directions
    drawn = set(series.loc[series["indicator_id"].isin(set(ids)), "direction"])
    return [
        Place(
            f"{direction.title}: trade by reporter",
            PAGE.name,
            LINES.figure_id,
            ((DIRECTION.name, direction.id),) if place else (),
        )
        for place, direction in enumerate(directions)
        if direction.id in drawn
    ]


def _lines(question: Question) -> Answer:
    dataset, direction, series = question.dataset, question.option(DIRECTION), series_of(question)
    titles = {known.id: known.title for known in dataset.atlas.subject.directions}
    quantities = ask_trade.stated_trade(dataset.atlas["quantities"], dataset.atlas.subject.directions)
    stated = spoken(dataset, ask_events.in_years(quantities, "period", *question.years))
    series = series[series["direction"] == direction]
    return trade.lines(
        series,
        stated[stated["direction"] == direction],
        titles.get(direction, "Trade"),
        question.years,
        "log" if question.option(SCALE) == "log" else "linear",
        question.mode,
        ask_trade.breaks_in(series, dataset.atlas["breaks"]),
        _events_at_bends(dataset, series),
    )


def _events_at_bends(dataset: Dataset, series: pd.DataFrame) -> pd.DataFrame:
    """What happened where lines bend, of the events whose theme has the name of this page."""
    found = ask_bends.bends(series)
    return ask_bends.events_at(found, dataset.atlas["events"], dataset.counts, PAGE.name)


class _Mirror(NamedTuple):
    """The gaps between two counts, the rows of the two (empty for one that the tables do not have), and what
    they share.
    """

    gaps: pd.DataFrame
    first: pd.Series
    second: pd.Series
    caveat: str


def _counts(question: Question) -> _Mirror | None:
    """The chosen pair of counts; None where no two counts are paired."""
    atlas = question.dataset.atlas
    pairs = atlas["pairs"].set_index("pair")
    if question.option(COUNTS) not in pairs.index:
        return None
    pair = pairs.loc[question.option(COUNTS)]
    counts = (
        atlas["indicators"].set_index("indicator_id", drop=False).reindex([pair["first"], pair["second"]])
    )
    gaps = ask_trade.mirror_gap(series_of(question), pair["first"], pair["second"])
    return _Mirror(gaps, counts.iloc[0], counts.iloc[1], pair["note"])


def _mirror(question: Question) -> Answer:
    counts = _counts(question)
    if counts is None:
        return _nothing_paired("trade-mirror")
    return mirror_trade.chart(counts.gaps, counts.first, counts.second, question.mode, counts.caveat)


def _mirror_table(question: Question) -> Answer:
    counts = _counts(question)
    if counts is None:
        return _nothing_paired("trade-mirror-table")
    return mirror_trade.table(counts.gaps, counts.first, counts.second)


def _nothing_paired(figure_id: str) -> EmptyFigure:
    """What stands where no two counts of one flow are paired."""
    title = "The same goods, counted twice"
    return EmptyFigure(
        figure_id, title, "No two counts of one flow are paired in these tables.", "Pair some in pairs.csv."
    )


def _statements(question: Question) -> Answer:
    """Numbers without a period stand in every choice of years, because nobody says to which year they
    belong.
    """
    dataset = question.dataset
    stated = ask_trade.told_of_trade(dataset.atlas["quantities"], dataset.atlas.subject.directions)
    undated = stated["period"] == ""
    dated = ask_events.in_years(stated[~undated], "period", *question.years)
    rows = spoken(dataset, pd.concat([dated, stated[undated]]))
    speakers = speakers_of(dataset, rows["quantity_id"])
    rows = rows.assign(said_by=["; ".join(speakers[quantity_id]) for quantity_id in rows["quantity_id"]])
    held = ask_rows.holding(rows[["summary", "said_by", "indicator"]], question.option(WORDS))
    return trade_statements.statements(
        rows.loc[held.index], verdicts_of(dataset, rows), question.option(SORT)
    )


LINES = FigureSpec("trade-lines", _lines, frozenset({YEARS}), (DIRECTION, SCALE))
MIRROR = FigureSpec("trade-mirror", _mirror, frozenset({YEARS}), (COUNTS,))
MIRROR_TABLE = FigureSpec("trade-mirror-table", _mirror_table, frozenset({YEARS}), (COUNTS,))
STATEMENTS = FigureSpec("trade-statements", _statements, frozenset({YEARS}), (SORT, WORDS))


def _number(dataset: Dataset, selection: Selection) -> int:
    """The values of all counts of trade within the years."""
    series = dataset.trade_series
    return int(series["year"].between(selection.first_year, selection.last_year).sum())


PAGE = PageSpec(
    "trade",
    "Trade",
    "How much, by whose count?",
    figures=(LINES, MIRROR, MIRROR_TABLE, STATEMENTS),
    rows=Rows("yearly value", _number),
    of_data=lambda dataset: family_figures(dataset, "trade"),
)
