"""Computes the rows of shown.csv again from the other tables by query.sql, and fails if a cell differs."""

import csv
import sqlite3
from itertools import zip_longest
from pathlib import Path


def _same(cell: float, new: float) -> bool:
    return cell == new or ({type(cell), type(new)} <= {int, float} and abs(cell - new) < 1e-9 * abs(cell))


here, base = Path(__file__).parent, sqlite3.connect(":memory:")
for path in here.glob("*.csv"):
    header, *rows = csv.reader(path.open(encoding="utf-8", newline=""))
    columns = ", ".join(f'"{name}" NUMERIC' for name in header)
    base.execute(f"CREATE TABLE {path.stem} ({columns})")
    places = ", ".join("?" for name in header)
    base.executemany(f"INSERT INTO {path.stem} VALUES ({places})", ([c or None for c in row] for row in rows))
query = (here / "query.sql").read_text("utf-8")
pairs = zip_longest(base.execute("SELECT * FROM shown ORDER BY rowid"), base.execute(query), fillvalue=())
wrong = [(row, *pair) for row, two in enumerate(pairs, 2) for pair in zip_longest(*two) if not _same(*pair)]
print(len(wrong), "shown cells differ from what the tables give")
print(*(f"shown.csv, row {row}: {cell} is shown, {new} is computed" for row, cell, new in wrong), sep="\n")
raise SystemExit(len(wrong) > 0)
