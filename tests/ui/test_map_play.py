"""The map steps from change to change by buttons, plays them, pauses, and runs nothing at rest."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.ui import map_play

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def app(proved_small: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AppTest:
    """The map of the small Atlas, whose one project was agreed on in 2015 and is here stalled from 2018."""
    folder = tmp_path / "small"
    shutil.copytree(proved_small, folder)
    with (folder / "milestones.csv").open("a", encoding="utf-8") as file:
        file.write("river-pipeline,trade-round,stalled,\n")
    monkeypatch.setenv("ATLAS_DATA", str(folder))
    return AppTest.from_file(str(ROOT / "app.py"), default_timeout=60).switch_page("pages/map.py").run()


def years_of(app: AppTest) -> tuple[int, int]:
    """The years of the link; without any those of the small Atlas."""
    first, last = app.query_params.get("years", ["1947", "2022"])
    return int(first), int(last)


def test_the_years_of_the_map_are_stepped_through_played_and_paused(
    app: AppTest, monkeypatch: pytest.MonkeyPatch
) -> None:
    span = years_of(app)
    assert app.button(key="map-before").label == "Back to 2018"
    assert app.button(key="map-after").disabled
    app.button(key="map-before").click().run()
    assert years_of(app) == (span[0], 2018)
    app.button(key="map-before").click().run()
    assert years_of(app) == (span[0], 2015)
    assert app.button(key="map-before").disabled
    assert app.button(key="map-after").label == "Forward to 2018"
    assert app.button(key="map-play").label == "Play the changes"
    monkeypatch.setattr(map_play, "monotonic", lambda: 0.0)
    app.button(key="map-play").click().run()
    assert years_of(app) == (span[0], 2015), "the pause has only begun"
    monkeypatch.setattr(map_play, "monotonic", lambda: map_play.PAUSE)
    app.run()
    assert years_of(app) == (span[0], 2018)
    assert app.button(key="map-play").label == "Pause", "the focus stays on the button that was pressed"
    app.button(key="map-play").click().run()
    assert app.button(key="map-play").label == "Play the changes"
    assert years_of(app) == (span[0], 2018)
