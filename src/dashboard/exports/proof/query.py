"""The query that computes shown rows from the tables: which of the possible ways gives a column is tried in
SQLite itself, so what holds here holds in the script of the bundle.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import permutations

from dashboard.exports.proof.database import Database, Texts, Values, quoted, same
from dashboard.exports.proof.taken import EMPTY, Query, or_taken
from dashboard.exports.proof.views import VIEWS, defined
from dashboard.exports.proof.ways import (
    RECORD,
    Join,
    Tables,
    Way,
    adding,
    counting,
    entering,
    reading,
    wording,
)

# On how many rows each way is tried before the most likely ones are tried on all.
SAMPLE, LIKELY = 40, 12
# The least share of right cells among those that a way gives.
READ_RIGHT, COUNTED_RIGHT = 0.5, 0.9


@dataclass(frozen=True)
class _Column:
    """A shown column: its values, the ways that give it (the first that says anything counts), and where they
    are wrong.
    """

    name: str
    values: Values
    ways: tuple[Way, ...]
    computed: Values

    @property
    def wrong(self) -> list[int]:
        return [
            at
            for at, (shown, computed) in enumerate(zip(self.values, self.computed, strict=True))
            if not same(shown, computed)
        ]


def query_of(base: Database, shown: Texts, bases: Sequence[Join], tables: Tables) -> Query:
    """The query for shown rows. `bases` are the tables with rows of the shown records, and `tables` these and
    what they may name, both as loaded into `base`.
    """
    names = list(shown[0])
    values = dict(zip(shown[0], base.columns("SELECT * FROM shown ORDER BY rowid"), strict=True))
    found: dict[str, list[tuple[Way, Values]]] = {name: [] for name in names}
    columns = {name: _chosen(name, values[name], ()) for name in names}
    for group in (*([join] for join in bases), []):
        wanting = [name for name in names if columns[name].wrong]
        for name, way, computed in _likely(base, wanting, values, group, tables):
            found[name].append((way, computed))
        columns |= {name: _chosen(name, values[name], found[name]) for name in wanting}
    for at, name in enumerate(names):
        if not columns[name].ways:
            columns[name] = _calculated(name, values, names[:at])
    return _written(shown, columns)


def _likely(
    base: Database, names: Sequence[str], values: Mapping[str, Values], group: Sequence[Join], tables: Tables
) -> Iterable[tuple[str, Way, Values]]:
    """The ways that give cells of a sample, by column, with what they give in every row."""
    ways = [way for join in group for way in (*reading(join, tables), *wording(join, values))]
    entered = {
        name: [way for join in group for way in entering(join, tables, name)]
        for name in names
        if name != RECORD and any(isinstance(value, str) for value in values[name])
    }
    if not group:
        ways = list(counting(values, tables))
        if "observations" in tables:
            spans = [name for name in entered if any(map(_spans, values[name]))]
            ways += adding(spans)
    tried = [*ways, *(way for of_column in entered.values() for way in of_column)]
    if not tried:
        return
    there = f"{group[0].alias}.{quoted(group[0].on[0][0])} IS NOT NULL" if group else "TRUE"
    sample = f"SELECT shown.rowid FROM shown {_joined(tuple(group))} WHERE {there} ORDER BY shown.rowid"
    places = [int(place) - 1 for (place,) in base.rows(sample)]
    places = places[:: max(1, len(places) // SAMPLE)]
    if not places:
        return
    limits = f"WHERE shown.rowid IN ({', '.join(str(place + 1) for place in places)})"
    given = _values(base, tried, limits)
    likely: dict[str, list[int]] = {}
    for name in names:
        of_column = entered.get(name, [])
        of_this = {id(way) for way in of_column}
        hits = []
        for at, way in enumerate(tried):
            if at >= len(ways) and id(way) not in of_this:
                continue
            right = sum(
                values[name][place] is not None and same(values[name][place], given[at][number])
                for number, place in enumerate(places)
            )
            if right:
                hits.append((-right, at))
        likely[name] = [at for _, at in sorted(hits)[:LIKELY]]
    wanted = sorted({at for hits in likely.values() for at in hits})
    if not wanted:
        return
    whole = dict(zip(wanted, _values(base, [tried[at] for at in wanted], ""), strict=True))
    for name, places_of_ways in likely.items():
        for at in places_of_ways:
            yield name, tried[at], whole[at]


def _values(base: Database, ways: Sequence[Way], limits: str) -> list[Values]:
    """What ways give, each as a column."""
    found: list[Values] = []
    for start in range(0, len(ways), 500):
        part = ways[start : start + 500]
        cells = ", ".join(way.sql for way in part)
        joins = _joined(tuple(join for way in part for join in way.joins))
        found += base.columns(
            f"{_views(part)}SELECT {cells} FROM shown {joins} {limits} ORDER BY shown.rowid"
        )
    return found


def _chosen(name: str, values: Values, found: Sequence[tuple[Way, Values]]) -> _Column:
    """The ways that give a column together: the one that gives most first, then those that give what is
    left.
    """
    computed: Values = [None] * len(values)
    ways: list[Way] = []
    left = list(found)
    while left:
        scored = [(_gain(name, values, computed, way, given), -at) for at, (way, given) in enumerate(left)]
        gain, place = max(scored)
        if gain <= 0:
            break
        way, given = left.pop(-place)
        ways.append(way)
        computed = [old if old is not None else new for old, new in zip(computed, given, strict=True)]
    return _Column(name, values, tuple(ways), computed)


def _gain(name: str, values: Values, computed: Values, way: Way, given: Values) -> int:
    """How many cells a way gives where nothing gave one before; none if it is as often wrong as right, or if
    a single short cell is all that speaks for it.
    """
    filled = [
        (shown, new)
        for shown, old, new in zip(values, computed, given, strict=True)
        if old is None and new is not None
    ]
    right = [shown for shown, new in filled if same(shown, new)]
    if not right or len(right) < len(filled) * (COUNTED_RIGHT if way.counts else READ_RIGHT):
        return 0
    plain = way.sql.endswith(f".{quoted(name)}") or any(
        (way.sql, f"shown.{quoted(name)}") == (f"{join.alias}.{quoted(mine)}", other)
        for join in way.joins
        for mine, other in join.on
    )
    telling = len(set(right)) > 1 or (not isinstance(right[0], int) and len(str(right[0])) > 3)
    return len(right) if plain or telling else 0


def _calculated(name: str, values: Mapping[str, Values], before: Sequence[str]) -> _Column:
    """A column that is the difference or the ratio of two before it, or that is taken as it is."""
    shown = values[name]
    nothing = _Column(name, shown, (), [None] * len(shown))
    if len(set(shown)) < 2 or not _numbers(shown):
        return nothing
    for first, second in permutations([known for known in before if _numbers(values[known])], 2):
        pairs = list(zip(values[first], values[second], strict=True))
        left, right = f"shown.{quoted(first)}", f"shown.{quoted(second)}"
        tried = [(f"{left} - {right}", [a - b for a, b in pairs])]
        if all(b for _, b in pairs):
            tried.append((f"1.0 * {left} / {right}", [a / b for a, b in pairs]))
        for sql, computed in tried:
            if all(map(same, shown, computed)):
                return _Column(name, shown, (Way(sql),), computed)
    return nothing


def _written(shown: Texts, columns: Mapping[str, _Column]) -> Query:
    """The query in SQL."""
    taken = {
        name: {at: EMPTY if column.values[at] is None else str(column.values[at]) for at in column.wrong}
        for name, column in columns.items()
    }
    taken = {name: cells for name, cells in taken.items() if cells}
    ways = [way for column in columns.values() for way in column.ways]
    joins = _in_order(join for way in ways for join in way.joins)
    cells = ",\n  ".join(
        f"{_cell(columns[name], taken.get(name, {}))} AS {quoted(name)}" for name in shown[0]
    )
    lines = [f"{_views(ways)}SELECT\n  {cells}", "FROM shown"]
    lines += ["LEFT JOIN taken ON taken.row = shown.rowid"] if taken else []
    lines += [join.sql for join in joins]
    sql = "\n".join([*lines, "ORDER BY shown.rowid", ""])
    # Tables that are read within the ways, not by the joins: all of their rows at hand may count.
    nested = {table for way in ways for table, _ in way.reads} - {
        join.table for way in ways for join in way.joins
    }
    return Query(sql, taken, _reads(ways, joins), joins, nested=frozenset(nested))


def _cell(column: _Column, taken: Mapping[int, str]) -> str:
    return or_taken(column.name, [way.sql for way in column.ways], taken)


def _views(ways: Iterable[Way]) -> str:
    """The views that ways read, as they stand before a query."""
    needed = dict.fromkeys(join.table for way in ways for join in way.joins if join.table in VIEWS)
    return f"WITH {defined(needed)}\n" if needed else ""


def _joined(joins: Sequence[Join]) -> str:
    return " ".join(join.sql for join in _in_order(joins))


def _in_order(joins: Iterable[Join]) -> tuple[Join, ...]:
    """The joins, each once and after those that it needs."""
    ordered: dict[Join, None] = {}
    for join in joins:
        for other in (*join.after, join):
            ordered.setdefault(other)
    return tuple(ordered)


def _reads(ways: Iterable[Way], joins: Iterable[Join]) -> dict[str, frozenset[str]]:
    """The columns that ways and joins read, by table."""
    found: dict[str, set[str]] = {}
    for way in ways:
        for table, name in way.reads:
            found.setdefault(table, set()).add(name)
    for join in joins:
        for view in _with_others(join.table):
            for table, names in VIEWS[view].reads.items():
                found.setdefault(table, set()).update(names)
        if join.table not in VIEWS:
            found.setdefault(join.table, set()).update(mine for mine, _ in join.on)
    return {table: frozenset(names) for table, names in found.items()}


def _with_others(view: str) -> list[str]:
    """A view and those that it reads; nothing for a table."""
    if view not in VIEWS:
        return []
    return [view, *(name for other in VIEWS[view].after for name in _with_others(other))]


def _numbers(values: Values) -> bool:
    return bool(values) and all(isinstance(value, int | float) for value in values)


def _spans(value: object) -> bool:
    return isinstance(value, str) and bool(re.search(r"\d{4} ?– ?.*\d{4}$", value))
