"""A zip holds its files in the order given, each with the day of release and readable by all."""

from __future__ import annotations

import io
from datetime import date
from zipfile import ZipFile

from dashboard.exports.archive import zip_of


def entries(released: date) -> list[tuple[str, tuple[int, ...], int, int]]:
    with ZipFile(io.BytesIO(zip_of({"b.txt": b"two", "a.txt": b"one"}, released))) as archive:
        return [
            (entry.filename, entry.date_time, entry.external_attr >> 16, entry.create_system)
            for entry in archive.infolist()
        ]


def test_files_stand_in_their_order_with_the_day_of_release() -> None:
    day = (2026, 11, 22, 0, 0, 0)
    assert entries(date(2026, 11, 22)) == [("b.txt", day, 0o100644, 3), ("a.txt", day, 0o100644, 3)]


def test_a_day_before_the_first_that_a_zip_can_hold_keeps_its_month_and_day() -> None:
    assert {when for _, when, _, _ in entries(date(1947, 8, 14))} == {(1980, 8, 14, 0, 0, 0)}
