"""What a reader who had not made the record found in events drawn at random, by decade."""

from __future__ import annotations

from dashboard.model.audit import NOT_FOUND, RIGHT, SMALL, WRONG
from dashboard.model.figure import Cell, EmptyFigure, Figure, Grid
from dashboard.model.period import parse_period
from dashboard.queries.audit import Audit
from dashboard.views.formatting import count, number

FIGURE_ID = "method-audit"
_WORDS = {RIGHT: "Right", SMALL: "Small fault", WRONG: "Wrong", NOT_FOUND: "Not found again"}


def table(audit: Audit | None) -> Figure | EmptyFigure:
    """The newest audit as a row a decade and one for all."""
    if audit is None:
        return EmptyFigure(
            FIGURE_ID, "An audit of the record", "No audit is on record.", "Look at the weaknesses."
        )
    counted = audit.drawn.groupby(["decade", "value"]).size().unstack(fill_value=0)
    counted = counted.reindex(columns=list(_WORDS), fill_value=0)
    rows = [(f"{decade}s", values) for decade, values in zip(counted.index, counted.to_numpy(), strict=True)]
    least, most = (f"{100 * share:.1f}" for share in audit.wrong_share)
    wrong, small = audit.number(WRONG), audit.number(SMALL)
    return Figure(
        figure_id=FIGURE_ID,
        title=f"Of {count(audit.judged, 'event')} read again, {number(wrong)} {_were(wrong)} wrong "
        f"and {number(small)} had a small fault",
        drawing=Grid(
            ("Decade", "Drawn", *_WORDS.values()),
            tuple(_row(name, values) for name, values in [*rows, ("All", counted.sum().to_numpy())]),
        ),
        rows=audit.drawn[["record_id", "value", "why"]],
        message=f"A table of {count(len(audit.drawn), 'event')} drawn at random, by decade and by what was "
        "found.",
        note=f"Drawn at random and read again on {parse_period(audit.day).caption} by someone who had not "
        "made them; each was judged before anything was mended. Wrong is what tells a reader something "
        "untrue, a small fault a word more than the passage or someone missing among the actors. By such "
        f"a sample between {least} and {most} per cent of all events were wrong on that day (95 per cent, "
        "interval of Wilson). What was found has been mended since.",
    )


def _row(name: str, values: list[int]) -> tuple[Cell, ...]:
    return (Cell(name), Cell(number(int(sum(values)))), *(Cell(number(int(value))) for value in values))


def _were(number_of: int) -> str:
    return "was" if number_of == 1 else "were"
