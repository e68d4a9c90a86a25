"""Corrections: each has to name a field that there is, an edition that there is, and a value that did change
in it.
"""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from dashboard.data.atlas import read_texts
from dashboard.data.editions import ENDING, edition_files, packed

COLUMNS = ["record_id", "field", "edition", "why"]


@pytest.fixture
def released(small: Path) -> Path:
    """The small tables, released once; since then the title of an event, a value and evidence changed."""
    (small / "VERSION").write_text("1.0.0 2022-06-01\n", "utf-8")
    (small / "editions").mkdir()
    (small / "editions" / f"1.0.0{ENDING}").write_bytes(packed(edition_files(small)))
    (small / "VERSION").write_text("1.1.0 2022-06-02\n", "utf-8")
    for table, old, new in (
        ("events", ",Early contacts", ",Early contacts again"),
        ("observations", "100.5", "100.7"),
    ):
        path = small / f"{table}.csv"
        text = path.read_text("utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), "utf-8")
    return small


def faults(folder: Path, *rows: tuple[str, str, str]) -> list[tuple[str, str]]:
    with (folder / "corrections.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(COLUMNS)
        writer.writerows([*row, "it was read wrongly"] for row in rows)
    return [
        (fault.column, fault.problem) for fault in read_texts(folder)[1] if fault.file == "corrections.csv"
    ]


def test_a_value_that_changed_in_the_edition_was_corrected(released: Path) -> None:
    assert faults(released, ("early-contact", "title", "1.1.0")) == []


def test_a_field_that_the_record_does_not_have_is_named(released: Path) -> None:
    assert faults(released, ("early-contact", "verdict", "1.1.0")) == [("field", "no field of this record")]
    assert faults(released, ("early-contact", "event_id", "1.1.0")) == [("field", "no field of this record")]
    assert faults(released, ("early-contact", "value of 2015", "1.1.0")) == [
        ("field", "no field of this record")
    ]


@pytest.mark.parametrize("edition", ["1.2.0", "next", "1.1", "01.1.0", "9999999.0.0"])
def test_an_edition_that_there_is_not_yet_is_named(released: Path, edition: str) -> None:
    assert faults(released, ("early-contact", "title", edition)) == [("edition", "no edition")]


def test_a_correction_under_which_nothing_changed_is_named(released: Path) -> None:
    for field in ("date", "evidence"):
        assert faults(released, ("early-contact", field, "1.1.0")) == [("field", "nothing was corrected")]


def test_of_the_first_edition_nothing_can_be_proved(released: Path) -> None:
    assert faults(released, ("early-contact", "date", "1.0.0")) == []


def test_a_record_that_there_is_not_is_named_once(released: Path) -> None:
    assert faults(released, ("no-such-record", "date", "1.1.0")) == [("record_id", "no such record")]


def test_a_value_of_a_series_is_corrected_by_the_name_that_the_changes_give_it(released: Path) -> None:
    with (released / "observations.csv").open(encoding="utf-8", newline="") as file:
        row = next(row for row in csv.DictReader(file) if row["value"] == "100.7")
    field = f"value of {row['period']}"
    assert faults(released, (row["indicator_id"], field, "1.1.0")) == []
    assert faults(released, (row["indicator_id"], "value of 1900", "1.1.0")) == [
        ("field", "nothing was corrected")
    ]
