"""A figure with the tables that it rests on, and a script that computes its cells from them again."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import permutations
from json import dumps
from pathlib import Path
from typing import Any

import pandas as pd

from dashboard.exports import proof_check
from dashboard.exports.archive import zip_of
from dashboard.exports.reference import Edition
from dashboard.exports.table import cell_of
from dashboard.model.figure import Figure
from dashboard.model.schema import BY_NAME

SCRIPT = Path(proof_check.__file__)
RECORD, ABOUT = "record_id", ("table", "key", "record_id")
EVIDENCE = "evidence"
CAPTION = "_caption"
_YEAR = re.compile(r"\d{4}")

Row = Mapping[str, str]
Recipe = dict[str, Any]
Recipes = dict[str, dict[str, Recipe]]


@dataclass(frozen=True)
class Basis:
    """A table behind a figure: its name, its column of ids (empty where others only name its rows), its
    rows.
    """

    name: str
    key: str
    rows: pd.DataFrame


def proof_of(figure: Figure, bases: Sequence[Basis], edition: Edition) -> bytes:
    """A zip with `proof.csv` (the shown cells that follow from the tables), `recipes.json` (how), the rows of
    the tables, `check.py`, and `taken.csv` (the shown cells that do not follow from them).
    """
    tables = proof_check.Tables({basis.name: _as_texts(basis.rows) for basis in bases})
    # A figure may have a column of tables; in the proof that name is taken.
    rows = figure.rows.rename(columns={name: f"shown_{name}" for name in ABOUT if name != RECORD})
    shown = _as_texts(rows)
    recipes: Recipes = {}
    proofs: list[dict[str, str]] = []
    left = [dict(row) for row in shown]
    for basis in (basis for basis in bases if basis.key):
        here = [at for at, row in enumerate(shown) if tables.rows(basis.name, basis.key, row[RECORD])]
        found = _recipes(basis, [shown[at] for at in here], tables) if here else {}
        if not here or (not found and len(shown[0]) > 1):
            continue
        recipes[basis.name] = found
        for at in here:
            proofs.append(_proved(basis, shown[at], recipes[basis.name], tables))
            left[at] |= {name: "" for name in recipes[basis.name] if proofs[-1][name]}
    files = {
        "README.txt": _words(figure, recipes, shown, left, edition).encode("utf-8"),
        "check.py": SCRIPT.read_bytes(),
        "recipes.json": (dumps(recipes, indent=1) + "\n").encode("utf-8"),
        "proof.csv": _csv(proofs, ABOUT),
        "taken.csv": _csv(left, (RECORD,)),
    }
    needed = _needed(recipes, tables, {row[RECORD] for row in shown})
    files |= {f"tables/{name}.csv": _csv(rows) for name, rows in needed.items()}
    return zip_of(files, edition.released)


def _recipes(basis: Basis, rows: Sequence[Row], tables: proof_check.Tables) -> dict[str, Recipe]:
    """For each column the table's own of that name if it gives half of the shown cells, or else the first
    recipe that gives all; those that read the record's own table come first.
    """
    found: dict[str, Recipe] = {}
    for name in (name for name in rows[0] if name != RECORD):
        filled = [row for row in rows if row[name]]
        as_it_is = {"in": basis.name, "by": basis.key, "of": name}
        given = name in _columns(tables, basis.name) and sum(
            _gives(basis, as_it_is, name, row, tables) for row in filled
        )
        if given and 2 * given >= len(filled):
            found[name] = as_it_is
            continue
        ways = _candidates(basis, name, filled, tables) if filled else ()
        whole = (way for way in ways if all(_gives(basis, way, name, row, tables) for row in filled))
        way = next(whole, as_it_is if given else None)
        if way:
            found[name] = way
    return dict(sorted(found.items(), key=lambda named: named[1].get("in") != basis.name))


def _gives(basis: Basis, way: Recipe, name: str, row: Row, tables: proof_check.Tables) -> bool:
    """True if a recipe gives one shown cell."""
    proof = {**row, "table": basis.name, "key": basis.key}
    return not proof_check.faults(proof, {basis.name: {name: way}}, tables)


def _proved(
    basis: Basis, row: Row, recipes: Mapping[str, Recipe], tables: proof_check.Tables
) -> dict[str, str]:
    """The cells of a shown row that follow from the tables together, the others empty."""
    proof = {"table": basis.name, "key": basis.key, **dict.fromkeys(row, ""), RECORD: row[RECORD]}
    # What is computed from cells beside it needs them, also where these are taken as they are.
    needed = [name for way in recipes.values() for name in way.get("minus") or way.get("over") or ()]
    needed += [way["years"] for way in recipes.values() if "years" in way]
    proof |= {name: row[name] for name in needed}
    for name in recipes:
        before, proof[name] = proof[name], row[name]
        if row[name] and proof_check.faults(proof, {basis.name: recipes}, tables):
            proof[name] = before
    return proof


def _candidates(
    basis: Basis, name: str, filled: Sequence[Row], tables: proof_check.Tables
) -> Iterator[Recipe]:
    """Where a column may come from, the likeliest first; one cell alone is no sign of a computation."""
    if name in _columns(tables, basis.name):
        yield {"in": basis.name, "by": basis.key, "of": name, "entry": True}
    if "period" in _columns(tables, basis.name):
        yield from _adding(basis, name, filled)
    if len({row[name] for row in filled}) < 2:
        return
    yield from _reading(basis.name, basis.key, tables)
    if basis.name != EVIDENCE and tables.get(EVIDENCE):
        yield from _reading(EVIDENCE, RECORD, tables)
    if all(row[name].isdigit() for row in filled):
        yield from _counting(basis, tables)
    if all(_is_number(row[name]) for row in filled):
        yield from _calculating(name, filled)


def _adding(basis: Basis, name: str, filled: Sequence[Row]) -> Iterator[Recipe]:
    """Sums of a column over the years that another shown cell names."""
    spans = [column for column in filled[0] if all(len(_YEAR.findall(row[column])) == 2 for row in filled)]
    if all(_is_number(row[name]) for row in filled):
        for span in spans:
            yield {"sum": [basis.name, basis.key, "value"], "years": span}


def _calculating(name: str, filled: Sequence[Row]) -> Iterator[Recipe]:
    """Differences and ratios of the columns before this one."""
    columns = [column for column in filled[0] if column != RECORD]
    before = columns[: columns.index(name)]
    numbers = [column for column in before if all(_is_number(row[column]) for row in filled)]
    for first, second in permutations(numbers, 2):
        yield {"minus": [first, second]}
        if all(float(row[second]) for row in filled):
            yield {"over": [first, second]}


def _reading(table: str, key: str, tables: proof_check.Tables) -> Iterator[Recipe]:
    """Every way to read a cell of a row: as it is, an entry of it, its year, or the row that it names."""
    for column in _columns(tables, table):
        way: Recipe = {"in": table, "by": key, "of": column}
        yield way
        yield {**way, "signs": 4}
        described = next((known for known in BY_NAME[table].columns if known.name == column), None)
        if described is None:
            continue
        entry = {"entry": True} if described.many else {}
        if entry:
            yield way | entry
        for other in described.points_to:
            for named in _columns(tables, other):
                join = {"join": [other, BY_NAME[other].id_column, named]}
                yield way | join | entry
                yield way | join


def _counting(basis: Basis, tables: proof_check.Tables) -> Iterator[Recipe]:
    """Every way to count the rows that name a record."""
    for table in tables:
        for column in BY_NAME[table].columns:
            if column.name not in _columns(tables, table):
                continue
            if basis.name not in column.points_to and column.points_to != ("*",):
                continue
            way: Recipe = {"count": [table, column.name]}
            yield way
            if table != EVIDENCE:
                continue
            for where in ({}, {"stance": "supports"}, {"stance": "disputes"}):
                narrowed = way | ({"where": where} if where else {})
                yield narrowed | {"origins": True}
                yield narrowed | {"distinct": "source_id"}
                yield narrowed | {"distinct": RECORD}
                yield narrowed


def _columns(tables: proof_check.Tables, table: str) -> list[str]:
    rows = tables.get(table)
    return list(rows[0]) if rows else []


def _is_number(text: str) -> bool:
    try:
        float(text)
    except ValueError:
        return False
    return True


def _needed(recipes: Recipes, tables: proof_check.Tables, shown: set[str]) -> dict[str, list[dict[str, str]]]:
    """The tables that the recipes read, each with the rows of the shown records or of what those name."""
    needed = {table: tables[table] for table in recipes}
    for way in (way for ways in recipes.values() for way in ways.values()):
        if "of" in way:
            needed.setdefault(way["in"], tables[way["in"]])
        if "join" in way:
            other, key, _ = way["join"]
            named = {cell for row in tables[way["in"]] for cell in row[way["of"]].split(";")}
            rows = [row for row in tables[other] if row[key] in named]
            needed[other] = [
                *needed.get(other, []),
                *(row for row in rows if row not in needed.get(other, [])),
            ]
        if "count" in way:
            table, key = way["count"]
            rows = [row for row in tables[table] if shown.intersection(row[key].split(";"))]
            needed.setdefault(table, rows)
        if way.get("origins"):
            needed["sources"] = tables["sources"]
    return needed


def _words(
    figure: Figure, recipes: Recipes, shown: Sequence[Row], left: Sequence[Row], edition: Edition
) -> str:
    """What the bundle holds, and which columns its script computes and which it takes as they are."""
    names = [name for name in (shown[0] if shown else ()) if name != RECORD]
    lines = []
    for name in names:
        cells = sum(bool(row[name]) for row in shown)
        taken = sum(bool(row[name]) for row in left)
        how = "; ".join(dict.fromkeys(_in_words(ways[name]) for ways in recipes.values() if name in ways))
        if taken == cells:
            lines.append(f"- {name}: taken as it is ({cells} cells, in taken.csv)")
        else:
            rest = f"; {taken} cells are taken as they are, in taken.csv" if taken else ""
            lines.append(f"- {name}: {how} ({cells - taken} cells{rest})")
    return "\n".join(
        [
            f"{figure.title}",
            f"{edition.caption}.",
            "",
            "python3 check.py computes the cells of proof.csv again from tables/, by recipes.json, and fails",
            "if one of them, or of the cells of tables/ that they rest on, was changed.",
            f"In the tables, a column that ends in {CAPTION} is a date in the words of the Atlas.",
            "The columns of the figure:",
            "",
            *lines,
            "",
        ]
    )


def _in_words(way: Recipe) -> str:
    """A recipe in words."""
    if "count" in way:
        table, key = way["count"]
        what = f"different {way['distinct']}" if "distinct" in way else "rows"
        what = "origins" if way.get("origins") else what
        where = "".join(f", {name} {value}" for name, value in way.get("where", {}).items())
        return f"the number of {what} in {table} by {key}{where}"
    if "sum" in way:
        table, _, column = way["sum"]
        return f"the sum of {column} in {table} over the years of {way['years']}"
    if "minus" in way or "over" in way:
        first, second = way.get("minus") or way["over"]
        return f"{first} {'less' if 'minus' in way else 'divided by'} {second}"
    part = "an entry of " if way.get("entry") else ""
    year = f"the first {way['signs']} signs of " if "signs" in way else ""
    joined = f"{way['join'][2]} of the {way['join'][0]} named in " if "join" in way else ""
    return f"{year}{part}{joined}{way['of']} in {way['in']}"


def _as_texts(rows: pd.DataFrame) -> list[dict[str, str]]:
    return [{str(name): cell_of(value) for name, value in row.items()} for row in rows.to_dict("records")]


def _csv(rows: Sequence[Row], header: Sequence[str] = ()) -> bytes:
    buffer = io.StringIO(newline="")
    writer = csv.DictWriter(buffer, list(rows[0]) if rows else list(header), lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return buffer.getvalue().encode("utf-8")
