"""The figures of trade, and the choices that they answer."""

from __future__ import annotations

from typing import NamedTuple

import pandas as pd

from dashboard.figures.dataset import Dataset
from dashboard.figures.question import Question
from dashboard.figures.spec import YEARS, Answer, FigureSpec, Option, PageSpec, Words
from dashboard.model.figure import EmptyFigure
from dashboard.model.vocabulary import label
from dashboard.queries import events as ask_events
from dashboard.queries import stated as ask_stated
from dashboard.queries import trade as ask_trade
from dashboard.views import mirror_trade, trade, trade_statements
from dashboard.views.arguments import short_name


def _directions(dataset: Dataset) -> Words:
    return {direction.id: direction.label for direction in dataset.atlas.subject.directions}


def _pairs(dataset: Dataset) -> Words:
    pairs = dataset.atlas["pairs"]
    return dict(zip(pairs["pair"], pairs["label"], strict=True))


DIRECTION = Option("direction", "Direction", _directions)
SCALE = Option("scale", "Scale", {"linear": "Linear", "log": "Logarithmic"})
COUNTS = Option("counts", "Two counts of one flow, side by side", _pairs)


def verdicts_of(dataset: Dataset, stated: pd.DataFrame) -> dict[str, tuple[str, str, str]]:
    """For each stated number that a check tests: the check, its verdict, and the verdict in words."""
    checks = dataset.atlas["checks"]
    verdict = checks.set_index("check_id")["verdict"]
    tested = ask_stated.tested_by(dataset.atlas["evidence"], checks, stated["quantity_id"])
    return {
        quantity_id: (check_id, verdict[check_id], label("verdict", verdict[check_id]))
        for quantity_id, check_id in tested.items()
    }


def spoken(dataset: Dataset, stated: pd.DataFrame) -> pd.DataFrame:
    """The stated numbers with `by`: whether a document says them."""
    speakers = ask_stated.speakers(dataset.atlas["evidence"], dataset.atlas["sources"])
    return stated.assign(by=stated["quantity_id"].map(speakers))


def speakers_of(dataset: Dataset, record_ids: pd.Series) -> dict[str, list[str]]:
    """For each record, who says so, in short: documents by author and year first, then every other source by
    its publisher.
    """
    documents = {row["source_id"]: short_name(row) for row in dataset.documents.to_dict("records")}
    names = dataset.source_names
    others = {source_id: str(name) for source_id, name in names.items() if source_id not in documents}
    evidence = dataset.atlas["evidence"]
    behind = evidence[evidence["record_id"].isin(record_ids) & (evidence["stance"] == "supports")]
    said = {
        str(record_id): list(ids) for record_id, ids in behind.groupby("record_id", sort=False)["source_id"]
    }
    return {record_id: _named(said.get(record_id, []), documents, others) for record_id in record_ids}


def _named(source_ids: list[str], documents: dict[str, str], others: dict[str, str]) -> list[str]:
    first = [documents[source_id] for source_id in source_ids if source_id in documents]
    rest = [others[source_id] for source_id in source_ids if source_id in others]
    return list(dict.fromkeys(first + rest))


def series_of(question: Question) -> pd.DataFrame:
    """The observations of trade in the chosen years that may be drawn."""
    series = question.dataset.trade_series
    return series[series["year"].between(*question.years)]


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
    )


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
    rows = rows.assign(read_in=["; ".join(speakers[quantity_id]) for quantity_id in rows["quantity_id"]])
    return trade_statements.statements(rows, verdicts_of(dataset, rows))


LINES = FigureSpec("trade-lines", _lines, frozenset({YEARS}), (DIRECTION, SCALE))
MIRROR = FigureSpec("trade-mirror", _mirror, frozenset({YEARS}), (COUNTS,))
MIRROR_TABLE = FigureSpec("trade-mirror-table", _mirror_table, frozenset({YEARS}), (COUNTS,))
STATEMENTS = FigureSpec("trade-statements", _statements, frozenset({YEARS}))

PAGE = PageSpec(
    "trade",
    "Trade",
    "How much, by whose count?",
    section="The numbers",
    figures=(LINES, MIRROR, MIRROR_TABLE, STATEMENTS),
)
