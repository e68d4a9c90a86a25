"""A figure with the tables that it rests on, and a script of twenty lines that computes its cells from them
again by one query.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from pathlib import Path

from dashboard.exports.archive import zip_of
from dashboard.exports.proof_base import Base, Row, Texts, quoted, same
from dashboard.exports.proof_query import query_of
from dashboard.exports.proof_reasons import reason
from dashboard.exports.proof_taken import EMPTY, Query, taking
from dashboard.exports.proof_views import VIEWS
from dashboard.exports.proof_ways import CAPTION, RECORD, Join, tables_of
from dashboard.exports.reference import Edition
from dashboard.exports.table import cell_of
from dashboard.model.figure import Figure
from dashboard.model.schema import BY_NAME

SCRIPT = Path(__file__).with_name("proof_check.py")
EVIDENCE, SOURCES = "evidence", "sources"
# Tables whose rows belong to a record that another column names.
OWNERS = {"observations": "indicator_id", "milestones": "event_id", "readings": RECORD}
# The largest share of cells that a query written for a figure may leave to be taken as they are.
MOST_TAKEN = 0.1

Held = Mapping[str, Texts]
"""Every table of the Atlas as texts, by its name."""


def proof_of(figure: Figure, held: Held, edition: Edition, tallies: Sequence[Query] = ()) -> bytes:
    """A zip with the shown rows, the rows of the tables that these follow from, the query, the script that
    runs it and compares, and the shown cells that no table gives. `tallies` are queries written for the
    figure: the first that gives all of its rows is taken.
    """
    shown = texts_of_rows(figure)
    for tally in tallies:
        tables = {
            name: _kept(held[name], columns, tally.keeps.get(name)) for name, columns in tally.reads.items()
        }
        written = _with_taken(tally, shown, tables)
        if written is not None:
            return _zipped(figure, shown, written, tables, edition)
    tables = _around(shown, set(figure.record_ids), held)
    base = _laid_in(shown, tables)
    ids = set(figure.record_ids)
    bases = [join for name in tables for join in _beside(name, shown, tables[name], ids)]
    # The table of most of the shown records first, and rows that are known by more than a record's name.
    bases.sort(key=lambda join: (-len(join.on), -len(tables[join.table][1])))
    query = query_of(base, shown, bases, tables)
    return _zipped(figure, shown, query, _needed(base, query, tables), edition)


def _laid_in(shown: Texts, tables: Mapping[str, Texts]) -> Base:
    """A database with the shown rows and the tables."""
    base = Base()
    base.load("shown", shown)
    for name, texts in tables.items():
        base.load(name, texts, _owner(name))
    return base


def _owner(table: str) -> str:
    """The column that says to which record a row belongs, if there is one."""
    return OWNERS.get(table) or (BY_NAME[table].id_column if table in BY_NAME else "")


def texts_of_rows(figure: Figure) -> Texts:
    """The shown rows as texts."""
    rows = figure.rows
    cells = (tuple(map(cell_of, row)) for row in rows.itertuples(index=False, name=None))
    return tuple(map(str, rows.columns)), list(cells)


def _with_taken(query: Query, shown: Texts, tables: Mapping[str, Texts]) -> Query | None:
    """A query that was written for a figure, with the cells that it does not give as they are; None if it
    gives other rows, or few of their cells.
    """
    base = _laid_in(shown, tables)
    computed = base.rows(query.sql)
    rows = base.rows("SELECT * FROM shown ORDER BY rowid")
    if len(rows) != len(computed) or any(map(_of_two_lengths, rows, computed)):
        return None
    taken: dict[str, dict[int, str]] = {}
    for at, (row, other) in enumerate(zip(rows, computed, strict=True)):
        for name, cell, given in zip(shown[0], row, other, strict=True):
            if not same(cell, given):
                taken.setdefault(name, {})[at] = EMPTY if cell is None else str(cell)
    if sum(map(len, taken.values())) > len(rows) * len(shown[0]) * MOST_TAKEN:
        return None
    return taking(query, shown[0], taken) if taken else query


def _of_two_lengths(row: Sequence[object], other: Sequence[object]) -> bool:
    return len(row) != len(other)


def _around(shown: Texts, ids: set[str], held: Held) -> dict[str, Texts]:
    """The rows of the shown records, the evidence on these with its sources, and the rows that they name."""
    tables: dict[str, dict[Row, None]] = {}
    for table in BY_NAME.values():
        key = _owner(table.name)
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
    return {name: (held[name][0], list(rows)) for name, rows in tables.items()}


def _naming(texts: Texts, column: str, ids: set[str]) -> dict[Row, None]:
    """The rows whose column holds one of some ids."""
    place = texts[0].index(column)
    return {row: None for row in texts[1] if row[place] in ids}


def _cells(names: Row, rows: Mapping[Row, None], column: str) -> list[str]:
    place = names.index(column)
    return [row[place] for row in rows]


def _beside(table: str, shown: Texts, texts: Texts, ids: set[str]) -> list[Join]:
    """How a table stands beside the shown rows, if a row of it is known by what is shown."""
    owner = _owner(table)
    if not owner:
        return []
    names, rows = texts
    pairs = [(owner, RECORD)]
    for column in BY_NAME[table].key:
        if column != owner:
            pairs += _found_in(column, owner, shown, texts)
    places = [names.index(mine) for mine, _ in pairs]
    known = {tuple(row[place] for place in places) for row in rows}
    if not known or len(known) < len(rows):
        return []
    there = names.index(owner)
    if ids.isdisjoint(row[there] for row in rows):
        return []
    return [Join(table, table, tuple((mine, f"shown.{quoted(other)}") for mine, other in pairs))]


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


def _of_columns(texts: Texts, columns: frozenset[str]) -> Texts:
    """Some columns of a table."""
    places = [place for place, name in enumerate(texts[0]) if name in columns]
    return tuple(texts[0][place] for place in places), [
        tuple(row[place] for place in places) for row in texts[1]
    ]


def _kept(texts: Texts, columns: frozenset[str], condition: str | None) -> Texts:
    """Some columns of a table, in the rows that hold a condition."""
    chosen = _of_columns(texts, columns)
    if condition is None:
        return chosen
    base = Base()
    base.load("kept", chosen)
    places = base.rows(f"SELECT rowid FROM kept WHERE {condition} ORDER BY rowid")
    return chosen[0], [chosen[1][place - 1] for (place,) in places]


def _needed(base: Base, query: Query, tables: Mapping[str, Texts]) -> dict[str, Texts]:
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
        chosen = _of_columns(tables[name], columns)
        needed[name] = (
            chosen[0],
            [chosen[1][place - 1] for place in sorted({row[0] for row in places} - {None})],
        )
    return needed


def _zipped(
    figure: Figure, shown: Texts, query: Query, tables: Mapping[str, Texts], edition: Edition
) -> bytes:
    files = {
        "README.txt": _words(figure, shown, query, tables, edition),
        "check.py": SCRIPT.read_text("utf-8"),
        "query.sql": query.sql,
        "shown.csv": _csv(shown),
    }
    if query.taken:
        files["taken.csv"] = _csv(_taken(query))
    files |= {f"{name}.csv": _csv(texts) for name, texts in tables.items()}
    return zip_of({name: text.encode("utf-8") for name, text in files.items()}, edition.released)


def _taken(query: Query) -> Texts:
    """The shown cells that no table gives, by the number of their row."""
    places = sorted({place for cells in query.taken.values() for place in cells})
    rows = [(str(place + 1), *(cells.get(place, "") for cells in query.taken.values())) for place in places]
    return ("row", *query.taken), rows


def _words(figure: Figure, shown: Texts, query: Query, tables: Mapping[str, Texts], edition: Edition) -> str:
    """What the bundle holds, and of each column how many cells are computed, how many taken and why."""
    computed, taken = [], []
    for place, name in enumerate(shown[0]):
        cells = sum(bool(row[place]) for row in shown[1])
        left = sum(cell != EMPTY for cell in query.taken.get(name, {}).values())
        if cells > left:
            computed.append(f"- {name}: {cells - left} of {cells} cells")
        if left:
            taken.append(f"- {name}: {left} of {cells} cells ({reason(figure.figure_id, name)})")
    lines = [
        figure.title,
        f"{edition.caption}.",
        "",
        "python3 check.py loads the tables into SQLite, runs query.sql, and compares what it gives with",
        "every cell of shown.csv. It prints each cell that differs, and fails if there is one.",
        "",
        f"The tables: {', '.join(tables) or 'none'}. They hold the rows and columns that the query reads; a",
        f"column that ends in {CAPTION} is a date in the words of the Atlas.",
        "",
        "Computed from the tables:",
        *(computed or ["- nothing"]),
    ]
    if taken:
        lines += [
            "",
            "Taken as they are, in shown.csv and once more in taken.csv; the script compares the two, so a",
            "change is noticed, but that is no computation:",
            *taken,
        ]
    return "\n".join([*lines, ""])


def _csv(texts: Texts) -> str:
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerow(texts[0])
    writer.writerows(texts[1])
    return buffer.getvalue()
