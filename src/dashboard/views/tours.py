"""The guided tours as a table: each step with what is said of its view, which a click opens."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from urllib.parse import parse_qsl

import pandas as pd

from dashboard.model.figure import Cell, EmptyFigure, Figure, Grid
from dashboard.model.selection import STEP, TOUR
from dashboard.views.formatting import count

FIGURE_ID, TITLE = "tours-steps", "Guided tours"


def table(
    tours: pd.DataFrame, titles: Mapping[str, str], page_title: Callable[[str], str]
) -> Figure | EmptyFigure:
    """Every step under the title of its tour. `tours`: rows of the table; `titles` of the tours by name;
    `page_title` names a page.
    """
    if tours.empty:
        return EmptyFigure(FIGURE_ID, TITLE, "This Atlas has no tours.", "Begin with the overview.")
    rows = [row._asdict() for row in tours.itertuples(index=False)]
    groups = {place: row["title"] for place, row in enumerate(rows) if row["step"] == 1}
    cells = tuple(_cells(row, page_title) for row in rows)
    named = [
        (row["title"], row["step"], row["sentence"], record) for row in rows for record in row["records"]
    ]
    return Figure(
        figure_id=FIGURE_ID,
        title=f"{count(len(titles), 'tour')} of {count(len(rows), 'step')}",
        drawing=Grid(("Step", "What is said", "Where it shows"), cells, groups),
        rows=pd.DataFrame(named, columns=["tour", "step", "sentence", "record_id"]),
        message="; ".join(f"{title}: {count(_length(rows, tour), 'step')}" for tour, title in titles.items())
        + ".",
        note="Each number and date in a sentence is taken from the tables when they are read.",
    )


def _cells(row: Mapping[str, object], page_title: Callable[[str], str]) -> tuple[Cell, ...]:
    """The number of a step, its sentence, and the way to its view as a part of the tour."""
    chosen = (*parse_qsl(str(row["query"])), (TOUR, str(row["tour"])), (STEP, str(row["step"])))
    page = str(row["page"])
    return (
        Cell(str(row["step"])),
        Cell(str(row["sentence"])),
        Cell(page_title(page), page=page, params=tuple(chosen)),
    )


def _length(rows: list[dict[str, object]], tour: str) -> int:
    return sum(row["tour"] == tour for row in rows)
