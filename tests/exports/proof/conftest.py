"""What a query of a proof answers over a few rows."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import pytest

from dashboard.exports.proof.database import Database
from dashboard.exports.proof.taken import Query

Rows = Mapping[str, Sequence[Mapping[str, object]]]
Answer = Callable[[Query, Rows], list[tuple[object, ...]]]


@pytest.fixture
def answer() -> Answer:
    """Answers a query from tables of rows, of which one that is not named has no rows, and a cell
    that is not named is empty.
    """

    def answered(query: Query, rows: Rows) -> list[tuple[object, ...]]:
        base = Database()
        for table, columns in query.reads.items():
            names, held = tuple(columns), rows.get(table, [])
            base.load(table, (names, [tuple(row.get(cell, "") for cell in names) for row in held]))
        return base.rows(query.sql)

    return answered
