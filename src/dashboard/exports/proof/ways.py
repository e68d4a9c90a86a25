"""The ways in which a shown cell may follow from the tables: a cell of a row, an entry of its list, its year,
what the row that it names holds, a count of a view.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from dashboard.exports.proof.database import Texts, quoted
from dashboard.exports.proof.view import entries
from dashboard.exports.proof.views import VIEWS
from dashboard.model.schema import BY_NAME, Column, Holds
from dashboard.model.vocabulary import RECORD_NAMES

RECORD = "record_id"
CAPTION = "_caption"
# What stands between the thousands of a number in words.
THIN = "\u202f"


@dataclass(frozen=True)
class Join:
    """A table, or a view, beside the shown rows: the name under which it stands there, and by which of its
    columns and which of what stands there already.
    """

    alias: str
    table: str
    on: tuple[tuple[str, str], ...]
    after: tuple[Join, ...] = ()

    @property
    def sql(self) -> str:
        """The join as a line of a query."""
        named = self.table if self.alias == self.table else f"{self.table} AS {self.alias}"
        signs = ["=", *["IS"] * (len(self.on) - 1)]
        pairs = [f"{self.alias}.{quoted(n)} {sign} {o}" for (n, o), sign in zip(self.on, signs, strict=True)]
        return f"LEFT JOIN {named} ON {' AND '.join(pairs)}"


@dataclass(frozen=True)
class Way:
    """How a column is computed: SQL, the joins that it needs, and the columns of tables that it reads beside
    these. A count has to be right wherever it says anything.
    """

    sql: str
    joins: tuple[Join, ...] = ()
    reads: tuple[tuple[str, str], ...] = ()
    counts: bool = False


Tables = Mapping[str, Texts]


def reading(base: Join, tables: Tables) -> Iterator[Way]:
    """Every way to read a row: which table it stands in, its cells, their years and decades, the rows that
    they name.
    """
    if base.table in RECORD_NAMES:
        here = f"{base.alias}.{quoted(BY_NAME[base.table].id_column)} IS NOT NULL"
        for word in (base.table, RECORD_NAMES[base.table], base.table.capitalize()):
            yield Way(f"CASE WHEN {here} THEN '{word}' END", (base,))
    for name in tables[base.table][0]:
        cell, reads = f"{base.alias}.{quoted(name)}", ((base.table, name),)
        yield Way(cell, (base,), reads)
        described = _described(base.table, name)
        if described is None:
            continue
        if described.holds is Holds.EDTF:
            yield Way(f"CAST(substr({cell}, 1, 4) AS INTEGER)", (base,), reads)
            yield Way(f"CAST(substr({cell}, 1, 3) || '0' AS INTEGER)", (base,), reads)
        if described.vocabulary and not described.many:
            yield Way(f"replace({cell}, '-', ' ')", (base,), reads)
        if described.many:
            yield Way(f"replace({cell}, ';', '; ')", (base,), reads)
        for other in _named(described, tables):
            if described.many:
                yield from _listed(base, cell, reads, other, tables)
            else:
                key = BY_NAME[other].id_column
                join = Join(f"{base.alias}_{name}_{other}", other, ((key, cell),), (base,))
                for held in tables[other][0]:
                    yield Way(f"{join.alias}.{quoted(held)}", (base, join), (*reads, (other, held)))
                if other == "indicators":
                    yield _without_partner(base, join, reads)


def _without_partner(base: Join, series: Join, reads: tuple[tuple[str, str], ...]) -> Way:
    """The label of a series of trade without the partner."""
    cell = f"{series.alias}.label"
    for word in ("from", "to", "with"):
        cell = f"replace({cell}, ' {word} ' || {series.alias}.partner || ' ', ' ')"
    return Way(cell, (base, series), (*reads, ("indicators", "label"), ("indicators", "partner")))


def wording(base: Join, columns: Collection[str]) -> Iterator[Way]:
    """A shown number with its qualifier and its unit."""
    if base.table not in ("quantities", "indicators") or not {"value", "words"} <= set(columns):
        return
    unit, value = f"{base.alias}.unit", 'shown."value"'
    number = f"""replace(CASE WHEN {value} = CAST({value} AS INTEGER) THEN printf('%,d', {value})
    ELSE rtrim(rtrim(printf('%.2f', {value}), '0'), '.') END, ',', '{THIN}')"""
    measure = f"CASE WHEN {unit} LIKE 'USD %' THEN substr({unit}, 5) || ' US dollars' ELSE {unit} END"
    if base.table == "indicators":
        yield Way(f"{number} || ' ' || {measure}", (base,), (("indicators", "unit"),))
        return
    cell = f"{base.alias}.qualifier"
    qualifier = f"CASE {cell} WHEN 'exact' THEN '' ELSE replace({cell}, '-', ' ') || ' ' END"
    yield Way(
        f"{qualifier} || {number} || ' ' || {measure}",
        (base,),
        ((base.table, "unit"), (base.table, "qualifier")),
    )


def entering(base: Join, tables: Tables, column: str) -> Iterator[Way]:
    """Every way in which a shown cell is one entry of a list in a row, or its name; for a cell that is
    neither, the whole list is given.
    """
    shown = f"shown.{quoted(column)}"
    for name in tables[base.table][0]:
        described = _described(base.table, name)
        if described is None or not described.many:
            continue
        cell, reads = f"{base.alias}.{quoted(name)}", ((base.table, name),)
        held = f"instr(';' || {cell} || ';', ';' || {shown} || ';')"
        yield Way(f"CASE WHEN {held} THEN {shown} ELSE {cell} END", (base,), reads)
        for other in _named(described, tables):
            key, title = BY_NAME[other].id_column, _title(other)
            found = f"""COALESCE((SELECT named.{quoted(title)} FROM {entries(cell)} AS entry
    CROSS JOIN {other} AS named ON named.{quoted(key)} = entry.value
    WHERE named.{quoted(title)} = {shown}), {cell})"""
            yield Way(found, (base,), (*reads, (other, key), (other, title)))


def counting(columns: Collection[str], tables: Tables) -> Iterator[Way]:
    """Every cell of a view that can stand beside the shown rows."""
    for name, view in VIEWS.items():
        fits = view.key and {*view.beside, *(shown for _, shown in view.key)} <= set(columns)
        if not fits or not all(table in tables for table in tables_of(name)):
            continue
        join = Join(name, name, tuple((mine, f"shown.{quoted(shown)}") for mine, shown in view.key))
        for column in view.columns:
            yield Way(f"{name}.{quoted(column)}", (join,), counts=view.counts)
            if view.counts:
                yield Way(f"COALESCE({name}.{quoted(column)}, 0)", (join,), counts=True)


def tables_of(view: str) -> set[str]:
    """The tables that a view reads, also by other views."""
    return set(VIEWS[view].reads).union(*(tables_of(other) for other in VIEWS[view].after))


def adding(columns: Sequence[str]) -> Iterator[Way]:
    """Sums of a series over the years that another shown cell names, as in 2001–2017."""
    for column in columns:
        span = f"shown.{quoted(column)}"
        first = f"substr(rtrim(substr({span}, 1, instr({span}, '–') - 1)), -4)"
        reads = tuple(("observations", name) for name in ("indicator_id", "period", "value"))
        yield Way(
            f"""(SELECT SUM(observations.value) FROM observations
    WHERE observations.indicator_id = shown.{RECORD}
    AND substr(observations.period, 1, 4) BETWEEN {first} AND substr({span}, -4))""",
            reads=reads,
            counts=True,
        )


def _listed(
    base: Join, cell: str, reads: tuple[tuple[str, str], ...], other: str, tables: Tables
) -> Iterator[Way]:
    """The names of all that a list names, in its order."""
    key, title = BY_NAME[other].id_column, _title(other)
    for sign in (", ", ";"):
        names = f"""(SELECT group_concat(named.{quoted(title)}, '{sign}') FROM {entries(cell)} AS entry
    CROSS JOIN {other} AS named ON named.{quoted(key)} = entry.value)"""
        yield Way(names, (base,), (*reads, (other, key), (other, title)))


def _named(column: Column, tables: Tables) -> list[str]:
    """The tables at hand whose rows a column names."""
    return [other for other in column.points_to if other in tables and BY_NAME[other].id_column]


def _described(table: str, name: str) -> Column | None:
    return next((known for known in BY_NAME[table].columns if known.name == name), None)


def _title(table: str) -> str:
    """The column by which a row of a table is called."""
    names = [column.name for column in BY_NAME[table].columns]
    return next((name for name in ("name", "title", "label", "summary") if name in names), names[0])
