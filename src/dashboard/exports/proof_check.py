"""The shown cells, computed again from the tables beside this file by `python3 check.py`.

`recipes.json` says of each table and shown column where the cell comes from; `proof.csv` has the cells.
`count` counts the rows that name the record: all, the `distinct` values of a column, or the `origins` (who
first reported it), and of rows only those that hold `where`. `sum` adds up a column of the rows that name the
record, of the years that the cell `years` of its row names. `minus` and `over` compute a cell from two others
beside it. Any other recipe reads a row of the record: its cell as it is, one `entry` of a list, its first
`signs`, or the cell of the row that it names (`join`). All of these of one table must hold in one row.
"""

from __future__ import annotations

import csv
import json
import re
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

Row = Mapping[str, str]
Recipe = Mapping[str, Any]


def same(shown: str, held: str) -> bool:
    """True for equal words, whatever joins them, and for equal numbers."""
    if shown == held:
        return True
    try:
        return abs(float(shown) - float(held)) <= 1e-9 * max(1, abs(float(held)))
    except ValueError:
        return words(shown) == words(held)


def words(text: str) -> list[str]:
    """The words of a text."""
    return text.replace(";", " ").replace("-", " ").replace("_", " ").split()


class Tables(dict[str, list[dict[str, str]]]):
    """Rows by table, and looked up by what a column names as often as it is asked."""

    def __init__(self, tables: Mapping[str, list[dict[str, str]]]) -> None:
        super().__init__(tables)
        self.places: dict[tuple[str, str], dict[str, list[dict[str, str]]]] = {}

    def rows(self, table: str, column: str, name: str) -> list[dict[str, str]]:
        """The rows of a table whose column, or an entry of it, is a name."""
        if (table, column) not in self.places:
            places = self.places[table, column] = {}
            for row in self.get(table, []):
                for entry in row[column].split(";"):
                    places.setdefault(entry, []).append(row)
        return self.places[table, column].get(name, [])


def reads(recipe: Recipe, row: Row, shown: str, tables: Tables) -> bool:
    """True if a row of the record has the shown cell."""
    held = row[recipe["of"]]
    cells = held.split(";") if recipe.get("entry") else [held]
    if "join" in recipe:
        table, key, name = recipe["join"]
        found = [other[name] for cell in held.split(";") for other in tables.rows(table, key, cell)[:1]]
        cells = found if recipe.get("entry") else [", ".join(found)]
    if "signs" in recipe:
        cells = [cell[: recipe["signs"]] for cell in cells]
    return any(same(shown, cell) for cell in cells)


def origin(source_id: str, tables: Tables) -> str:
    """Who first reported what a source says."""
    for source in tables.rows("sources", "source_id", source_id):
        first = tables.rows("sources", "source_id", source["origin"] or source_id)
        teller = first[0] if first else source
        return teller["publisher"] or teller["author"] or teller["source_id"]
    return source_id


def counted(recipe: Recipe, record_id: str, tables: Tables) -> int:
    """How many rows name the record."""
    table, key = recipe["count"]
    where = recipe.get("where", {})
    rows = tables.rows(table, key, record_id)
    rows = [row for row in rows if all(row[name] == value for name, value in where.items())]
    if recipe.get("origins"):
        return len({origin(row["source_id"], tables) for row in rows})
    return len({row[recipe["distinct"]] for row in rows}) if "distinct" in recipe else len(rows)


def added(recipe: Recipe, proof: Row, tables: Tables) -> float:
    """The sum of the rows of a record in the years that a cell beside the sum names."""
    table, key, column = recipe["sum"]
    years = [int(year) for year in re.findall(r"\d{4}", proof[recipe["years"]])] or [0]
    rows = tables.rows(table, key, proof["record_id"])
    values = [row[column] for row in rows if years[0] <= int(row["period"][:4]) <= years[-1]]
    return sum(float(value) for value in values if value)


def holds(recipe: Recipe, name: str, proof: Row, tables: Tables) -> bool:
    """True if a count, a sum, a difference or a ratio gives the shown cell."""
    if "count" in recipe:
        return same(proof[name], str(counted(recipe, proof["record_id"], tables)))
    if "sum" in recipe:
        return same(proof[name], str(added(recipe, proof, tables)))
    first, second = (float(proof[column]) for column in recipe.get("minus") or recipe["over"])
    return same(proof[name], str(first - second if "minus" in recipe else first / second))


def faults(proof: Row, recipes: Mapping[str, Mapping[str, Recipe]], tables: Tables) -> list[str]:
    """The columns of a shown row that the tables do not give."""
    ways = {name: way for name, way in recipes[proof["table"]].items() if proof[name]}
    read: dict[tuple[str, str], list[str]] = {}
    wrong = [] if tables.rows(proof["table"], proof["key"], proof["record_id"]) else ["record_id"]
    for name, way in ways.items():
        if "of" in way:
            read.setdefault((way["in"], way["by"]), []).append(name)
        elif not holds(way, name, proof, tables):
            wrong.append(name)
    for (table, key), names in read.items():
        rows = tables.rows(table, key, proof["record_id"])
        if not any(all(reads(ways[name], row, proof[name], tables) for name in names) for row in rows):
            wrong += names
    return wrong


def read_table(path: Path) -> list[dict[str, str]]:
    """The rows of a file."""
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def main() -> int:
    """Say what does not hold; returns 1 if anything does not."""
    here = Path(__file__).parent
    csv.field_size_limit(2**30)
    tables = Tables({path.stem: read_table(path) for path in sorted((here / "tables").glob("*.csv"))})
    recipes = json.loads((here / "recipes.json").read_text("utf-8"))
    wrong = 0
    for number, proof in enumerate(read_table(here / "proof.csv"), 2):
        for name in faults(proof, recipes, tables):
            wrong += 1
            print(f"proof.csv, row {number}: {name} of {proof['record_id']} does not follow from the tables")
    print(f"{wrong} cells do not hold." if wrong else "Every cell of proof.csv follows from the tables.")
    return int(wrong > 0)


if __name__ == "__main__":
    sys.exit(main())
