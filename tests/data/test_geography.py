"""Places lie on the globe, and lines run from stop to stop in an order that can be drawn."""

from __future__ import annotations

import pandas as pd
import pytest

from dashboard.data.geography import coordinates, line_sides, stops, unlocated_stops
from dashboard.data.table import ROW


def frame(columns: str, *rows: tuple[str, ...]) -> pd.DataFrame:
    """Rows of texts, numbered from line 2."""
    return pd.DataFrame([(*row, line) for line, row in enumerate(rows, 2)], columns=[*columns.split(), ROW])


@pytest.mark.parametrize(
    ("longitude", "latitude", "source", "column", "problem"),
    [
        ("67.01", "240.86", "GeoNames", "latitude", "no place on the globe"),
        ("67.01", "-90.1", "GeoNames", "latitude", "no place on the globe"),
        ("180.5", "24.86", "GeoNames", "longitude", "no place on the globe"),
        ("67.01", "", "GeoNames", "latitude", "one coordinate without the other"),
        ("", "24.86", "GeoNames", "longitude", "one coordinate without the other"),
        ("67.01", "24.86", "none found", "coordinate_source", "coordinates without a source"),
        ("67.01", "24.86", "GeoNames", "", ""),
        ("-180", "90", "GeoNames", "", ""),
        ("", "", "none found", "", ""),
        ("east", "24.86", "GeoNames", "", ""),
    ],
)
def test_a_place_has_two_coordinates_on_the_globe_and_their_source_or_none(
    longitude: str, latitude: str, source: str, column: str, problem: str
) -> None:
    places = frame("place_id longitude latitude coordinate_source", ("karachi", longitude, latitude, source))
    found = [
        (fault.file, fault.row, fault.column, fault.problem) for fault in coordinates({"places": places})
    ]
    assert found == ([("places.csv", 2, column, problem)] if problem else [])


COLUMNS = "route_id project_id name status status_as_of drawn seq place_id"


def line(*seqs: str, places: str = "abcdef", **changed: str) -> pd.DataFrame:
    """One line with stops numbered so; what is changed is changed in its last row."""
    common = ("main", "railway", "Main line", "operating", "2020", "schematic")
    routes = frame(COLUMNS, *((*common, seq, place) for seq, place in zip(seqs, places, strict=False)))
    for column, cell in changed.items():
        routes.loc[len(routes) - 1, column] = cell
    return routes


@pytest.mark.parametrize(
    ("seqs", "rows"),
    [
        (("1", "2", "3"), []),
        (("1", "3", "4"), [3, 4]),
        (("2", "3"), [2, 3]),
        (("1", "2", "2"), [4]),
        (("2", "1"), [2, 3]),
        (("1",), [2]),
    ],
)
def test_stops_are_counted_from_one_in_the_order_of_their_rows_and_are_two_at_least(
    seqs: tuple[str, ...], rows: list[int]
) -> None:
    found = [(fault.row, fault.column) for fault in stops({"routes": line(*seqs)})]
    assert found == [(row, "seq") for row in rows]


def test_a_line_does_not_stop_twice_in_a_row_at_one_place() -> None:
    (fault,) = stops({"routes": line("1", "2", "3", places="abb")})
    assert (fault.row, fault.column, fault.problem) == (4, "place_id", "main stops twice in a row")
    assert list(stops({"routes": line("1", "2", "3", places="aba")})) == []


@pytest.mark.parametrize("column", ["project_id", "name", "status", "status_as_of", "drawn"])
def test_all_stops_of_a_line_say_the_same_of_it(column: str) -> None:
    (fault,) = stops({"routes": line("1", "2", "3", **{column: "other"})})
    assert (fault.row, fault.column, fault.problem, fault.found) == (
        4,
        column,
        "not what the first stop of the line says",
        "other",
    )


@pytest.mark.parametrize(("longitude", "latitude"), [("", ""), ("67", ""), ("", "24")])
def test_a_stop_at_a_place_without_coordinates_is_named(longitude: str, latitude: str) -> None:
    places = frame("place_id longitude latitude", ("a", "67", "24"), ("b", longitude, latitude))
    (fault,) = unlocated_stops({"routes": line("1", "2"), "places": places})
    assert (fault.row, fault.problem, fault.found) == (3, "a stop without coordinates", "b")


@pytest.mark.parametrize(
    ("side", "wrong"),
    [("0", False), ("-1.4", False), ("10", False), ("11", True), ("-100000000000000000", True), ("x", False)],
)
def test_a_line_keeps_near_its_course(side: str, wrong: bool) -> None:
    styles = pd.DataFrame({"project_id": ["line"], "side": [side], ROW: [2]})
    found = [(fault.row, fault.found) for fault in line_sides({"line_styles": styles})]
    assert found == ([(2, side)] if wrong else [])
