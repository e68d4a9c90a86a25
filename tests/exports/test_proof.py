"""A proof bundle proves: its script finds every shown row, and fails when one cell of a table is changed."""

from __future__ import annotations

import io
import subprocess
import sys
import zipfile
from datetime import date
from pathlib import Path

import pandas as pd
import pytest

from dashboard.exports.proof import SCRIPT, Basis, proof_of
from dashboard.exports.reference import Edition
from dashboard.model.figure import Cell, Figure, Grid

TABLE = pd.DataFrame(
    {"event_id": ["a", "b"], "date": ["1950", "1960"], "actors": [("x", "y"), ()], "note": ["one, two", ""]}
)
SHOWN = pd.DataFrame(
    {"record_id": ["a", "b"], "date": ["1950", "1960"], "share": [0.5, 0.25], "actors": ["x;y", ""]}
)


@pytest.fixture
def bundle(tmp_path: Path) -> Path:
    figure = Figure("f", "Two events", Grid(("a",), ((Cell("1"),),)), SHOWN, "Two.")
    content = proof_of(
        figure, [Basis("events", "event_id", TABLE)], Edition("Atlas", "1.0.0", date(2026, 1, 2))
    )
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        archive.extractall(tmp_path)
    return tmp_path


def checked(folder: Path) -> tuple[int, str]:
    done = subprocess.run([sys.executable, "check.py"], cwd=folder, capture_output=True, text=True)
    return done.returncode, done.stdout


def test_the_script_finds_every_row_in_the_tables(bundle: Path) -> None:
    assert checked(bundle) == (0, "Every shown row stands in the tables.\n")
    assert len(SCRIPT.splitlines()) <= 25


@pytest.mark.parametrize(("was", "becomes"), [("1950", "1951"), ("x;y", "x;z"), ("\nb,", "\nc,")])
def test_the_script_fails_when_a_cell_is_changed(bundle: Path, was: str, becomes: str) -> None:
    path = bundle / "tables" / "events.csv"
    path.write_text(path.read_text("utf-8").replace(was, becomes, 1), "utf-8")
    code, words = checked(bundle)
    assert code == 1
    assert "is not in events.csv as shown" in words


def test_the_script_fails_when_what_is_shown_is_changed(bundle: Path) -> None:
    path = bundle / "proof.csv"
    path.write_text(path.read_text("utf-8").replace("1960", "1961"), "utf-8")
    assert checked(bundle)[0] == 1
