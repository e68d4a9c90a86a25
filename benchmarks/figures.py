"""Medians, 95th percentiles and tables: what is done with the numbers that were measured."""

from __future__ import annotations

import csv
import statistics
from collections.abc import Sequence
from pathlib import Path

from dashboard.data.subject import read_subject
from dashboard.figures import pages
from dashboard.figures.pages import path_of

__all__ = ["FIRST_YEAR", "PAGES", "THEMES", "median", "p95", "path_of", "ratio", "table"]

DATA = Path(__file__).resolve().parents[1] / "data"
with (DATA / "themes.csv").open(encoding="utf-8", newline="") as _themes:
    THEMES = tuple(row["theme_id"] for row in csv.DictReader(_themes))
# The link under which each page is measured.
_SUBJECT, _ = read_subject(DATA)
assert _SUBJECT is not None
FIRST_YEAR = _SUBJECT.first_year
PAGES = {page.name: pages.example(page, _SUBJECT) for page in pages.PAGES}


def median(values: Sequence[float]) -> float:
    """The middle value."""
    return statistics.median(values)


def p95(values: Sequence[float]) -> float:
    """The value that one in twenty exceeds."""
    return sorted(values)[min(len(values) - 1, int(len(values) * 0.95))]


def table(header: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A table in Markdown; all columns but the first are numbers."""
    lines = [header, ["---", *["---:"] * (len(header) - 1)], *rows]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)


def ratio(value: float, floor: float) -> str:
    """How many times the floor; a dash where the floor is below what the clock can tell."""
    return f"{value / floor:.1f}×" if floor else "–"
