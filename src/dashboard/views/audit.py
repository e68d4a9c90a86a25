"""What a reader who had not made the record found in events drawn at random, by decade and by audit."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict

import pandas as pd

from dashboard.model.audit import NOT_FOUND, RIGHT, SMALL, WRONG, Audit
from dashboard.model.figure import Cell, EmptyFigure, Figure, Grid
from dashboard.model.period import parse_period
from dashboard.views.formatting import count, number

FIGURE_ID = "method-audit"
_WORDS = {RIGHT: "Right", SMALL: "Small fault", WRONG: "Wrong", NOT_FOUND: "Not found again"}


def table(audits: Sequence[Audit]) -> Figure | EmptyFigure:
    """The newest audit as a row a decade and one for all, then a row for each audit before it."""
    if not audits:
        return EmptyFigure(
            FIGURE_ID, "An audit of the record", "No audit is on record.", "Look at the weaknesses."
        )
    newest, *earlier = audits
    counted = Counter((record.decade, record.value) for record in newest.drawn)
    decades = sorted({record.decade for record in newest.drawn})
    rows = [(f"{decade}s", [counted[decade, value] for value in _WORDS]) for decade in decades]
    rows.append(("All", _numbers(newest)))
    rows += [(f"Before: {_when(audit)}", _numbers(audit)) for audit in earlier]
    least, most = (f"{100 * share:.1f}" for share in newest.wrong_share)
    wrong, small = newest.number(WRONG), newest.number(SMALL)
    return Figure(
        figure_id=FIGURE_ID,
        title=f"Of {count(newest.judged, 'event')} read again, {_none_or(wrong)} {_were(wrong)} wrong "
        f"and {number(small)} had a small fault",
        drawing=Grid(
            ("Decade", "Drawn", *_WORDS.values()),
            tuple(_row(name, numbers) for name, numbers in rows),
        ),
        rows=pd.DataFrame(
            [{**asdict(record), "audit": _when(audit)} for audit in audits for record in audit.drawn]
        ),
        message=f"A table of {count(len(newest.drawn), 'event')} drawn at random, by decade and by what was "
        "found.",
        note=f"Drawn at random and read again on {_when(newest)} by someone who had not made them; each was "
        "judged before anything was mended. Wrong is what tells a reader something untrue, a small fault "
        "somebody too many or too few among the actors, a place, a project or a speaker that is missing, or "
        f"a word more than the passage. By such a sample between {least} and {most} per cent of all events "
        "were wrong on that day (95 per cent, interval of Wilson). Each audit had another reader, and one "
        "reader is stricter than another. What was found has been mended since.",
    )


def _when(audit: Audit) -> str:
    day = parse_period(audit.draw.day).caption
    return day if audit.draw.number == 1 else f"{day}, draw {audit.draw.number}"


def _numbers(audit: Audit) -> list[int]:
    return [audit.number(value) for value in _WORDS]


def _row(name: str, numbers: list[int]) -> tuple[Cell, ...]:
    return (Cell(name), Cell(number(sum(numbers))), *(Cell(number(value)) for value in numbers))


def _none_or(number_of: int) -> str:
    return number(number_of) if number_of else "none"


def _were(number_of: int) -> str:
    return "were" if number_of > 1 else "was"
