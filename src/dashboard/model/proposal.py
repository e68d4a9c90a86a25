"""What the desk proposes of a sentence, and what a coder decides on it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from dashboard.model.schema import BY_NAME

EVENT, NUMBER, PROJECT, CLAIM, CHECK = KINDS = ("event", "number", "project", "claim", "check")
KIND_TABLES = {EVENT: "events", NUMBER: "quantities", PROJECT: "projects", CLAIM: "claims", CHECK: "checks"}
ACCEPTED, REJECTED, OPEN, DRAFT = "accepted", "rejected", "open", "draft"


@dataclass(frozen=True)
class Row:
    """A row to append to a table; columns that it does not name are empty."""

    table: str
    cells: Mapping[str, str]


@dataclass(frozen=True)
class Candidate:
    """A record that may hold the same already: how near it is (0 to 1), and its title."""

    record_id: str
    title: str
    nearness: float


@dataclass(frozen=True)
class Proposal:
    """One thing that a sentence may tell.

    `key` is the same whenever the same document is read again. `begin` and `end` are the place in the
    sentence that it rests on. `candidates` are records that may hold it already, the nearest first;
    `record_id` is the one that it is taken for (empty: none, so the rows make a new record).
    """

    key: str
    kind: str
    locator: str
    sentence: str
    begin: int
    end: int
    words: str
    candidates: tuple[Candidate, ...]
    record_id: str
    quote: str
    cells: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Decision:
    """What a coder decided on a proposal: `verdict` is ACCEPTED, REJECTED, OPEN (taken back) or DRAFT (not
    decided, but begun); `rows` are those that go into the tables, or as far as they are filled.
    """

    key: str
    verdict: str
    rows: tuple[Row, ...] = ()

    def as_data(self) -> dict[str, Any]:
        """The decision as plain values."""
        rows = [{"table": row.table, "cells": dict(row.cells)} for row in self.rows]
        return {"key": self.key, "verdict": self.verdict, "rows": rows}


def decision_of(data: Mapping[str, Any]) -> Decision:
    """A decision from plain values; KeyError, TypeError or ValueError where they are none, or name a verdict,
    a table or a column that there is not.
    """
    key, verdict = data["key"], data["verdict"]
    if not isinstance(key, str) or verdict not in (ACCEPTED, REJECTED, OPEN, DRAFT):
        raise ValueError(f"no decision: {key!r} {verdict!r}")
    return Decision(key, verdict, tuple(_row_of(row["table"], row["cells"]) for row in data["rows"]))


def _row_of(table: str, cells: Mapping[str, Any]) -> Row:
    names = {column.name for column in BY_NAME[table].columns}
    if not isinstance(cells, Mapping) or not all(isinstance(cell, str) for cell in cells.values()):
        raise TypeError(f"cells of {table} that are no texts")
    if not cells.keys() <= names:
        raise ValueError(f"{table} has no column {', '.join(sorted(cells.keys() - names))}")
    return Row(table, dict(cells))
