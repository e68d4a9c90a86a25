"""What was signed, and what became of it, as a table by decade."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd

from dashboard.model.figure import Cell, EmptyFigure, Figure, Grid
from dashboard.model.vocabulary import label
from dashboard.views.formatting import count

_HEADER = ("When and where", "Text", "Kind", "Who took part", "In force", "Wording", "What became of it")
_ROWS = ["record_id", "event_id", "date", "kind", "title", "in_force", "text_url", "outcome"]


def table(
    signed: pd.DataFrame, followed: Mapping[str, str], titles: Mapping[str, str], kind: str = ""
) -> Figure | EmptyFigure:
    """The texts with their events. `signed` and `followed` as from queries.agreements; `kind` is that of all,
    if chosen.
    """
    figure_id = "agreements-table"
    if signed.empty:
        words = f"Texts of the kind {label('agreement kind', kind)}" if kind else "What was signed"
        return EmptyFigure(
            figure_id, words, "The record has no such text in this choice.", "Widen the years or the kind."
        )
    rows = tuple(_row(row, followed, titles) for row in signed.to_dict("records"))
    decades = signed["date_first"].dt.year // 10 * 10
    starts = decades[~decades.duplicated()]
    read = int((signed["text_url"] != "").sum())
    return Figure(
        figure_id=figure_id,
        title=f"{count(len(rows), 'text')} signed, exchanged or drawn up, {_span(signed)}; the "
        f"wording of {read} was found",
        drawing=Grid(_HEADER, rows, {int(str(place)): f"{decade}s" for place, decade in starts.items()}),
        rows=signed.rename(columns={"agreement_id": "record_id"})[_ROWS],
        message=f"A table of {count(len(rows), 'text')} by decade, each with its event.",
        note=(
            "This is no register of treaties: texts stand here of which a source was read. A "
            "dash means that no source "
            "read says so. Places and those who took part are those of the event; not each of them signed."
        ),
    )


def _row(row: dict[str, Any], followed: Mapping[str, str], titles: Mapping[str, str]) -> tuple[Cell, ...]:
    return (
        Cell(", ".join([row["date_caption"], *(titles[place] for place in row["places"])])),
        Cell(row["title"], row["agreement_id"]),
        Cell(label("agreement kind", row["kind"])),
        Cell(", ".join(titles[actor] for actor in row["actors"]) or "–"),
        Cell(row["in_force_caption"] or "–"),
        Cell("found", row["agreement_id"]) if row["text_url"] else Cell("–"),
        _outcome(row, followed, titles),
    )


def _outcome(row: dict[str, Any], followed: Mapping[str, str], titles: Mapping[str, str]) -> Cell:
    """What is said of the text, else the first event that came after it."""
    if row["outcome"]:
        return Cell(row["outcome"], row["agreement_id"])
    later = followed.get(row["event_id"])
    return Cell(f"Then: {titles[later]}", later) if later else Cell("–")


def _span(signed: pd.DataFrame) -> str:
    first, last = signed["date_first"].dt.year.min(), signed["date_first"].dt.year.max()
    return str(first) if first == last else f"{first}–{last}"
