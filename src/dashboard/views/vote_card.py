"""What the card of a year of votes says: how often two states voted alike, and the votes behind that."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pandas as pd

from dashboard.model.figure import Article, Cell, Glance
from dashboard.model.period import parse_period
from dashboard.model.vote import Relation
from dashboard.views.country_names import country
from dashboard.views.formatting import count
from dashboard.views.votes import RELATIONS, per_cent

# Votes that a card names of each relation; all of them stand in the list.
NAMED = 3

Params = tuple[tuple[str, str], ...]


def of_year(
    cast: pd.DataFrame, index: float, pair: Sequence[str], titles: Mapping[str, str], listed: bool
) -> Glance:
    """The card of one year; `cast` are the votes that both states cast in it, with `relation`, `index` their
    index of agreement (0 to 1), `titles` those of records. `listed`: the list of votes can be narrowed to
    those on which the two were apart.
    """
    year, ordered = int(cast["year"].iloc[0]), cast.sort_values(["date", "vote_id"])
    apart = {relation: ordered[ordered["relation"] == relation] for relation in ("opposite", "partly")}
    facts = [
        (RELATIONS[relation], _votes(votes, titles, year, relation if listed else ""))
        for relation, votes in apart.items()
        if len(votes)
    ]
    collections = [Cell(titles[source], source) for source in ordered["source_id"].value_counts().index]
    every = Cell(f"all votes of {year} in the list", params=_to_list(year), to="votes-list")
    article = Article(
        above=(Cell(_when(ordered)), Cell("General Assembly")),
        lead=(Cell(_sentence(cast["relation"])),),
        agreement=f"Counted from roll calls, stated by no source. Index of agreement: {per_cent(index)}.",
        facts=(*facts, ("Counted from", tuple(collections)), ("Open", (every,))),
        record_id="",
    )
    return Glance(f"{country(pair[0])} and {country(pair[1])} in {year}", article)


def _when(ordered: pd.DataFrame) -> str:
    first, last = ordered["date"].iloc[0], ordered["date"].iloc[-1]
    return parse_period(first if first == last else f"{first}/{last}").caption


def _sentence(relations: pd.Series) -> str:
    numbers = relations.value_counts()
    alike, partly, opposite = (int(numbers.get(relation.value, 0)) for relation in Relation)
    return (
        f"They voted alike on {alike or 'none'} of {count(len(relations), 'whole resolution')} on which both "
        f"voted or abstained ({per_cent(alike / len(relations))}). One of the two abstained on "
        f"{partly or 'none'}; on {opposite or 'none'} one was in favour and one against."
    )


def _votes(votes: pd.DataFrame, titles: Mapping[str, str], year: int, relation: str) -> tuple[Cell, ...]:
    """The first votes of a relation by title and day, and the way to all of them."""
    named = votes.head(NAMED)
    cells = [
        Cell(f"{titles[vote]}, {parse_period(day).caption}", vote)
        for vote, day in zip(named["vote_id"], named["date"], strict=True)
    ]
    if len(votes) > NAMED and relation:
        cells.append(Cell(f"all {len(votes)}", params=_to_list(year, relation), to="votes-list"))
    elif len(votes) > NAMED:
        cells.append(Cell(f"and {len(votes) - NAMED} more"))
    return tuple(cells)


def _to_list(year: int, relation: str = "") -> Params:
    years = (("years", str(year)), ("years", str(year)))
    chosen = (("relation", relation),) if relation else ()
    return (("body", "general-assembly"), ("what", "whole"), *chosen, *years)
