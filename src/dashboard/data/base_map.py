"""The ground of the map as it is stored: land, lakes, boundary lines and country names.

`tools/base_map.py` cuts it out of Natural Earth, which is in the public domain.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

LAYERS = ("land", "lakes", "boundaries", "labels")
FOLDER = Path(__file__).resolve().parents[3] / "static" / "base-map"


@cache
def read_layer(layer: str, folder: Path = FOLDER) -> dict[str, Any]:
    """One layer as GeoJSON, read once. Raises OSError if the file is missing, ValueError if it is no JSON."""
    read: dict[str, Any] = json.loads((folder / f"{layer}.geojson").read_text("utf-8"))
    return read
