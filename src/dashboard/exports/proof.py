"""A figure with the tables that it rests on, and a script that looks each shown row up in them again."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from dashboard.exports.archive import zip_of
from dashboard.exports.reference import Edition
from dashboard.exports.table import cell_of
from dashboard.model.figure import Figure

SCRIPT = '''"""Look up every row of the figure in the tables beside it: python3 check.py"""
import csv
import sys
from pathlib import Path

here = Path(__file__).parent


def read(name):
    with open(here / name, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


tables = {path.stem: read(path.relative_to(here)) for path in sorted((here / "tables").glob("*.csv"))}
wrong = []
for number, proof in enumerate(read("proof.csv"), 2):
    rows = [row for row in tables[proof["table"]] if row[proof["key"]] == proof["record_id"]]
    about = ("table", "key", "record_id")
    shown = {name: value for name, value in proof.items() if name not in about and value}
    if not any(all(row.get(name) == value for name, value in shown.items()) for row in rows):
        wrong.append(f"proof.csv, row {number}: {proof['record_id']} is not in {proof['table']}.csv as shown")
print("\\n".join(wrong) or "Every shown row stands in the tables.")
sys.exit(bool(wrong))
'''


@dataclass(frozen=True)
class Basis:
    """A table behind a figure: its name, its column of ids, its published rows as texts."""

    name: str
    key: str
    rows: pd.DataFrame


def proof_of(figure: Figure, bases: Sequence[Basis], edition: Edition) -> bytes:
    """A zip with `proof.csv` (each shown row as far as the tables hold its cells), the rows of the tables
    that it rests on, and `check.py`.
    """
    texts = {basis.name: _as_texts(basis) for basis in bases}
    shown = _shown(figure, bases, texts)
    files = {"check.py": SCRIPT.encode("utf-8"), "proof.csv": _csv(shown)}
    files |= {f"tables/{name}.csv": _csv(rows) for name, rows in texts.items() if rows}
    return zip_of(files, edition.released)


def _shown(
    figure: Figure, bases: Sequence[Basis], texts: Mapping[str, list[dict[str, str]]]
) -> list[dict[str, str]]:
    """The shown cells whose column and value the table of their record holds too; a row without any names its
    record alone.
    """
    proofs = []
    held = {basis.name: _by_key(texts[basis.name], basis.key) for basis in bases}
    names = [str(name) for name in figure.rows.columns if name != "record_id"]
    for row in figure.rows.to_dict("records"):
        for basis in bases:
            rows = held[basis.name].get(row["record_id"], [])
            if rows:
                cells = {name: cell_of(row[name]) for name in names}
                standing = {name: value for name, value in cells.items() if _stands(name, value, rows)}
                empty = dict.fromkeys(names, "")
                proofs.append(
                    {
                        "table": basis.name,
                        "key": basis.key,
                        "record_id": row["record_id"],
                        **empty,
                        **standing,
                    }
                )
    return proofs


def _stands(name: str, value: str, rows: Sequence[Mapping[str, str]]) -> bool:
    return bool(value) and any(row.get(name) == value for row in rows)


def _by_key(rows: Sequence[dict[str, str]], key: str) -> dict[str, list[dict[str, str]]]:
    found: dict[str, list[dict[str, str]]] = {}
    for row in rows:
        found.setdefault(row[key], []).append(row)
    return found


def _as_texts(basis: Basis) -> list[dict[str, str]]:
    return [
        {str(name): cell_of(value) for name, value in row.items()} for row in basis.rows.to_dict("records")
    ]


def _csv(rows: Sequence[Mapping[str, Any]]) -> bytes:
    buffer = io.StringIO(newline="")
    writer = csv.DictWriter(
        buffer, list(rows[0]) if rows else ["table", "key", "record_id"], lineterminator="\n"
    )
    writer.writeheader()
    writer.writerows(rows)
    return buffer.getvalue().encode("utf-8")
