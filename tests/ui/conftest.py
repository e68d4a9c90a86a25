"""The app on the small Atlas, as a reader's session runs it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.data.atlas import Atlas
from dashboard.figures.dataset import Dataset

APP = Path(__file__).resolve().parents[2] / "app.py"

Open = Callable[..., AppTest]


@pytest.fixture
def small_dataset(small_atlas: Atlas) -> Dataset:
    """The small Atlas as figures ask it."""
    return Dataset(small_atlas)


@pytest.fixture
def open_small(proved_small: Path, monkeypatch: pytest.MonkeyPatch) -> Open:
    """Opens a page of the small Atlas under a link: `open_small("trade", years=["2015", "2016"])`."""

    def run(page: str, **params: list[str]) -> AppTest:
        monkeypatch.setenv("ATLAS_DATA", str(proved_small))
        app = AppTest.from_file(str(APP), default_timeout=60).switch_page(f"pages/{page}.py")
        for name, values in params.items():
            app.query_params[name] = values
        app.run()
        assert not app.exception
        return app

    return run
