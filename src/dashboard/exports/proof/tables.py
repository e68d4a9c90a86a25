"""The tables of a proof: the rows on which the shown ones rest, and how each table stands beside these."""

from __future__ import annotations

from collections.abc import Mapping

from dashboard.exports.proof.database import Database, Row, Texts, quoted
from dashboard.exports.proof.scope import text
from dashboard.exports.proof.taken import Query
from dashboard.exports.proof.views import VIEWS
from dashboard.exports.proof.ways import CAPTION, RECORD, Join, tables_of
from dashboard.model.schema import BY_NAME

EVIDENCE, SOURCES = "evidence", "sources"
# Tables whose rows belong to a record that another column names.
OWNERS = {"observations": "indicator_id", "milestones": "event_id", "readings": RECORD}

# A shown column with another record than the row's own.
CONNECTED = "connected"
# Short tables that are at hand with all of their rows.
WHOLE = ("countries", "tours", "publishers", "families", "family_members")

Held = Mapping[str, Texts]
"""Every table of the Atlas as texts, by its name."""


def around(shown: Texts, ids: set[str], held: Held) -> dict[str, Texts]:
    """The rows of the shown records, the evidence on these with its sources, and the rows that they name."""
    if CONNECTED in shown[0]:
        ids = ids.union(row[shown[0].index(CONNECTED)] for row in shown[1])
    tables: dict[str, dict[Row, None]] = {}
    for table in BY_NAME.values():
        key = owner_of(table.name)
        if key and table.name in held and (len(table.key) < 3 or set(table.key) <= set(shown[0])):
            rows = _naming(held[table.name], key, ids)
            if rows:
                tables[table.name] = rows
    sections = _naming(held["routes"], "project_id", ids)
    if sections:
        tables["routes"] = tables.get("routes", {}) | sections
    for name, rows in list(tables.items()):
        for column in BY_NAME[name].columns:
            named = {entry for cell in _cells(held[name][0], rows, column.name) for entry in cell.split(";")}
            for other in column.points_to:
                if other in BY_NAME and BY_NAME[other].id_column:
                    found = _naming(held[other], BY_NAME[other].id_column, named)
                    tables.setdefault(other, {}).update(found)
    if "places" in tables:
        here = held["events"][0].index("places")
        naming = {row: None for row in held["events"][1] if not ids.isdisjoint(row[here].split(";"))}
        tables["events"] = tables.get("events", {}) | naming
    evidence = _naming(held[EVIDENCE], RECORD, ids) | _naming(held[EVIDENCE], "source_id", ids)
    evidence |= _naming(held[EVIDENCE], RECORD, set(_cells(held[EVIDENCE][0], evidence, RECORD)))
    tables[EVIDENCE] = evidence
    named = set(_cells(held[EVIDENCE][0], evidence, "source_id"))
    sources = tables.setdefault(SOURCES, {}) | _naming(held[SOURCES], "source_id", named)
    first = set(_cells(held[SOURCES][0], sources, "origin"))
    tables[SOURCES] = sources | _naming(held[SOURCES], "source_id", first)
    speakers = set(_cells(held[EVIDENCE][0], evidence, "speaker"))
    tables["actors"] = tables.get("actors", {}) | _naming(held["actors"], "actor_id", speakers)
    whole = {name: held[name] for name in WHOLE if name in held}
    return {name: (held[name][0], list(rows)) for name, rows in tables.items()} | whole


def _naming(texts: Texts, column: str, ids: set[str]) -> dict[Row, None]:
    """The rows whose column holds one of some ids."""
    place = texts[0].index(column)
    return {row: None for row in texts[1] if row[place] in ids}


def _cells(names: Row, rows: Mapping[Row, None], column: str) -> list[str]:
    place = names.index(column)
    return [row[place] for row in rows]


def owner_of(table: str) -> str:
    """The column that says to which record a row belongs, if there is one."""
    return OWNERS.get(table) or (BY_NAME[table].id_column if table in BY_NAME else "")


def beside(table: str, shown: Texts, texts: Texts, ids: set[str], opened: str = "") -> list[Join]:
    """How a table stands beside the shown rows, if a row of it is known by what is shown, or by that and the
    record that is open.
    """
    owner = owner_of(table)
    if not owner:
        return []
    names, rows = texts
    pairs = [(owner, f"shown.{RECORD}")]
    for column in BY_NAME[table].columns:
        if column.name == owner or column.name not in BY_NAME[table].key:
            continue
        found = [
            (mine, f"shown.{quoted(other)}") for mine, other in _found_in(column.name, owner, shown, texts)
        ]
        place = names.index(column.name)
        if not found and any(row[place] == opened for row in rows):
            found, rows = [(column.name, text(opened))], [row for row in rows if row[place] == opened]
        pairs += found
    places = [names.index(mine) for mine, _ in pairs]
    known = {tuple(row[place] for place in places) for row in rows}
    if not known or len(known) < len(rows):
        return []
    there = names.index(owner)
    joins = []
    if not ids.isdisjoint(row[there] for row in rows):
        joins.append(Join(table, table, tuple(pairs)))
    if CONNECTED in shown[0] and len(pairs) == 1:
        joins.append(Join(f"{table}_{CONNECTED}", table, ((owner, f"shown.{CONNECTED}"),)))
    return joins


def _found_in(column: str, owner: str, shown: Texts, texts: Texts) -> list[tuple[str, str]]:
    """The shown column that holds most of the cells of a table's column, in the rows of the same record."""
    names, rows = texts
    if column in shown[0]:
        return [(column, column)]
    best, most = [], 0
    for mine in (column, column + CAPTION):
        if mine not in names:
            continue
        held = {(row[names.index(owner)], row[names.index(mine)]) for row in rows}
        record = shown[0].index(RECORD)
        for place, other in enumerate(shown[0]):
            if other == RECORD:
                continue
            hits = sum((row[record], row[place]) in held for row in shown[1] if row[place])
            if hits > most:
                best, most = [(mine, other)], hits
    return best


def of_columns(texts: Texts, columns: frozenset[str]) -> Texts:
    """Some columns of a table."""
    places = [place for place, name in enumerate(texts[0]) if name in columns]
    return tuple(texts[0][place] for place in places), [
        tuple(row[place] for place in places) for row in texts[1]
    ]


def rows_with(texts: Texts, columns: frozenset[str], condition: str | None) -> Texts:
    """Some columns of a table, in the rows that hold a condition."""
    chosen = of_columns(texts, columns)
    if condition is None:
        return chosen
    base = Database()
    base.load("whole", chosen)
    places = base.rows(f"SELECT rowid FROM whole WHERE {condition} ORDER BY rowid")
    return chosen[0], [chosen[1][place - 1] for (place,) in places]


def needed(base: Database, query: Query, tables: Mapping[str, Texts]) -> dict[str, Texts]:
    """The columns and rows of the tables that a query reads: what stands beside a shown row, and what a view
    counts.
    """
    joined = {join.table for join in query.joins}
    whole = "bearing" in joined
    counted = {name for view in joined if view in VIEWS for name in tables_of(view)}
    beside = " ".join(join.sql for join in query.joins if join.table not in VIEWS)
    needed: dict[str, Texts] = {}
    for name, columns in query.reads.items():
        aliases = [join.alias for join in query.joins if join.table == name]
        if name == EVIDENCE and not whole:
            places = base.rows("SELECT rowid FROM evidence WHERE record_id IN (SELECT record_id FROM shown)")
        elif name in counted or name in query.nested or not aliases:
            places = base.rows(f"SELECT rowid FROM {name}")
        else:
            parts = [f"SELECT {alias}.rowid FROM shown {beside}" for alias in aliases]
            places = base.rows(" UNION ".join(parts))
        chosen = of_columns(tables[name], columns)
        needed[name] = (
            chosen[0],
            [chosen[1][place - 1] for place in sorted({row[0] for row in places} - {None})],
        )
    return needed
