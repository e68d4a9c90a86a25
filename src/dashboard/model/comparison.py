"""What is compared between two ranges of years: counts of records, and means of yearly values."""

from __future__ import annotations

from dataclasses import dataclass

Span = tuple[int, int]
Periods = tuple[Span, Span]


@dataclass(frozen=True)
class Counted:
    """A number of records in each of two periods, by their ids; `key` names it in a link."""

    key: str
    heading: str
    label: str
    records: tuple[tuple[str, ...], tuple[str, ...]]


@dataclass(frozen=True)
class Measured:
    """A series of yearly values: its mean in each of two periods, and over how many years that have one."""

    record_id: str
    heading: str
    label: str
    unit: str
    means: tuple[tuple[float, int], tuple[float, int]]


def years_of(period: Span) -> int:
    """How many years a period has, both ends included."""
    return period[1] - period[0] + 1
