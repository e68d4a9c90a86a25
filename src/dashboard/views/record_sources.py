"""The sources of one record by kind, folded where they are many: what each is, when it was published, and
what it says of it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd

from dashboard.model.figure import EmptyFigure, Figure, Item, Listing
from dashboard.model.vocabulary import VOCABULARIES, label
from dashboard.views.disagreements import value_in_words
from dashboard.views.folded import FEW
from dashboard.views.formatting import capitalised, count, number, place_in_words

_MANY = {
    "document": "Documents",
    "dataset": "Data sets",
    "official": "Official texts",
    "reference": "Works of reference",
    "thinktank": "Think tanks",
}


def folded(evidence: pd.DataFrame, sources: pd.DataFrame, titles: Mapping[str, str]) -> Figure | EmptyFigure:
    """Each source of a record with its passages; `evidence` and `sources` are those of the record, `titles`
    name speakers who are records.
    """
    if sources.empty:
        return EmptyFigure(
            "record-sources",
            "Sources",
            "No source speaks of it by itself.",
            "See those of the records that it is connected with.",
        )
    passages = {source_id: list(_said(rows, titles)) for source_id, rows in evidence.groupby("source_id")}
    disputing = set(evidence.loc[evidence["stance"] == "disputes", "source_id"])
    groups: list[tuple[str, tuple[Item, ...]]] = []
    folds: list[tuple[str, int]] = []
    rows: list[dict[str, str]] = []
    for kind in VOCABULARIES["source kind"]:
        of_kind = sources[sources["kind"] == kind].to_dict("records")
        if not of_kind:
            continue
        items = [_item(row, passages.get(row["source_id"], []), disputing) for row in of_kind]
        heading = f"{_MANY.get(kind, label('source kind', kind).capitalize())} ({number(len(items))})"
        # Who opens a record wants its passages: the first few stand open.
        shown = len(rows) + len(items) <= FEW
        groups.append((heading if shown else "", tuple(items)))
        folds.append(("" if shown else heading, 1))
        rows += [
            {"record_id": item.record_id, "source": item.title, "published": item.when, "says": item.detail}
            for item in items
        ]
    return Figure(
        figure_id="record-sources",
        title=f"Sources ({number(len(sources))})",
        drawing=Listing(tuple(groups), tuple(folds)),
        rows=pd.DataFrame(rows),
        message=f"A list of {count(len(sources), 'source')} by kind, each with what it says.",
    )


def _item(row: Mapping[str, Any], said: list[str], disputing: set[str]) -> Item:
    by = ", ".join(part for part in dict.fromkeys((row["author"], row["publisher"])) if part)
    tags = (("fails", "disputes this"),) if row["source_id"] in disputing else ()
    return Item(
        row["source_id"],
        row["title"],
        row["published_caption"] or "no date known",
        ". ".join(capitalised(part.rstrip(".")) for part in (by, *said) if part) + ".",
        tags,
    )


def _said(passages: pd.DataFrame, titles: Mapping[str, str]) -> list[str]:
    """What a source says, passage by passage; the same words once."""
    words = [_passage(row, titles) for row in passages.to_dict("records")]
    return [words_of_one for words_of_one in dict.fromkeys(words) if words_of_one]


def _passage(row: Mapping[str, Any], titles: Mapping[str, str]) -> str:
    parts = []
    if row["quote"]:
        parts.append(f"“{row['quote']}”")
    if row["locator"]:
        parts.append(place_in_words(row["locator"]))
    if row["field"] and row["value"]:
        parts.append(f"{row['field'].replace('_', ' ')}: {value_in_words(row['field'], row['value'])}")
    if row["speaker"]:
        parts.append(f"words of {titles.get(row['speaker'], row['speaker'])}")
    said = [", ".join(parts), row["note"].rstrip(".")]
    return "; ".join(words for words in said if words)
