"""What two states did, vote by vote, on the questions that are followed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from dashboard.model.figure import Cell, EmptyFigure, Figure, Grid
from dashboard.views.country_names import country
from dashboard.views.formatting import count, number
from dashboard.views.votes import SEAT

Row = Mapping[str, Any]


def questions(counts: pd.DataFrame, source_id: str, pair: Sequence[str]) -> Figure | EmptyFigure:
    """What the pair did on each topic that is followed; `counts` as from queries.votes.followed."""
    figure_id, title = (
        "votes-questions",
        f"What {country(pair[0])} and {country(pair[1])} did on each question",
    )
    if counts.empty:
        return EmptyFigure(
            figure_id, title, "No vote on a question that is followed is held.", "Widen the years."
        )
    listed = counts.to_dict("records")
    header = ("Question", "Years", "Votes", *map(country, pair), "Opposite", "Half apart")
    return Figure(
        figure_id=figure_id,
        title=_finding(listed, pair) or title,
        drawing=Grid(header, tuple(_question(row, pair) for row in listed)),
        rows=counts.assign(record_id=source_id).drop(columns="topic_id"),
        message=f"A table of {count(len(listed), 'question')}: " + " ".join(_sentence(row) for row in listed),
        note=(
            "Counted are whole resolutions and drafts of both bodies, each once. Under a state stand its "
            "votes in favour – against – abstaining; where it had no seat or did not vote, none is counted. "
            f"Opposite: one in favour, one against. Half apart: one of them abstained. {SEAT}"
        ),
    )


def _finding(rows: Sequence[Row], pair: Sequence[str]) -> str:
    """The question on which the pair stood opposite in the largest share of the votes that both cast."""
    cast = [row for row in rows if row["both"]]
    if not cast:
        return ""
    worst = max(cast, key=lambda row: (row["opposite"] / row["both"], row["both"]))
    return (
        f"{country(pair[0])} and {country(pair[1])} stood opposite most often on {worst['label']}: "
        f"in {number(worst['opposite'])} of {count(worst['both'], 'vote')} that both cast"
    )


def _question(row: Row, pair: Sequence[str]) -> tuple[Cell, ...]:
    votes = Cell(number(row["votes"]), params=_params(row), to="votes-list")
    stood = (Cell("–".join(number(row[f"{state} {code}"]) for code in "YNA")) for state in pair)
    apart = (_apart(row, relation, tone) for relation, tone in (("opposite", "fails"), ("partly", "partly")))
    return (Cell(row["label"]), Cell(_years(row)), votes, *stood, *apart)


def _apart(row: Row, relation: str, tone: str) -> Cell:
    if not row[relation]:
        return Cell("–", tone="silent")
    params = (*_params(row), ("relation", relation))
    return Cell(number(row[relation]), tone=tone, params=params, to="votes-list")


def _params(row: Row) -> tuple[tuple[str, str], ...]:
    years = (("years", str(row[year])) for year in ("first_year", "last_year"))
    return (("topic", row["topic_id"]), ("what", "whole"), *years)


def _years(row: Row) -> str:
    return "–".join(dict.fromkeys(str(row[year]) for year in ("first_year", "last_year")))


def _sentence(row: Row) -> str:
    return (
        f"{row['label']}, {_years(row)}: {count(row['votes'], 'vote')}, "
        f"{number(row['opposite'])} opposite, {number(row['partly'])} half apart."
    )
