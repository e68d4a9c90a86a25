"""How far two readers agreed, as a table for each kind of judgement."""

from __future__ import annotations

import math

import pandas as pd

from dashboard.model.figure import Absence, Cell, Figure, Grid
from dashboard.views.formatting import count, joined

FIGURE_ID = "method-agreement"
# The least α from which even tentative conclusions are drawn (K. Krippendorff, Content Analysis, 2004, chapter 11).
LEAST = 0.667


def table(measured: pd.DataFrame, readings: pd.DataFrame) -> Figure | Absence:
    """The agreement of two readers. `measured` is as from queries.agreement.agreement, `readings` what it measures."""
    if measured.empty:
        return Absence(FIGURE_ID, "How far two readers agree", "No judgement was coded twice.", "Look at the sources.")
    judged, agreed = int(measured["judged"].sum()), int(measured["agreed"].sum())
    return Figure(
        figure_id=FIGURE_ID,
        title=f"Two readers agree on {agreed} of {count(judged, 'judgement')}",
        drawing=Grid(
            ("Judgement", "Coded twice", "Agreed", "Share", "Krippendorff’s α", "Settled by a third"),
            tuple(_row(row) for row in measured.to_dict("records")),
        ),
        rows=readings[["record_id", "source_id", "locator", "field", "coder", "value", "why"]],
        message=f"A table of {count(len(measured), 'kind')} of judgement with the agreement of two readers on each.",
        note=(
            "The second reader saw passage and statement, but not the first coding. α is 1 for full agreement and 0 for "
            "agreement by chance; it has no value where both readers used one word only." + _weak(measured)
        ),
    )


def _weak(measured: pd.DataFrame) -> str:
    """The judgements on which nothing may be built by Krippendorff's measure, named."""
    weak = [str(field).replace("_", " ") for field in measured.loc[measured["alpha"] < LEAST, "field"]]
    if not weak:
        return ""
    return f" Below {LEAST} agreement is too weak to conclude from, and so it is for {joined(weak)}."


def _row(row: dict[str, float]) -> tuple[Cell, ...]:
    alpha = "–" if math.isnan(row["alpha"]) else f"{row['alpha']:.2f}".replace("-", "−")
    return (
        Cell(str(row["field"]).replace("_", " ")),
        Cell(str(row["judged"])),
        Cell(str(row["agreed"])),
        Cell(f"{100 * row['share']:.0f}%"),
        Cell(alpha),
        Cell(str(row["settled"])),
    )
