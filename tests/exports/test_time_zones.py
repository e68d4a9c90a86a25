"""A picture is the same to the byte wherever the server's clock stands, the words for those who cannot see it
among them.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
ZONES = ("UTC", "Asia/Karachi", "Europe/Moscow", "America/Los_Angeles", "Pacific/Kiritimati")
SPANS = ((1947, 2026), (2016, 2016), (2023, 2026))
# The zone of a process is read once, when it starts.
DRAW = f"""
import hashlib, sys
from pathlib import Path
from dashboard.data.atlas import read_atlas
from dashboard.exports.picture import Legend, svg_of
from dashboard.figures.dataset import Dataset
from dashboard.figures.pages import figures_in
from dashboard.figures.question import Question
from dashboard.model.figure import Chart, Figure
from dashboard.model.selection import Selection

dataset = Dataset(read_atlas(Path("data")))
for spec in figures_in(dataset).values():
    for years in {SPANS}:
        figure = Question(spec, dataset, Selection((), (), *years)).answer()
        if isinstance(figure, Figure) and isinstance(figure.drawing, Chart):
            svg = svg_of(figure, Legend("", "", "", ""))
            print(spec.figure_id, *years, hashlib.sha256(svg.encode()).hexdigest())
"""


def drawn_in(zone: str) -> list[str]:
    environment = {**os.environ, "TZ": zone, "PYTHONPATH": str(ROOT / "src")}
    command = [sys.executable, "-c", DRAW]
    done = subprocess.run(
        command, cwd=ROOT, env=environment, capture_output=True, text=True, check=True, timeout=300
    )
    return done.stdout.splitlines()


@pytest.fixture(scope="module")
def at_home() -> list[str]:
    return drawn_in("UTC")


@pytest.mark.parametrize("zone", ZONES[1:])
def test_every_chart_is_the_same_picture_in_every_zone(zone: str, at_home: list[str]) -> None:
    assert len(at_home) > 40
    assert drawn_in(zone) == at_home
