"""What a question found in the record: passages, records and numbers, ready to be shown."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

# Records in one part of the results.
PART = 20


class Passage(NamedTuple):
    """Words about a record, the id of their source if they are not the record's own, and where they stand in
    it if they are quoted.
    """

    text: str
    source_id: str = ""
    locator: str = ""


@dataclass(frozen=True)
class Found:
    """One record ready to be shown: `marks` are the places of the question's words in its passage; `about`
    names what a number belongs to.
    """

    record_id: str
    table: str
    title: str
    date: str
    passage: Passage
    marks: tuple[tuple[int, int], ...]
    about: str = ""


@dataclass(frozen=True)
class Results:
    """One part of what a question found, counted from 1, and what stands around it.

    `read_as` and `years` say how the question was read, `numbers` are ids of stated numbers. `total` counts
    the records of the chosen table, `tables` all of the choice by table, `decades` those of the chosen table
    that have a date, `without_choice` what the question finds in the whole record. One of the first records
    is `near` if it holds at least all that the question names. Of the first record of the first part, `unmet`
    are the words, as the reader typed them, that it lacks; it is `apart` if it holds the others, but not
    together.
    """

    answered: bool
    read_as: Mapping[str, tuple[str, ...]]
    years: tuple[int, int] | None
    records: tuple[Found, ...]
    passages: tuple[Found, ...]
    numbers: tuple[str, ...]
    total: int
    part: int
    tables: Mapping[str, int]
    decades: Mapping[int, int]
    without_choice: int
    near: bool = False
    unmet: tuple[str, ...] = ()
    apart: bool = False
