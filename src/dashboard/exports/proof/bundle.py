"""A figure with the tables that it rests on, and a script of twenty lines that computes its cells from them
again by one query.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from pathlib import Path

from dashboard.exports.archive import zip_of
from dashboard.exports.proof.database import Database, Texts, same
from dashboard.exports.proof.due import ALL, LISTED, due_of, with_due
from dashboard.exports.proof.query import query_of
from dashboard.exports.proof.readme import words
from dashboard.exports.proof.scope import Scope
from dashboard.exports.proof.tables import Held, around, beside, needed, owner_of, rows_with
from dashboard.exports.proof.taken import EMPTY, Query, taking
from dashboard.exports.proof.ways import RECORD
from dashboard.exports.proof.written import written_for
from dashboard.exports.reference import Edition
from dashboard.exports.table import cell_of
from dashboard.model.figure import Figure

SCRIPT = Path(__file__).with_name("check.py")
# The largest share of cells that a query written for a figure may leave to be taken as they are.
MOST_TAKEN = 0.1


def proof_of(
    figure: Figure, held: Held, edition: Edition, scope: Scope, written: Query | None = None
) -> bytes:
    """A zip with the shown rows, the rows of the tables that these follow from, the query, the script that
    runs it and compares, and the shown cells and rows that no table gives. `written` is a query for this
    figure that is no part of the catalogue; one that does not give all of its rows is left.
    """
    shown = texts_of_rows(figure)
    found = _of_written(written or written_for(figure.figure_id, scope), shown, held)
    query, tables = found or _of_ways(shown, set(figure.record_ids), held, scope)
    files = {f"{name}.csv": texts for name, texts in tables.items()}
    due = None
    if not query.complete:
        due = due_of(figure.figure_id, shown, held, scope)
        query = with_due(query, shown[0], due)
        files |= {f"{ALL}{name}.csv": texts for name, texts in due.tables.items()}
        if due.listed:
            files[f"{LISTED}.csv"] = ((RECORD,), [(record_id,) for record_id in due.listed])
    files["shown.csv"] = shown
    if query.taken:
        files["taken.csv"] = _taken(query)
    contents = {
        "README.txt": words(figure, shown, query, sorted(files), edition, due),
        "check.py": SCRIPT.read_text("utf-8"),
        "query.sql": query.sql,
        **{name: _csv(texts) for name, texts in files.items()},
    }
    return zip_of({name: text.encode("utf-8") for name, text in contents.items()}, edition.released)


def texts_of_rows(figure: Figure) -> Texts:
    """The shown rows as texts."""
    rows = figure.rows
    cells = (tuple(map(cell_of, row)) for row in rows.itertuples(index=False, name=None))
    return tuple(map(str, rows.columns)), list(cells)


def _of_ways(shown: Texts, ids: set[str], held: Held, scope: Scope) -> tuple[Query, Mapping[str, Texts]]:
    """The query that is put together from the ways in which cells follow from tables, and these."""
    tables = around(shown, ids, held)
    base = _laid_in(shown, tables)
    bases = [join for name in tables for join in beside(name, shown, tables[name], ids, scope.record_id)]
    # The table of most of the shown records first, and rows that are known by more than a record's name.
    bases.sort(key=lambda join: (-len(join.on), -len(tables[join.table][1])))
    query = query_of(base, shown, bases, tables)
    return query, needed(base, query, tables)


def _of_written(query: Query | None, shown: Texts, held: Held) -> tuple[Query, Mapping[str, Texts]] | None:
    """A query that was written for a figure, and the tables that it reads."""
    if query is None:
        return None
    tables = {
        name: rows_with(held[name], columns, query.keeps.get(name)) for name, columns in query.reads.items()
    }
    found = _with_taken(query, shown, tables)
    return None if found is None else (found, tables)


def _laid_in(shown: Texts, tables: Mapping[str, Texts]) -> Database:
    """A database with the shown rows and the tables."""
    base = Database()
    base.load("shown", shown)
    for name, texts in tables.items():
        base.load(name, texts, owner_of(name))
    return base


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


def _taken(query: Query) -> Texts:
    """The shown cells that no table gives, by the number of their row."""
    places = sorted({place for cells in query.taken.values() for place in cells})
    rows = [(str(place + 1), *(cells.get(place, "") for cells in query.taken.values())) for place in places]
    return ("row", *query.taken), rows


def _csv(texts: Texts) -> str:
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerow(texts[0])
    writer.writerows(texts[1])
    return buffer.getvalue()
