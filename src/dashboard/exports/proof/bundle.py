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
from dashboard.exports.proof.query import query_of
from dashboard.exports.proof.reasons import reason
from dashboard.exports.proof.tables import Held, around, beside, kept, needed, owner_of
from dashboard.exports.proof.taken import EMPTY, Query, taking
from dashboard.exports.proof.ways import CAPTION
from dashboard.exports.reference import Edition
from dashboard.exports.table import cell_of
from dashboard.model.figure import Figure

SCRIPT = Path(__file__).with_name("check.py")
# The largest share of cells that a query written for a figure may leave to be taken as they are.
MOST_TAKEN = 0.1


def proof_of(figure: Figure, held: Held, edition: Edition, tallies: Sequence[Query] = ()) -> bytes:
    """A zip with the shown rows, the rows of the tables that these follow from, the query, the script that
    runs it and compares, and the shown cells that no table gives. `tallies` are queries written for the
    figure: the first that gives all of its rows is taken.
    """
    shown = texts_of_rows(figure)
    for tally in tallies:
        tables = {
            name: kept(held[name], columns, tally.keeps.get(name)) for name, columns in tally.reads.items()
        }
        written = _with_taken(tally, shown, tables)
        if written is not None:
            return _zipped(figure, shown, written, tables, edition)
    tables = around(shown, set(figure.record_ids), held)
    base = _laid_in(shown, tables)
    ids = set(figure.record_ids)
    bases = [join for name in tables for join in beside(name, shown, tables[name], ids)]
    # The table of most of the shown records first, and rows that are known by more than a record's name.
    bases.sort(key=lambda join: (-len(join.on), -len(tables[join.table][1])))
    query = query_of(base, shown, bases, tables)
    return _zipped(figure, shown, query, needed(base, query, tables), edition)


def _laid_in(shown: Texts, tables: Mapping[str, Texts]) -> Database:
    """A database with the shown rows and the tables."""
    base = Database()
    base.load("shown", shown)
    for name, texts in tables.items():
        base.load(name, texts, owner_of(name))
    return base


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
