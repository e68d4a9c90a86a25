"""Where places lie and lines run: coordinates that can be drawn, stops in an order without gaps."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import pairwise

import pandas as pd

from dashboard.data.cells import is_number
from dashboard.data.table import ROW
from dashboard.model.fault import Fault

Frames = Mapping[str, pd.DataFrame]

# Degrees on either side of nought.
RANGES = {"longitude": 180, "latitude": 90}
# Line widths by which a line may keep beside its course: beyond, it is drawn where it does not run.
FARTHEST = 10
# What all stops of one line have in common.
SHARED = ("project_id", "name", "status", "status_as_of", "drawn")


def coordinates(frames: Frames) -> Iterator[Fault]:
    """Coordinates off the globe, one without the other, and coordinates whose source is said to be none."""
    for row in frames["places"].to_dict("records"):
        for name, most in RANGES.items():
            if is_number(row[name]) and abs(float(row[name])) > most:
                yield _of_place(
                    row, name, "no place on the globe", row[name], f"degrees from -{most} to {most}"
                )
        lacking = [name for name in RANGES if not row[name]]
        if len(lacking) == 1:
            yield _of_place(row, lacking[0], "one coordinate without the other", "", "both or neither")
        elif not lacking and "none" in row["coordinate_source"].lower():
            expected = "where the coordinates come from"
            yield _of_place(
                row, "coordinate_source", "coordinates without a source", row["coordinate_source"], expected
            )


def line_sides(frames: Frames) -> Iterator[Fault]:
    """Lines that would be drawn far beside their course."""
    for side, line in zip(frames["line_styles"]["side"], frames["line_styles"][ROW], strict=True):
        if is_number(side) and abs(float(side)) > FARTHEST:
            expected = f"line widths from -{FARTHEST} to {FARTHEST}"
            yield Fault("line_styles.csv", int(line), "side", "far beside its course", side, expected)


def stops(frames: Frames) -> Iterator[Fault]:
    """Lines whose stops are not counted from 1 in the order of their rows, that have one stop, or that
    contradict themselves.
    """
    for route_id, line in frames["routes"].groupby("route_id", sort=False):
        rows = line.to_dict("records")
        if len(rows) == 1:
            yield _of_stop(
                rows[0], "seq", f"{route_id} has a single stop", rows[0]["seq"], "two stops or more"
            )
        for number, row in enumerate(rows, start=1):
            if row["seq"] != str(number):
                yield _of_stop(
                    row, "seq", f"a gap or a stop out of order in {route_id}", row["seq"], str(number)
                )
        for before, row in pairwise(rows):
            if row["place_id"] == before["place_id"]:
                expected = "the next place of the line"
                yield _of_stop(row, "place_id", f"{route_id} stops twice in a row", row["place_id"], expected)
        yield from _contradictions(rows)


def unlocated_stops(frames: Frames) -> Iterator[Fault]:
    """Stops at places without coordinates, which cannot be drawn."""
    places = frames["places"]
    empty = (places["longitude"] == "") | (places["latitude"] == "")
    nowhere = set(places.loc[empty, "place_id"])
    for row in frames["routes"].to_dict("records"):
        if row["place_id"] in nowhere:
            yield _of_stop(
                row, "place_id", "a stop without coordinates", row["place_id"], "a place on the map"
            )


def _contradictions(rows: list[dict[str, str]]) -> Iterator[Fault]:
    first = rows[0]
    for row in rows[1:]:
        for name in SHARED:
            if row[name] != first[name]:
                problem = "not what the first stop of the line says"
                yield _of_stop(row, name, problem, row[name] or "nothing", first[name] or "an empty cell")


def _of_place(row: Mapping[str, str], column: str, problem: str, found: str, expected: str) -> Fault:
    return Fault("places.csv", int(row[ROW]), column, problem, found, expected)


def _of_stop(row: Mapping[str, str], column: str, problem: str, found: str, expected: str) -> Fault:
    return Fault("routes.csv", int(row[ROW]), column, problem, found, expected)
