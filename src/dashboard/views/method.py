"""Why believe it: the known weaknesses, counted and listed, and how far the record reaches."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import pandas as pd

from dashboard.model.figure import Cell, EmptyFigure, Figure, Grid, Item, Listing
from dashboard.model.vocabulary import RECORD_NAMES
from dashboard.views.formatting import count, number, several


@dataclass(frozen=True)
class Weakness:
    """A kind of weakness: its name in the link, its words, and the records that have it, each with what is
    said of it.
    """

    name: str
    words: str
    records: Sequence[tuple[str, str]]


def weaknesses(found: Sequence[Weakness]) -> Figure | EmptyFigure:
    """How many records have each weakness; a number leads to their list."""
    figure_id, title = "method-weaknesses", "Where the record is weak"
    if not any(weakness.records for weakness in found):
        return EmptyFigure(
            figure_id, title, "No record has a weakness that the tables show.", "Look at the sources."
        )
    rows = tuple(
        (Cell(weakness.words), Cell(number(len(weakness.records)), params=(("weakness", weakness.name),)))
        for weakness in found
    )
    most = max(found, key=lambda weakness: len(weakness.records))
    counted = "; ".join(f"{weakness.words.lower()}: {len(weakness.records)}" for weakness in found)
    return Figure(
        figure_id=figure_id,
        title=f"{title}: {most.words[:1].lower()}{most.words[1:]}, {number(len(most.records))}",
        drawing=Grid(("Weakness", "Number"), rows),
        rows=pd.concat([_rows(weakness) for weakness in found], ignore_index=True),
        message=f"A table of {count(len(rows), 'kind')} of weakness: {counted}.",
        note="Counted from the tables of this release. A weakness is no fault: it says where to trust less.",
    )


def listing(weakness: Weakness, titles: Mapping[str, str], tables: Mapping[str, str]) -> Figure | EmptyFigure:
    """The records that have one weakness, by kind of record; `tables` is the table of each record."""
    figure_id = "method-weak-records"
    if not weakness.records:
        return EmptyFigure(figure_id, weakness.words, "No record has this weakness.", "Choose another one.")
    groups: dict[str, list[Item]] = {}
    for record_id, said in weakness.records:
        groups.setdefault(RECORD_NAMES[tables[record_id]], []).append(
            Item(record_id, titles[record_id], detail=said)
        )
    listed = tuple((several(name, len(items)), tuple(items)) for name, items in groups.items())
    return Figure(
        figure_id=figure_id,
        title=f"{weakness.words}: {number(len(weakness.records))}",
        drawing=Listing(listed),
        rows=_rows(weakness),
        message=f"A list of {count(len(weakness.records), 'line')} under {count(len(listed), 'kind')} "
        "of record.",
    )


def reach(events: pd.DataFrame, sources: pd.DataFrame, version: str, released: date) -> Figure | EmptyFigure:
    """The first and last event that happened or is said to have, the newest source, and the last day on
    which a source was read. First is what was over first, so that a span of months does not stand before a
    day within it.
    """
    figure_id, title = "method-reach", "How far the record reaches"
    happened = events[events["status"].isin(["happened", "claimed"])].sort_values(["date_first", "event_id"])
    dated = sources[sources["published"] != ""].sort_values(["published_first", "source_id"])
    if happened.empty or dated.empty:
        return EmptyFigure(
            figure_id, title, "There is no event that happened, or no dated source.", "Look at the tables."
        )
    first = happened.sort_values(["date_last", "event_id"]).iloc[0]
    last, newest = happened.iloc[-1], dated.iloc[-1]
    rows = [
        (Cell("Earliest event"), Cell(first["date_caption"]), Cell(first["title"], first["event_id"])),
        (Cell("Latest event"), Cell(last["date_caption"]), Cell(last["title"], last["event_id"])),
        (
            Cell("Newest source"),
            Cell(newest["published_caption"]),
            Cell(newest["title"], newest["source_id"]),
        ),
    ]
    day = f"{released.day} {released:%B %Y}"
    rows.append(
        (Cell("Last looked on"), Cell(day), Cell(f"Release {version}, with {count(len(sources), 'source')}"))
    )
    named = pd.DataFrame(
        {
            "record_id": [first["event_id"], last["event_id"], newest["source_id"]],
            "what": ["earliest event", "latest event", "newest source"],
            "date": [first["date"], last["date"], newest["published"]],
        }
    )
    return Figure(
        figure_id=figure_id,
        title=f"The record reaches from {first['date_caption']} to {last['date_caption']}",
        drawing=Grid(("What", "When", "Record"), tuple(rows)),
        rows=named,
        message="A table of the earliest and latest event, the newest source and the day of the "
        f"release, {day}.",
        note="What happened after the day of the release, or was published after it, is not in the record.",
    )


def _rows(weakness: Weakness) -> pd.DataFrame:
    records = pd.DataFrame(list(weakness.records), columns=["record_id", "said"])
    return records.assign(weakness=weakness.words)[["record_id", "weakness", "said"]]
