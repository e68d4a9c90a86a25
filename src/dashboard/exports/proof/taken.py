"""A query of a proof, and the shown cells that it takes as they are because no table gives them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from dashboard.exports.proof.database import quoted
from dashboard.exports.proof.ways import Join

# What stands among the taken cells where nothing is shown although the tables give something.
EMPTY = "(empty)"


@dataclass(frozen=True)
class Query:
    """The query, the cells that it takes as they are (by row, from 0, and column), and what it reads: the
    columns of each table, the names under which these stand beside the shown rows, and of a table of which
    not all rows count a condition in SQL. A complete one reads nothing of what is shown.
    """

    sql: str
    taken: Mapping[str, Mapping[int, str]] = field(default_factory=dict)
    reads: Mapping[str, frozenset[str]] = field(default_factory=dict)
    joins: tuple[Join, ...] = ()
    keeps: Mapping[str, str] = field(default_factory=dict)
    nested: frozenset[str] = frozenset()
    complete: bool = False


def taking(query: Query, names: Sequence[str], taken: Mapping[str, Mapping[int, str]]) -> Query:
    """A query with some cells taken as they are."""
    cells = ",\n  ".join(
        f"{or_taken(name, [f'computed.{quoted(name)}'], taken.get(name, {}))} AS {quoted(name)}"
        for name in names
    )
    sql = f"""SELECT
  {cells}
FROM (SELECT *, ROW_NUMBER() OVER () AS _place FROM (
{query.sql})) AS computed
LEFT JOIN taken ON taken.row = computed._place
ORDER BY computed._place
"""
    return replace(query, sql=sql, taken=taken)


def or_taken(name: str, parts: Sequence[str], taken: Mapping[int, str]) -> str:
    """The first of some cells that says anything, one that is taken before all."""
    if taken:
        parts = [f"taken.{quoted(name)}", *parts]
    if len(parts) < 2:
        return next(iter(parts), "NULL")
    cell = f"COALESCE({', '.join(parts)})"
    return f"NULLIF({cell}, '{EMPTY}')" if EMPTY in taken.values() else cell
