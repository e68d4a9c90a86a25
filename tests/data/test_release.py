"""The release of the data: its version and day, which have to be believable, and a digest that changes with
every file.
"""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import pytest

from dashboard.data.atlas import read_atlas
from dashboard.data.release import digest_of, read_release
from dashboard.model.fault import FaultyData
from dashboard.model.schema import TABLES

TODAY = date(2022, 6, 30)
FILES = [*(table.file for table in TABLES), "VERSION", "fingerprints/voice-2020.json"]


def problems(folder: Path, line: str) -> list[tuple[str, int, str]]:
    (folder / "VERSION").write_text(line, "utf-8")
    return [(fault.file, fault.row, fault.problem) for fault in read_release(folder, TODAY)[2]]


@pytest.mark.parametrize("line", ["0.9.0 2022-06-01", "0.9.0 2022-06-01\n", "\ufeff12.0.3 2022-06-01\r\n"])
def test_a_version_and_its_day_are_read(tmp_path: Path, line: str) -> None:
    assert problems(tmp_path, line) == []
    assert read_release(tmp_path, TODAY)[1] == date(2022, 6, 1)


@pytest.mark.parametrize(
    "line",
    [
        "",
        "0.9.0",
        "0.9.0 yesterday",
        "0.9.0 2022-06-01 more",
        "0.9.0 20220601",
        "0.9.0 2022-02-30",
        "0.9 2022-06-01",
        "0.9.٣ 2022-06-01",
        "0.\u202e9.0 2022-06-01",
    ],
)
def test_a_version_that_cannot_be_read_is_named(tmp_path: Path, line: str) -> None:
    assert problems(tmp_path, line) == [("VERSION", 1, "the version cannot be read")]


def test_a_version_that_is_missing_or_a_folder_is_named(tmp_path: Path) -> None:
    (fault,) = read_release(tmp_path, TODAY)[2]
    assert (fault.problem, fault.found) == ("the version cannot be read", "No such file or directory")
    (tmp_path / "VERSION").mkdir()
    (fault,) = read_release(tmp_path, TODAY)[2]
    assert (fault.problem, fault.found) == ("the version cannot be read", "Is a directory")


@pytest.mark.parametrize(
    ("day", "absurd"),
    [
        ("1900-01-01", True),
        ("1947-08-14", True),
        ("9999-12-31", True),
        ("2019-12-31", True),
        ("2022-07-02", True),
        ("2020-01-01", False),
        ("2022-07-01", False),
    ],
)
def test_a_day_of_release_before_2020_or_after_tomorrow_is_absurd(
    tmp_path: Path, day: str, absurd: bool
) -> None:
    assert problems(tmp_path, f"1.0.0 {day}") == [("VERSION", 1, "the day of release is absurd")] * absurd


def test_an_absurd_release_refuses_the_tables(small: Path) -> None:
    (small / "VERSION").write_text("1.0.0 9999-12-31", "utf-8")
    with pytest.raises(FaultyData, match="the day of release is absurd"):
        read_atlas(small)


@pytest.mark.parametrize("file", FILES)
def test_the_digest_changes_with_every_file(small: Path, file: str) -> None:
    before = digest_of(small)
    path = small / file
    path.write_bytes(path.read_bytes() + b"\n")
    changed = digest_of(small)
    path.unlink()
    assert len({before, changed, digest_of(small)}) == 3


def test_the_digest_changes_where_bytes_move_from_one_file_to_the_next(small: Path) -> None:
    before = digest_of(small)
    first, second = small / TABLES[0].file, small / TABLES[1].file
    content = first.read_bytes()
    first.write_bytes(content[:-1])
    second.write_bytes(content[-1:] + second.read_bytes())
    assert digest_of(small) != before


@pytest.mark.parametrize("file", ["votes.parquet", "events.csv", "VERSION", "atlas.toml"])
def test_a_pipe_in_place_of_a_file_is_waited_for_by_nobody(small: Path, file: str) -> None:
    (small / file).unlink()
    os.mkfifo(small / file)
    with pytest.raises(FaultyData) as faulty:
        read_atlas(small)
    assert file in {fault.file for fault in faulty.value.faults}
