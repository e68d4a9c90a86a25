"""The ground of the map takes no side: every boundary says whether it is settled."""

from __future__ import annotations

from pathlib import Path

import pytest

from dashboard.data.base_map import FOLDER, LAYERS, read_layer

CLASSES = {"international", "disputed", "indefinite", "line-of-control"}
# Natural Earth's code of the line between Crimea and the mainland, which is no recognised boundary.
CRIMEA_TO_MAINLAND = "B89"


def test_the_ground_stays_under_600_kilobytes() -> None:
    assert sum((FOLDER / f"{layer}.geojson").stat().st_size for layer in LAYERS) < 600_000


def test_land_and_lakes_carry_no_country() -> None:
    assert not [
        feature
        for layer in ("land", "lakes")
        for feature in read_layer(layer)["features"]
        if feature["properties"]
    ]


def test_every_boundary_says_whether_it_is_settled() -> None:
    classes = {feature["properties"]["class"] for feature in read_layer("boundaries")["features"]}
    assert classes == CLASSES


def test_the_line_of_control_in_jammu_and_kashmir_is_no_settled_boundary() -> None:
    found = {
        feature["properties"]["class"]
        for feature in read_layer("boundaries")["features"]
        for longitude, latitude in feature["geometry"]["coordinates"]
        if 74.0 < longitude < 76.5 and 33.3 < latitude < 35.0
    }
    assert "line-of-control" in found
    assert "international" not in found


def test_the_line_between_crimea_and_the_mainland_is_left_out() -> None:
    assert CRIMEA_TO_MAINLAND not in {
        feature["properties"]["key"] for feature in read_layer("boundaries")["features"]
    }


def test_a_missing_layer_is_named(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match=r"land\.geojson"):
        read_layer("land", tmp_path)
