"""What a proof says of itself: which cells and rows are computed, which are taken as they are, and why."""

from __future__ import annotations

from collections.abc import Sequence

from dashboard.exports.proof.database import Texts
from dashboard.exports.proof.due import ALL, LISTED, Due
from dashboard.exports.proof.reasons import reason
from dashboard.exports.proof.taken import EMPTY, Query
from dashboard.exports.proof.ways import CAPTION
from dashboard.exports.reference import Edition
from dashboard.model.figure import Figure

_BESIDE = ("shown.csv", "taken.csv", f"{LISTED}.csv")


def words(
    figure: Figure, shown: Texts, query: Query, files: Sequence[str], edition: Edition, due: Due | None
) -> str:
    """What the bundle holds, and of each column how many cells are computed, how many taken and why. Without
    `due` the query gives every row by itself.
    """
    computed, taken = _columns(shown, query)
    tables = [name.removesuffix(".csv") for name in files if name not in _BESIDE]
    lines = [
        figure.title,
        f"{edition.caption}.",
        "",
        "python3 check.py loads the tables into SQLite, runs query.sql, and compares what it gives with",
        "every cell of shown.csv. It prints each cell that differs, and fails if there is one, or if a",
        "row of shown.csv is missing or added.",
        "",
        f"The tables: {', '.join(tables) or 'none'}. They hold the rows and columns that the query reads; a",
        f"column that ends in {CAPTION} is a date in the words of the Atlas.",
        "",
        "Which rows are shown:",
        *_rows(len(shown[1]), due),
        "",
        "Computed from the tables:",
        *(computed or ["- nothing"]),
    ]
    if taken:
        lines += [
            "",
            "Taken as they are, in shown.csv and once more in taken.csv; the script compares the two, so a",
            "change is noticed, but that is no computation:",
            *taken,
        ]
    return "\n".join([*lines, ""])


def _columns(shown: Texts, query: Query) -> tuple[list[str], list[str]]:
    """A line for each column of which cells are computed, and one for each of which cells are taken."""
    computed, taken = [], []
    for place, name in enumerate(shown[0]):
        cells = sum(bool(row[place]) for row in shown[1])
        left = sum(cell != EMPTY for cell in query.taken.get(name, {}).values())
        if cells > left:
            computed.append(f"- {name}: {cells - left} of {cells} cells")
        if left:
            taken.append(f"- {name}: {left} of {cells} cells ({reason(name)})")
    return computed, taken


def _rows(number: int, due: Due | None) -> list[str]:
    """Which rows follow from the tables, and which are only listed."""
    if due is None:
        return [f"- all {number} rows are computed from the tables; nothing of what is shown is read for it"]
    lines = []
    if due.rule:
        lines += [
            f"- {due.given} of {number} rows are computed, by the tables whose names begin with {ALL}:",
            f"  {due.rule.words}",
        ]
    if due.listed:
        lines += [
            f"- {len(due.listed)} of {number} rows are taken as they are: their records stand once more in",
            f"  {LISTED}.csv, so a row that is missing or added is noticed; whether the tables have more to",
            "  show is not computed",
        ]
    return lines
