"""What is wrong with the data, where exactly, what was found and what would be right."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from dashboard.model.sign import visible

MOST_TOLD = 1000


@dataclass(frozen=True, order=True)
class Fault:
    """One thing wrong in one cell (row 1 is the header; row 0 means the file as a whole)."""

    file: str
    row: int
    column: str
    problem: str
    found: str = ""
    expected: str = ""

    def __str__(self) -> str:
        where = f"{self.file}:{self.row} {self.column}".rstrip()
        found = f", found {_shown(self.found)}" if self.found else ""
        expected = f", expected {self.expected}" if self.expected else ""
        return visible(f"{where}: {self.problem}{found}{expected}")


class FaultyData(Exception):
    """The tables cannot be used; carries every fault at once, in the order of files and rows."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(sorted(set(faults)))
        super().__init__("\n".join(report(self.faults)))


def at_most(faults: Iterator[Fault], most: int = MOST_TOLD) -> list[Fault]:
    """The first faults of one kind, and one that counts the rest: a table of nothing but faults must not fill
    the memory.
    """
    shown = list(islice(faults, most))
    more = sum(1 for _ in faults)
    if more:
        last = shown[-1]
        shown.append(Fault(last.file, last.row, last.column, f"{more:,} more faults like the last ones"))
    return shown


def report(faults: Sequence[Fault]) -> list[str]:
    """The faults as lines; after a thousand of them, how many more there are."""
    lines = [str(fault) for fault in faults[:MOST_TOLD]]
    more = len(faults) - len(lines)
    return [*lines, f"… and {more:,} more"] if more else lines


def _shown(value: str) -> str:
    short = value if len(value) <= 80 else value[:77] + "…"
    return f'"{short}"'
