"""Larger data for the measurements: the tables of data/ repeated, every copy under ids of its own, the years
moved by a seeded chance.

`python -m benchmarks.generate FOLDER TIMES` writes a folder that the Atlas reads and checks like its own.
Events, quantities, claims and checks are repeated with their evidence; what they point to (sources, actors,
places, projects, themes) stays one. The result is for measuring only: it says things that nobody said.
"""

from __future__ import annotations

import csv
import random
import re
import shutil
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

DATA = Path(__file__).resolve().parents[1] / "data"
# Table and its id; the rows of other tables that name such an id are repeated with it.
REPEATED = {"events": "event_id", "quantities": "quantity_id", "claims": "claim_id", "checks": "check_id"}
LAST_YEAR = 2025

Rows = list[dict[str, str]]


def write(folder: Path, times: int, data: Path = DATA, seed: int = 1947) -> None:
    """Write the tables of `data`, repeated so many times, to a new folder."""
    shutil.copytree(data, folder)
    chance = random.Random(seed)
    for name, key in REPEATED.items():
        columns, rows = read(data / f"{name}.csv")
        copies = [_copy(row, key, number, chance) for number in range(1, times) for row in rows]
        _write(folder / f"{name}.csv", columns, [_excused(row) for row in rows + copies])
    ids = {row[key] for name, key in REPEATED.items() for row in read(data / f"{name}.csv")[1]}
    columns, rows = read(data / "evidence.csv")
    tied = [row for row in rows if row["record_id"] in ids]
    _write(
        folder / "evidence.csv",
        columns,
        rows
        + [
            {**row, "record_id": _renamed(row["record_id"], number)}
            for number in range(1, times)
            for row in tied
        ],
    )


def read(path: Path) -> tuple[Sequence[str], Rows]:
    """The columns and rows of a table."""
    with path.open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file)
        return list(reader.fieldnames or ()), list(reader)


def _write(path: Path, columns: Sequence[str], rows: Rows) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, columns, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def _copy(row: Mapping[str, str], key: str, number: int, chance: random.Random) -> dict[str, str]:
    copy = {**row, key: _renamed(row[key], number)}
    # A moved date would contradict what an event follows, and a number in a series is borne once.
    copy |= dict.fromkeys({"after", "series", "number"} & copy.keys(), "")
    if "date" in copy:
        copy["date"] = _moved(copy["date"], chance)
    return copy


def _excused(row: dict[str, str]) -> dict[str, str]:
    """A note excuses a row that calls itself the first, which moved copies of others contradict."""
    return {**row, "note": row["note"] or "for measuring only"} if "note" in row else row


def _renamed(record_id: str, number: int) -> str:
    return f"{record_id}-copy-{number}"


def _moved(date: str, chance: random.Random) -> str:
    """A plain year, month or day in another year; any other date stays."""
    if not re.fullmatch(r"[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?", date) or date[5:] == "02-29":
        return date
    return f"{chance.randint(1948, LAST_YEAR)}{date[4:]}"


if __name__ == "__main__":
    write(Path(sys.argv[1]), int(sys.argv[2]))
