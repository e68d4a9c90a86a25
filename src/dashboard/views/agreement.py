"""How far two readers agreed, as a table for each kind of judgement."""

from __future__ import annotations

import math

import pandas as pd

from dashboard.model.figure import Cell, EmptyFigure, Figure, Grid
from dashboard.views.formatting import count, joined, number

FIGURE_ID = "method-agreement"
# The least α from which even tentative conclusions are drawn (K. Krippendorff, Content Analysis, 2004,
# chapter 11).
LEAST = 0.667
# The second reader of events corrects rows whose first wording is known: an edit, from which no measure
# follows.
EDITED = "event"
# Stances as they were first coded, by a reader who had no word for a passage that is silent on a claim.
FIRST, STANCE = "stance_first", "stance"
_JUDGEMENTS = {
    "country": "Country of a source",
    EDITED: "Event, corrected",
    "kind": "Kind of a source",
    "reliability": "Reliability of a source",
    STANCE: "Stance of a passage",
    FIRST: "Stance, first coding",
    "verdict": "Verdict of a check",
}


def table(measured: pd.DataFrame, readings: pd.DataFrame) -> Figure | EmptyFigure:
    """The agreement of two readers. `measured` is as from queries.agreement.agreement, `readings` what it
    measures.
    """
    if measured.empty:
        return EmptyFigure(
            FIGURE_ID, "How far two readers agree", "No judgement was coded twice.", "Look at the sources."
        )
    blind = measured[~measured["field"].isin([EDITED, FIRST])]
    judged, agreed = int(blind["judged"].sum()), int(blind["agreed"].sum())
    return Figure(
        figure_id=FIGURE_ID,
        title=f"Two readers agree on {number(agreed)} of {count(judged, 'judgement')}",
        drawing=Grid(
            ("Judgement", "Coded twice", "Agreed", "Share", "Krippendorff’s α", "Settled by a third"),
            tuple(_row(row) for row in measured.to_dict("records")),
        ),
        rows=readings[["record_id", "source_id", "locator", "field", "coder", "value", "why"]],
        message=f"A table of {count(len(measured), 'kind')} of judgement with the agreement of two "
        "readers on each.",
        note=(
            "The second reader saw passage and statement, but not the first coding. α is 1 for "
            "full agreement and 0 for "
            "agreement by chance; it has no value where both readers used one word only."
            + _weak(blind)
            + _edited(measured)
            + _recoded(measured)
            + _later(readings)
        ),
    )


def _weak(measured: pd.DataFrame) -> str:
    """The judgements on which nothing may be built by Krippendorff's measure, named."""
    weak = [_judgement(str(field)).lower() for field in measured.loc[measured["alpha"] < LEAST, "field"]]
    if not weak:
        return ""
    return f" Below {LEAST} agreement is too weak to conclude from, and so it is for {joined(weak)}."


def _edited(measured: pd.DataFrame) -> str:
    """What the row of events counts, if there is one."""
    if EDITED not in set(measured["field"]):
        return ""
    return (
        " Of events the row counts corrections: a second reader held each against its passage "
        "and knew how it stood, "
        "so what is settled there is that reader’s own change, and no agreement is measured."
    )


def _recoded(measured: pd.DataFrame) -> str:
    """Why stances stand in two rows, if they do."""
    if FIRST not in set(measured["field"]):
        return ""
    return (
        " Stances stand twice, because who coded them first had no word for a silent passage: the row "
        f"“{_judgement(FIRST)}” shows that coding, the row “{_judgement(STANCE)}” one made anew "
        "from the passages. Who made it "
        "saw which passages the record still quotes, so its agreement is the most that may be claimed."
    )


def _later(readings: pd.DataFrame) -> str:
    """How many records were read again after they had landed, and in how many something was changed then."""
    again = readings[readings["coder"] == "later"]
    if again.empty:
        return ""
    read = again["record_id"].nunique()
    changed = again.loc[again["value"] == "changed", "record_id"].nunique()
    were_read = count(read, "record was", "records were")
    return f" {were_read} read once more later; of these {count(changed, 'was', 'were')} changed."


def _judgement(field: str) -> str:
    return _JUDGEMENTS.get(field, field.replace("_", " "))


def _row(row: dict[str, float]) -> tuple[Cell, ...]:
    unmeasured = math.isnan(row["alpha"]) or str(row["field"]) == EDITED
    alpha = "–" if unmeasured else f"{row['alpha']:.2f}".replace("-", "−")
    return (
        Cell(_judgement(str(row["field"]))),
        Cell(number(row["judged"])),
        Cell(number(row["agreed"])),
        Cell(f"{100 * row['share']:.0f} per cent"),
        Cell(alpha),
        Cell(number(row["settled"])),
    )
