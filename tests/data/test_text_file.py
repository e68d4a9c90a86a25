"""A file is read as text or is one fault: missing, a folder, a pipe, too large, unreadable, not UTF-8."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from dashboard.data.text_file import LARGEST, read_text, write_text
from dashboard.model.fault import FaultyData


def problem_of(path: Path) -> str:
    text, faults = read_text(path, "table.csv")
    assert text is None
    (fault,) = faults
    assert fault.file == "table.csv"
    return fault.problem


@pytest.mark.parametrize(
    "raw", [b"caf\xc3\xa9\n", b"\xef\xbb\xbfcaf\xc3\xa9\n"], ids=["plain", "with a byte order mark"]
)
def test_a_text_in_utf_8_is_read_with_or_without_its_mark(tmp_path: Path, raw: bytes) -> None:
    (tmp_path / "table.csv").write_bytes(raw)
    assert read_text(tmp_path / "table.csv", "table.csv") == ("café\n", [])


def test_what_is_no_file_is_named(tmp_path: Path) -> None:
    assert problem_of(tmp_path / "none") == "the file is missing"
    assert problem_of(tmp_path) == "a folder stands where the file should be"
    assert problem_of(tmp_path / "none" / "deeper" / "\0") == "the file is missing"
    (tmp_path / "loop").symlink_to("loop")
    assert problem_of(tmp_path / "loop") == "the file cannot be read"
    os.mkfifo(tmp_path / "pipe")
    assert problem_of(tmp_path / "pipe") == "the file cannot be read"


@pytest.mark.skipif(
    sys.platform != "linux", reason="needs a file that the system refuses to read even to root"
)
def test_a_file_that_the_system_refuses_to_read_is_named() -> None:
    assert problem_of(Path("/proc/self/mem")) == "the file cannot be read"


def test_a_file_larger_than_the_limit_is_named_unread(tmp_path: Path) -> None:
    with (tmp_path / "table.csv").open("wb") as file:
        file.truncate(LARGEST + 1)
    _, (fault,) = read_text(tmp_path / "table.csv", "table.csv")
    assert (fault.problem, fault.found, fault.expected) == (
        "the file is too large",
        "64,000,001 bytes",
        "at most 64,000,000 bytes",
    )


def test_other_encodings_are_named_with_row_and_byte(tmp_path: Path) -> None:
    (tmp_path / "table.csv").write_bytes("a\nb\n".encode("utf-16"))
    _, (fault,) = read_text(tmp_path / "table.csv", "table.csv")
    assert (fault.row, fault.problem, fault.found) == (1, "not UTF-8", "byte 0xff")


def test_what_is_written_is_read_again(tmp_path: Path) -> None:
    write_text(tmp_path / "new" / "table.csv", "café\n")
    assert read_text(tmp_path / "new" / "table.csv", "table.csv") == ("café\n", [])


def test_a_place_where_nothing_can_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "README.md").mkdir()
    with pytest.raises(
        FaultyData, match=r"README\.md:0: the file cannot be written, found \"Is a directory\""
    ):
        write_text(tmp_path / "README.md", "text")
    with pytest.raises(FaultyData, match="the file cannot be written"):
        write_text(tmp_path / "no" / "such" / "README.md", "text")
