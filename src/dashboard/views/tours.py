"""The guided tours as a table: each step with what is said of its view, which a click opens."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import parse_qsl

import pandas as pd

from dashboard.model.figure import Cell, EmptyFigure, Figure, Grid
from dashboard.model.selection import RECORD, STEP, TOUR
from dashboard.views.formatting import count

FIGURE_ID, TITLE = "tours-steps", "Guided tours"


def table(tours: pd.DataFrame, names: Mapping[str, str], titles: Mapping[str, str]) -> Figure | EmptyFigure:
    """Every step under the title of its tour. `tours`: rows of the table; `names` the titles of the tours,
    `titles` those of records by id.
    """
    if tours.empty:
        return EmptyFigure(FIGURE_ID, TITLE, "This Atlas has no tours.", "Begin with the overview.")
    rows = [row._asdict() for row in tours.itertuples(index=False)]
    lengths = tours["tour"].value_counts()
    named = [(row["title"], row["step"], row["sentence"], known) for row in rows for known in row["records"]]
    said = [f"{title}: {count(int(lengths[tour]), 'step')}" for tour, title in names.items()]
    groups = {place: row["title"] for place, row in enumerate(rows) if row["step"] == 1}
    cells = tuple(_cells(row, titles) for row in rows)
    return Figure(
        figure_id=FIGURE_ID,
        title=f"{count(len(names), 'tour')}, {count(len(rows), 'step')}",
        drawing=Grid(("Step", "What is said", "Where it shows"), cells, groups),
        rows=pd.DataFrame(named, columns=["tour", "step", "sentence", "record_id"]),
        message="; ".join(said) + ".",
        note="Each number and date in a sentence is taken from the tables when they are read.",
    )


def _cells(row: Mapping[str, object], titles: Mapping[str, str]) -> tuple[Cell, ...]:
    """The number of a step, its sentence, and the way to its view as a part of the tour: by the title of the
    record that it shows, else by the name of its page.
    """
    chosen, page = parse_qsl(str(row["query"])), str(row["page"])
    way = titles.get(dict(chosen).get(RECORD, ""), page.capitalize())
    params = (*chosen, (TOUR, str(row["tour"])), (STEP, str(row["step"])))
    return Cell(str(row["step"])), Cell(str(row["sentence"])), Cell(way, page=page, params=params)
