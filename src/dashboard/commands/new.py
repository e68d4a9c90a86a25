"""`python -m dashboard new FOLDER`: an empty data folder for an Atlas of any two countries, and what it still
needs.
"""

from __future__ import annotations

import argparse
from datetime import date
from pathlib import Path
from typing import Any

from dashboard.data.release import VERSION_FILE
from dashboard.data.subject import SUBJECT_FILE
from dashboard.model.schema import TABLES

_SUBJECT = """\
# What this Atlas is about, as far as no table says it.
title = "An Atlas of two countries"
package = "atlas-of-two-countries"
first_year = 1947
lead = ["What happened between the two: when, how much, where, and who says so."]
example_record = "" # the id of a record that shows well how one is kept, once there is one
map_note = ""
voices_note = ""
voices = [] # [[voices]] country, capital: those of which it is said whether they tell of a record
directions = [] # [[directions]] id, label, title, sender (a side's country; empty: both), stated (indicators)
views = [] # [[views]] id, label, corners ([longitude, latitude], two or more)

# The two sides: country codes of ISO 3166, the names under which data sets report them,
# and the codes of former states that count for them.
[[sides]]
country = "AAA"
names = ["The first country"]
former = []

[[sides]]
country = "BBB"
names = ["The second country"]
former = []
"""


def add_to(commands: Any) -> None:
    """Add the command to a parser's commands."""
    parser: argparse.ArgumentParser = commands.add_parser(
        "new", help="make an empty data folder to start an Atlas from"
    )
    parser.add_argument("folder", type=Path, help="where; it must not be there yet, or be empty")


def run(options: argparse.Namespace) -> int:
    """Make the folder; returns the exit code, 1 if there is something in its place already."""
    folder: Path = options.folder
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        print(f"{folder}: something is there already; name a folder that is empty or new")
        return 1
    make(folder, date.today())
    print(f"{folder}: {len(TABLES)} tables without rows, {SUBJECT_FILE} and {VERSION_FILE}.")
    print(
        f"Fill in {SUBJECT_FILE}, then the tables: `python -m dashboard --data {folder} check` "
        "names what is still needed."
    )
    print(f"Look at it with `ATLAS_DATA={folder} streamlit run app.py`.")
    return 0


def make(folder: Path, today: date) -> None:
    """Write every table as a header without rows, the subject to be filled in, and the version."""
    folder.mkdir(parents=True, exist_ok=True)
    for table in TABLES:
        header = ",".join(column.name for column in table.columns)
        (folder / table.file).write_text(header + "\n", "utf-8")
    (folder / SUBJECT_FILE).write_text(_SUBJECT, "utf-8")
    (folder / VERSION_FILE).write_text(f"0.1.0 {today.isoformat()}\n", "utf-8")
