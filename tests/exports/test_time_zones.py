"""A picture is the same to the byte wherever the server's clock stands, the words for those who cannot see it
among them.
"""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from dashboard.data.atlas import Atlas
from dashboard.exports.picture import Legend, svg_of
from dashboard.figures.dataset import Dataset
from dashboard.figures.pages import figures_in
from dashboard.figures.question import Question
from dashboard.model.figure import Chart, Figure
from dashboard.model.selection import Selection

ROOT = Path(__file__).resolve().parents[2]
# East of Greenwich and west of it, and the zone that is the farthest from it.
ZONES = ("Asia/Karachi", "America/Los_Angeles", "Pacific/Kiritimati")
SPANS = ((1947, 2026), (2016, 2016), (2023, 2026))
BARE = Legend("", "", "", "")
# A process that draws reads the zone once, when it starts.
DRAW = """
import pickle, sys
from dashboard.exports.picture import Legend, svg_of

figures = pickle.load(sys.stdin.buffer)
pickle.dump([svg_of(figure, Legend("", "", "", "")) for figure in figures], sys.stdout.buffer)
"""


def charts_of(atlas: Atlas) -> Iterator[Figure]:
    """Every figure that is a chart, over the whole record, over one year and over its nearly empty end."""
    dataset = Dataset(atlas)
    for spec in figures_in(dataset).values():
        for years in SPANS:
            figure = Question(spec, dataset, Selection((), (), *years)).answer()
            if isinstance(figure, Figure) and not isinstance(figure.drawing, Chart):
                break
            if isinstance(figure, Figure):
                yield figure


@pytest.fixture(scope="module")
def charts(atlas: Atlas) -> list[Figure]:
    return list(charts_of(atlas))


@pytest.fixture(scope="module")
def at_home(charts: list[Figure]) -> list[str]:
    return [svg_of(figure, BARE) for figure in charts]


@pytest.mark.parametrize("zone", ZONES)
def test_every_chart_is_the_same_picture_in_every_zone(
    zone: str, charts: list[Figure], at_home: list[str]
) -> None:
    assert len(charts) > 40
    done = subprocess.run(
        [sys.executable, "-c", DRAW],
        input=pickle.dumps(charts),
        env={**os.environ, "TZ": zone, "PYTHONPATH": str(ROOT / "src")},
        stdout=subprocess.PIPE,
        check=True,
        timeout=300,
    )
    drawn = pickle.loads(done.stdout)
    assert [figure.figure_id for figure, svg in zip(charts, drawn, strict=True) if svg not in at_home] == []
    assert drawn == at_home


def test_what_a_chart_draws_is_the_same_in_every_zone(
    atlas: Atlas, charts: list[Figure], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TZ", ZONES[-1])
    time.tzset()
    try:
        abroad = list(charts_of(atlas))
    finally:
        monkeypatch.undo()
        time.tzset()
    assert list(map(written, abroad)) == list(map(written, charts))


def written(figure: Figure) -> tuple[str, str, str]:
    assert isinstance(figure.drawing, Chart)
    rows = {name: rows.to_json() for name, rows in (figure.drawing.data or {}).items()}
    return repr(figure.drawing.spec), repr(rows), figure.message
