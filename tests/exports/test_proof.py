"""A proof bundle proves: its script computes the shown cells again, and fails when one cell is changed."""

from __future__ import annotations

import csv
import io
import subprocess
import sys
import zipfile
from datetime import date
from pathlib import Path

import pandas as pd
import pytest

from dashboard.exports.proof import Basis, proof_of
from dashboard.exports.reference import Edition
from dashboard.model.figure import Cell, Figure, Grid

EVENTS = pd.DataFrame(
    {
        "event_id": ["a", "b", "c"],
        "date": ["1950-05", "1960", "1971"],
        "date_caption": ["May 1950", "1960", "1971"],
        "actors": [("x", "y"), ("y",), ()],
        "places": [("p",), (), ("q", "p")],
        "note": ["one, two", "", ""],
    }
)
PLACES = pd.DataFrame({"place_id": ["p", "q", "r"], "name": ["Port", "Quarry", "River"]})
EVIDENCE = pd.DataFrame(
    {
        "record_id": ["a", "a", "a", "b", "c"],
        "source_id": ["s", "t", "u", "t", "s"],
        "stance": ["supports", "supports", "disputes", "supports", "supports"],
    }
)
SOURCES = pd.DataFrame(
    {
        "source_id": ["s", "t", "u"],
        "publisher": ["Star", "Times", "Copy"],
        "author": "",
        "origin": ["", "", "t"],
    }
)
INDICATORS = pd.DataFrame({"indicator_id": ["i", "j"], "label": ["Deaths", "Losses"]})
OBSERVATIONS = pd.DataFrame(
    {
        "indicator_id": ["i", "i", "i", "j", "j"],
        "period": ["2000", "2001", "2002", "2001", "2002"],
        "value": [100.0, 2.5, 4.0, 7.0, 8.0],
    }
)
SHOWN = pd.DataFrame(
    {
        "record_id": ["a", "b", "c"],
        "date": ["1950-05", "1960", "1971"],
        "when": ["May 1950", "1960", "1971"],
        "year": [1950, 1960, 1971],
        "actors": ["x;y", "y", ""],
        "place": ["Port", "", "Quarry, Port"],
        "one": ["x", "y", ""],
        "sources": [2, 1, 1],
        "disputing": [1, 0, 0],
        "more": [1, 1, 1],
        "length": [3.0, 4.0, 5.0],
        "width": [1.5, 1.0, 2.0],
        "ratio": [2.0, 4.0, 2.5],
        "gap": [1.5, 3.0, 3.0],
    }
)
TOTALS = pd.DataFrame({"record_id": ["i", "j"], "when": ["2001–2002", "2001–2002"], "value": [6.5, 15.0]})
BASES = [
    Basis("events", "event_id", EVENTS),
    Basis("evidence", "", EVIDENCE),
    Basis("places", "", PLACES),
    Basis("sources", "", SOURCES),
]
SERIES = [
    Basis("indicators", "indicator_id", INDICATORS),
    Basis("observations", "indicator_id", OBSERVATIONS),
]


def unpacked(shown: pd.DataFrame, bases: list[Basis], folder: Path) -> Path:
    figure = Figure("f", "Three events", Grid(("a",), ((Cell("1"),),)), shown, "Three.")
    content = proof_of(figure, bases, Edition("Atlas", "1.0.0", date(2026, 1, 2)))
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        archive.extractall(folder)
    return folder


@pytest.fixture
def bundle(tmp_path: Path) -> Path:
    return unpacked(SHOWN, BASES, tmp_path)


def checked(folder: Path) -> tuple[int, str]:
    done = subprocess.run([sys.executable, "check.py"], cwd=folder, capture_output=True, text=True)
    assert not done.stderr
    return done.returncode, done.stdout


def rows_of(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def changed(path: Path, row: int, name: str, value: str) -> None:
    rows = rows_of(path)
    assert rows[row][name] != value
    rows[row][name] = value
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)


def test_the_script_computes_every_cell_that_follows_from_the_tables(bundle: Path) -> None:
    assert checked(bundle) == (0, "Every cell of proof.csv follows from the tables.\n")
    taken = rows_of(bundle / "taken.csv")
    assert {name for row in taken for name, cell in row.items() if cell} == {
        "record_id",
        "more",
        "length",
        "width",
    }


@pytest.mark.parametrize(
    "name", ["date", "when", "year", "actors", "place", "one", "sources", "disputing", "ratio", "gap"]
)
def test_the_script_fails_when_what_is_shown_is_changed(bundle: Path, name: str) -> None:
    value = "7" if name in ("year", "sources", "disputing", "ratio", "gap") else "changed"
    changed(bundle / "proof.csv", 0, name, value)
    code, words = checked(bundle)
    assert code == 1
    assert f"{name} of a does not follow from the tables" in words


@pytest.mark.parametrize(
    ("table", "row", "name", "value", "fails"),
    [
        ("events", 0, "event_id", "z", "record_id"),
        ("events", 0, "date", "1951-05", "date"),
        ("events", 0, "date_caption", "May 1951", "when"),
        ("events", 0, "actors", "x;z", "actors"),
        ("places", 0, "name", "Harbour", "place"),
        ("evidence", 0, "source_id", "t", "sources"),
        ("evidence", 2, "stance", "supports", "disputing"),
        ("sources", 2, "origin", "", "sources"),
    ],
)
def test_the_script_fails_when_a_cell_of_a_table_is_changed(
    bundle: Path, table: str, row: int, name: str, value: str, fails: str
) -> None:
    changed(bundle / "tables" / f"{table}.csv", row, name, value)
    code, words = checked(bundle)
    assert code == 1
    assert f"{fails} of a does not follow from the tables" in words


def test_cells_of_one_row_are_not_gathered_from_two(tmp_path: Path) -> None:
    shown = pd.DataFrame({"record_id": ["i", "i"], "period": ["2001", "2002"], "value": [2.5, 4.0]})
    folder = unpacked(shown, SERIES, tmp_path)
    assert checked(folder)[0] == 0
    changed(folder / "proof.csv", 0, "value", "4.0")
    assert checked(folder)[0] == 1


def test_a_figure_may_have_a_column_called_table(tmp_path: Path) -> None:
    shown = pd.DataFrame(
        {"record_id": ["a", "b"], "date": ["1950-05", "1960"], "table": ["events", "events"]}
    )
    folder = unpacked(shown, BASES, tmp_path)
    assert checked(folder)[0] == 0
    assert [row["shown_table"] for row in rows_of(folder / "taken.csv")] == ["events", "events"]


def test_a_sum_is_added_up_again_over_its_years(tmp_path: Path) -> None:
    folder = unpacked(TOTALS, SERIES, tmp_path)
    assert checked(folder)[0] == 0
    assert not any(row["value"] for row in rows_of(folder / "taken.csv"))
    changed(folder / "tables" / "observations.csv", 2, "value", "4.5")
    assert "value of i does not follow" in checked(folder)[1]


def test_the_bundle_says_of_each_column_how_it_is_computed_or_that_it_is_taken_as_it_is(bundle: Path) -> None:
    said = (bundle / "README.txt").read_text("utf-8")
    for line in (
        "- year: the first 4 signs of date in events (3 cells)",
        "- place: name of the places named in places in events (2 cells)",
        "- sources: the number of origins in evidence by record_id (3 cells)",
        "- disputing: the number of origins in evidence by record_id, stance disputes (3 cells)",
        "- ratio: length divided by width (3 cells)",
        "- gap: length less width (3 cells)",
        "- more: taken as it is (3 cells, in taken.csv)",
        "- length: taken as it is (3 cells, in taken.csv)",
        "Atlas, version 1.0.0 of 2 January 2026.",
    ):
        assert line in said.splitlines(), line


def test_the_bundle_holds_only_the_rows_that_it_needs(bundle: Path) -> None:
    assert [row["place_id"] for row in rows_of(bundle / "tables" / "places.csv")] == ["p", "q"]
