"""A database in memory with the tables of a proof, loaded as the script of the bundle loads them."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from typing import Any

Row = tuple[str, ...]
Texts = tuple[Row, Sequence[Row]]
"""The names of a table's columns, and its rows."""
Values = list[Any]


class Database:
    """The tables of a proof in SQLite: an empty cell is NULL, and what reads as a number is one."""

    def __init__(self) -> None:
        self._connection = sqlite3.connect(":memory:")

    def load(self, table: str, texts: Texts, key: str = "") -> None:
        """Lay in a table, ready to be looked up by a column."""
        names, rows = texts
        columns = ", ".join(f"{quoted(name)} NUMERIC" for name in names)
        self._connection.execute(f"CREATE TABLE {table} ({columns})")
        places = ", ".join("?" * len(names))
        values = ([cell or None for cell in row] for row in rows)
        self._connection.executemany(f"INSERT INTO {table} VALUES ({places})", values)
        if key:
            self._connection.execute(f"CREATE INDEX {table}_by_key ON {table} ({quoted(key)})")

    def rows(self, query: str) -> list[tuple[Any, ...]]:
        """The rows of a query."""
        return self._connection.execute(query).fetchall()

    def columns(self, query: str) -> list[Values]:
        """The columns of a query."""
        return [list(column) for column in zip(*self.rows(query), strict=True)]


def quoted(name: str) -> str:
    """A name as SQL takes it, whatever it is."""
    return '"' + name.replace('"', '""') + '"'


def same(shown: Any, computed: Any) -> bool:
    """True for equal cells, and for numbers that differ only where counting in another order makes them."""
    if shown == computed:
        return True
    numbers = isinstance(shown, int | float) and isinstance(computed, int | float)
    return numbers and abs(shown - computed) < 1e-9 * abs(shown)
