"""Places in a sentence that tell of records: when an event was, what became of a project, how many events a
series has, and the least and the most that is stated of something.

`{date:event}`, `{status:project}`, `{events:series}`, `{lowest:subject:indicator:decimals}` and
`{highest:subject:indicator:decimals}`, where the indicator is one of the stated numbers (`ownership share`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import Protocol

EXPECTED = (
    "{date:event}, {status:project}, {events:series}, {lowest:subject:indicator:decimals} or {highest:…}"
)

_OF_RECORD = re.compile(r"\{(date|status|events):([a-z0-9-]+)\}", re.ASCII)
_OF_STATED = re.compile(r"\{(lowest|highest):([a-z0-9-]+):([A-Za-z ]+):([0-3])\}", re.ASCII)


class Records(Protocol):
    """The records, as a sentence asks for them. Each raises ValueError with the problem and what would be
    right.
    """

    def date(self, event_id: str) -> str:
        """The date of an event in words."""

    def status(self, project_id: str) -> str:
        """The status of a project in words."""

    def events(self, series_id: str) -> int:
        """How many events of a series have happened."""

    def stated(self, subject: str, indicator: str) -> Sequence[Decimal]:
        """What is stated of a subject, at least one number, all of one unit."""


class NoRecords:
    """Stands where a sentence may ask for no record."""

    def date(self, event_id: str) -> str:
        """Refuses."""
        raise ValueError("no place for a record here", "a place for a number")

    def status(self, project_id: str) -> str:
        """Refuses."""
        raise ValueError("no place for a record here", "a place for a number")

    def events(self, series_id: str) -> int:
        """Refuses."""
        raise ValueError("no place for a record here", "a place for a number")

    def stated(self, subject: str, indicator: str) -> Sequence[Decimal]:
        """Refuses."""
        raise ValueError("no place for a record here", "a place for a number")


def told(place: str, records: Records) -> str | tuple[Decimal, int] | None:
    """What stands at a place: words, or a number with its decimals; None for a place of another kind. Raises
    ValueError with the problem and what would be right.
    """
    of_record, of_stated = _OF_RECORD.fullmatch(place), _OF_STATED.fullmatch(place)
    if of_record:
        kind, record_id = of_record.groups()
        if kind == "events":
            return Decimal(records.events(record_id)), 0
        return records.date(record_id) if kind == "date" else records.status(record_id)
    if of_stated:
        kind, subject, indicator, decimals = of_stated.groups()
        values = records.stated(subject, indicator)
        return (min(values) if kind == "lowest" else max(values)), int(decimals)
    return None


def named(place: str) -> str:
    """The record that a place names; an empty text for a place of another kind."""
    found = _OF_RECORD.fullmatch(place) or _OF_STATED.fullmatch(place)
    return found.group(2) if found else ""
