"""The queue of work: the records that owe something, in parts, each with what it owes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

import pandas as pd

from dashboard.model.figure import Cell, EmptyFigure, Figure, Grid, Ways
from dashboard.model.vocabulary import RECORD_NAMES
from dashboard.views.formatting import count, number

PART = 25
OF_PART = "queue"


def queue(
    found: pd.DataFrame, titles: Mapping[str, str], debts: Mapping[str, str], part: int
) -> Figure | EmptyFigure:
    """One part of the queue as `queries.health` gives it; `debts` are its debts in words, `part` counts from
    1 and is brought within what there is.
    """
    figure_id, title = "method-health", "Where work would help most"
    if found.empty:
        return EmptyFigure(figure_id, title, "No record owes anything.", "Look at the weaknesses above.")
    parts = -(-len(found) // PART)
    part = min(max(part, 1), parts)
    shown = found.iloc[(part - 1) * PART : part * PART]
    rows = tuple(
        (
            Cell(titles[row["record_id"]], row["record_id"]),
            Cell(RECORD_NAMES[row["table"]].capitalize()),
            Cell("; ".join(debts[debt] for debt in row["debts"])),
            Cell(f"{row['weight']} × {len(row['debts'])} = {row['score']}"),
        )
        for row in shown.to_dict("records")
    )
    owed = Counter(debt for owing in found["debts"] for debt in owing)
    summed = "; ".join(f"{words}: {number(owed[debt])}" for debt, words in debts.items() if owed[debt])
    return Figure(
        figure_id=figure_id,
        title=f"{title}: records {_span(part, len(found))} of {number(len(found))} that owe something",
        drawing=Grid(("Record", "Kind", "What it owes", "Weight × debts"), rows, further=_parts(part, parts)),
        rows=shown.assign(debts=shown["debts"].map(";".join)),
        message=f"A table of {count(len(rows), 'record')}, those first whose weight times debts is highest.",
        note=(
            f"Of all records: {summed}. An event that every reader should see counts 3, a detail 1, any "
            "other record 2. A debt is no fault: it says where looking again would make the record surer."
        ),
    )


def _span(part: int, records: int) -> str:
    return f"{number((part - 1) * PART + 1)}–{number(min(part * PART, records))}"


def _parts(part: int, parts: int) -> tuple[Ways, ...]:
    """The ways to the first and last part and to those near this one."""
    if parts == 1:
        return ()
    near = [place for place in range(1, parts + 1) if place in (1, parts) or abs(place - part) < 4]
    cells = [
        Cell(
            number(place),
            params=((OF_PART, str(place)),) if place != part else (),
            to="method-health" if place != part else "",
        )
        for place in near
    ]
    return (Ways("Part", tuple(cells)),)
