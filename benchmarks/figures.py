"""Medians, 95th percentiles and tables: what is done with the numbers that were measured."""

from __future__ import annotations

import statistics
from collections.abc import Sequence

THEMES = ("diplomacy", "multilateral", "defence", "security", "trade", "energy", "connectivity", "afghanistan", "society")
# The pages of the Atlas with the link under which each is measured.
PAGES: dict[str, dict[str, list[str]]] = {
    "overview": {},
    "timeline": {},
    "trade": {},
    "context": {},
    "map": {},
    "arguments": {},
    "checks": {},
    "sources": {},
    "data": {},
    "record": {"id": ["pakistan-stream"]},
}


def path_of(page: str) -> str:
    """The address of a page: the overview is the first."""
    return "" if page == "overview" else page


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
    """How many times the floor."""
    return f"{value / floor:.1f}×"
