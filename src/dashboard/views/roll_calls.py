"""Recorded votes themselves: lists in parts, a state's terms in the Security Council, vetoes, and one vote
whole.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from dashboard.model.figure import Cell, EmptyFigure, Figure, Grid, Ways
from dashboard.model.period import parse_period
from dashboard.model.vocabulary import label
from dashboard.model.vote import CODES
from dashboard.views.country_names import country
from dashboard.views.formatting import capitalised, count, joined, number
from dashboard.views.order import Order, Orders, header
from dashboard.views.votes import SEAT

PART = 25

ORDERS: Orders = {
    "newest": Order("Newest first", "date", "Date", ascending=False),
    "oldest": Order("Oldest first", "date", "Date"),
}

_TONES = {"Y": "holds", "N": "fails", "A": "partly", "X": "silent", "?": "silent", "": "silent"}


def listing(
    votes: pd.DataFrame,
    part: int,
    states: Sequence[str],
    choice: Sequence[tuple[str, str]] = (),
    order: str = "newest",
) -> Figure | EmptyFigure:
    """The votes of a choice in parts of PART, in one of ORDERS; `choice` are the parameters under which the
    list is asked for, which lead to its other parts.
    """
    figure_id, title = "votes-list", "The votes"
    if votes.empty:
        return EmptyFigure(
            figure_id,
            title,
            "No vote of this choice is held.",
            "Choose another topic, other words or other years.",
        )
    parts = -(-len(votes) // PART)
    part = min(max(part, 1), parts)
    ascending = ORDERS[order].ascending
    shown = votes.sort_values(["date", "vote_id"], ascending=ascending)
    shown = shown.iloc[(part - 1) * PART : part * PART]
    rows = tuple(_vote_row(vote, states) for vote in shown.to_dict("records"))
    span = f"{_span(part, len(votes))} of {count(len(votes), 'vote')}"
    return Figure(
        figure_id=figure_id,
        title=f"Votes {span}",
        drawing=Grid(
            header(
                ("Date", "What was voted on", "Result", *(country(state) for state in states)), ORDERS[order]
            ),
            rows,
            further=_parts(part, len(votes), choice, ("Older", "Newer") if ascending else ("Newer", "Older")),
        ),
        rows=_as_rows(shown),
        message=f"A table of {count(len(shown), 'vote')}, the {ORDERS[order].words.lower()}, with the votes "
        f"of {joined([country(state) for state in states])}.",
        note="Titles are the library’s. The result is in favour – against – abstaining, as the roll "
        "call counts.",
    )


def _parts(
    part: int, votes: int, choice: Sequence[tuple[str, str]], words: tuple[str, str]
) -> tuple[Ways, ...]:
    """What leads to the part before and the part after, called by `words`; nothing where there is one
    part.
    """
    parts = -(-votes // PART)
    cells = [
        Cell(f"{words[0]}: {_span(part - 1, votes)}", params=_to_part(choice, part - 1), to="votes-list"),
        Cell(_span(part, votes)),
        Cell(f"{words[1]}: {_span(part + 1, votes)}", params=_to_part(choice, part + 1), to="votes-list"),
    ]
    there = cells[0 if part > 1 else 1 : None if part < parts else 2]
    return (Ways("Part", tuple(there)),) if parts > 1 else ()


def _to_part(choice: Sequence[tuple[str, str]], part: int) -> tuple[tuple[str, str], ...]:
    return (*choice, ("part", str(part)))


def _span(part: int, votes: int) -> str:
    return f"{number((part - 1) * PART + 1)}–{number(min(part * PART, votes))}"


def of_event(votes: pd.DataFrame, states: Sequence[str]) -> Figure | EmptyFigure:
    """The roll calls of which an event tells; `votes` as they are held, in order of time."""
    figure_id, title = "record-roll-calls", "How they voted"
    if votes.empty:
        return EmptyFigure(
            figure_id, title, "The event tells of no recorded vote.", "Look at the page of votes."
        )
    rows = tuple(_vote_row(vote, states) for vote in votes.to_dict("records"))
    return Figure(
        figure_id=figure_id,
        title=f"{title}: {'; '.join(row[2].text for row in rows)}",
        drawing=Grid(("Date", "What was voted on", "Result", *(country(state) for state in states)), rows),
        rows=_as_rows(votes),
        message=f"A table of {count(len(rows), 'vote')} with the votes of "
        f"{joined([country(state) for state in states])}.",
        note="The numbers are counted from the roll call: in favour – against – abstaining. " + SEAT,
    )


def _vote_row(vote: Mapping[str, Any], states: Sequence[str]) -> tuple[Cell, ...]:
    words = capitalised(vote["title"])
    title = words if not vote["symbol"] else f"{words} ({vote['symbol']})"
    return (
        Cell(parse_period(vote["date"]).caption),
        Cell(title, vote["vote_id"]),
        Cell(result(vote)),
        *(Cell(CODES[vote[state]], tone=_TONES[vote[state]]) for state in states),
    )


def result(vote: Mapping[str, Any]) -> str:
    """The count of a vote, and what came of it where it failed."""
    totals = "–".join(str(vote[name]) for name in ("yes", "no", "abstained"))
    counted = "totals not held" if pd.isna(vote["yes"]) else totals
    if vote["vetoed_by"]:
        return f"{counted}; veto of {joined([country(state) for state in vote['vetoed_by']])}"
    return f"{counted}; not adopted" if vote["outcome"] == "not-adopted" else counted


def _counted(vote: Mapping[str, Any]) -> str:
    """The count of a vote in words, and what came of it where it failed."""
    said = result(vote)
    if pd.isna(vote["yes"]):
        return said.capitalize()
    names = {"yes": "in favour", "no": "against", "abstained": "abstained"}
    words = joined([f"{vote[name]} {meant}" for name, meant in names.items()])
    return "; ".join([words, *said.split("; ")[1:]])


def _as_rows(votes: pd.DataFrame) -> pd.DataFrame:
    columns = votes.drop(columns=["topics", "vetoed_by", "year", "source_id"]).rename(
        columns={"vote_id": "record_id"}
    )
    return columns.assign(
        topics=votes["topics"].map(";".join),
        vetoed_by=votes["vetoed_by"].map(";".join),
        source_id=votes["source_id"],
    ).reset_index(drop=True)


def terms(periods: pd.DataFrame, state: str, source_id: str) -> Figure | EmptyFigure:
    """A state's terms in the Security Council; `periods` as from queries.votes.member_terms."""
    figure_id, title = "votes-terms", f"{country(state)} in the Security Council"
    if periods.empty:
        return EmptyFigure(figure_id, title, "It had no seat in these years.", "Widen the years.")
    rows = tuple(
        (
            Cell(f"{row['first_year']}–{row['last_year']}", params=_council_years(row), to="votes-list"),
            Cell(number(row["votes"])),
            Cell(number(row["known"])),
        )
        for row in periods.to_dict("records")
    )
    return Figure(
        figure_id=figure_id,
        title=f"{country(state)} sat in the Security Council in {count(len(rows), 'term')}",
        drawing=Grid(("Term", "Votes held", "Its own vote known"), rows),
        rows=periods.assign(record_id=source_id),
        message=f"A table of {count(len(rows), 'term')}: "
        + "; ".join(f"{row[0].text}, {row[1].text} votes" for row in rows)
        + ".",
        note=(
            "Adopted resolutions are complete but for a few; of drafts that failed the roll "
            "call is often not held, "
            "and after July 2022 they come from the press."
        ),
    )


def _council_years(row: Mapping[str, Any]) -> tuple[tuple[str, str], ...]:
    return (
        ("body", "security-council"),
        *(("years", str(row[year])) for year in ("first_year", "last_year")),
    )


def vetoes(votes: pd.DataFrame, state: str, topics: Mapping[str, str]) -> Figure | EmptyFigure:
    """The vetoes of a state on the topics that concern the region, the oldest first."""
    figure_id, title = "votes-vetoes", f"Vetoes of {country(state)} on the region"
    if votes.empty:
        return EmptyFigure(figure_id, title, "No such veto falls into these years.", "Widen the years.")
    shown = votes.sort_values("date")
    rows = tuple(
        (
            Cell(parse_period(vote["date"]).caption),
            Cell(capitalised(vote["subjects"] or vote["title"]), vote["vote_id"]),
            Cell(result(vote)),
            Cell(", ".join(topics[topic] for topic in vote["topics"] if topic in topics)),
        )
        for vote in shown.to_dict("records")
    )
    return Figure(
        figure_id=figure_id,
        title=f"{count(len(rows), 'veto', 'vetoes')} of {country(state)} on the region",
        drawing=Grid(("Date", "Item", "Result", "Topic"), rows),
        rows=_as_rows(shown),
        message=f"A table of {count(len(rows), 'veto', 'vetoes')}, the oldest first.",
        note=SEAT,
    )


def one(
    vote: Mapping[str, Any], states: Sequence[str], topics: Mapping[str, str], source: Mapping[str, Any]
) -> Figure:
    """One vote whole: what, when, the count, and how each state that is held voted; `source` is the row of
    the collection.
    """
    facts = [
        ("Body", label("vote body", vote["body"])),
        ("Date", parse_period(vote["date"]).caption),
        ("Symbol", vote["symbol"]),
        ("Meeting", vote["meeting"]),
        ("Subjects", vote["subjects"]),
        ("Put to the vote", label("vote kind", vote["kind"])),
        ("Topics", ", ".join(topics[topic] for topic in vote["topics"])),
        ("Collection", source["title"]),
        ("Note", vote["note"]),
    ]
    rows = [(Cell(name), Cell(str(value))) for name, value in facts if value]
    if vote["un_url"]:
        record = Cell(vote["un_url"], url=vote["un_url"], seen=source["seen"])
        rows.append((Cell("United Nations"), record))
    rows += [
        (Cell(country(state)), Cell(CODES[vote[state]], tone=_TONES[vote[state]]))
        for state in states
        if vote[state]
    ]
    return Figure(
        figure_id="record-vote",
        title=_counted(vote),
        drawing=Grid(("", "Vote"), tuple(rows)),
        rows=_as_rows(pd.DataFrame([vote])),
        message=f"A table of {count(len(rows), 'line')}: what was put to the vote, the count, and the "
        "votes of the states held.",
    )
