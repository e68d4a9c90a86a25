"""What a reader who had not made the record found in events drawn at random, by decade."""

from __future__ import annotations

from collections import Counter
from dataclasses import asdict

import pandas as pd

from dashboard.model.audit import NOT_FOUND, RIGHT, SMALL, WRONG, Audit
from dashboard.model.figure import Cell, EmptyFigure, Figure, Grid
from dashboard.model.period import parse_period
from dashboard.views.formatting import count, number

FIGURE_ID = "method-audit"
_WORDS = {RIGHT: "Right", SMALL: "Small fault", WRONG: "Wrong", NOT_FOUND: "Not found again"}


def table(audit: Audit | None) -> Figure | EmptyFigure:
    """The newest audit as a row a decade and one for all."""
    if audit is None:
        return EmptyFigure(
            FIGURE_ID, "An audit of the record", "No audit is on record.", "Look at the weaknesses."
        )
    counted = Counter((record.decade, record.value) for record in audit.drawn)
    decades = sorted({record.decade for record in audit.drawn})
    rows = [(f"{decade}s", [counted[decade, value] for value in _WORDS]) for decade in decades]
    everything = ("All", [audit.number(value) for value in _WORDS])
    least, most = (f"{100 * share:.1f}" for share in audit.wrong_share)
    wrong, small = audit.number(WRONG), audit.number(SMALL)
    return Figure(
        figure_id=FIGURE_ID,
        title=f"Of {count(audit.judged, 'event')} read again, {number(wrong)} {_were(wrong)} wrong "
        f"and {number(small)} had a small fault",
        drawing=Grid(
            ("Decade", "Drawn", *_WORDS.values()),
            tuple(_row(name, numbers) for name, numbers in [*rows, everything]),
        ),
        rows=pd.DataFrame([asdict(record) for record in audit.drawn]),
        message=f"A table of {count(len(audit.drawn), 'event')} drawn at random, by decade and by what was "
        "found.",
        note=f"Drawn at random and read again on {parse_period(audit.day).caption} by someone who had not "
        "made them; each was judged before anything was mended. Wrong is what tells a reader something "
        "untrue, a small fault a word more than the passage or someone missing among the actors. By such "
        f"a sample between {least} and {most} per cent of all events were wrong on that day (95 per cent, "
        "interval of Wilson). What was found has been mended since.",
    )


def _row(name: str, numbers: list[int]) -> tuple[Cell, ...]:
    return (Cell(name), Cell(number(sum(numbers))), *(Cell(number(value)) for value in numbers))


def _were(number_of: int) -> str:
    return "was" if number_of == 1 else "were"
