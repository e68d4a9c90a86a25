"""Every way in which a file can be unreadable is one clear fault, and an unreadable table is never half
read.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from dashboard.data.table import ROW, read_table
from dashboard.model.fault import Fault
from dashboard.model.schema import TABLES, Table

every_table = pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)


def faults_after(folder: Path, table: Table, damage: Callable[[bytes], bytes]) -> list[Fault]:
    """The faults of one table after its bytes were damaged; no frame may come of it."""
    path = folder / table.file
    path.write_bytes(damage(path.read_bytes()))
    frame, faults = read_table(folder, table)
    assert frame is None
    return faults


@every_table
def test_a_sound_table_is_read_with_its_line_numbers(small: Path, table: Table) -> None:
    frame, faults = read_table(small, table)
    assert faults == []
    assert frame is not None
    assert list(frame.columns) == [*(column.name for column in table.columns), ROW]
    assert list(frame[ROW]) == list(range(2, len(frame) + 2))


@every_table
def test_a_missing_file_is_named(small: Path, table: Table) -> None:
    (small / table.file).unlink()
    frame, (fault,) = read_table(small, table)
    assert frame is None
    assert (fault.file, fault.row, fault.problem) == (table.file, 0, "the file is missing")


@every_table
@pytest.mark.parametrize("content", [b"", b"\n", b"  \n\n"])
def test_an_empty_file_is_named(small: Path, table: Table, content: bytes) -> None:
    (fault,) = faults_after(small, table, lambda _: content)
    assert (fault.file, fault.row, fault.problem, fault.expected) == (
        table.file,
        0,
        "the file is empty",
        "a header and rows",
    )


@every_table
def test_a_file_that_is_not_utf_8_is_named_with_its_row_and_byte(small: Path, table: Table) -> None:
    (fault,) = faults_after(small, table, lambda raw: raw.replace(b"\n", b"\n\xe9", 1))
    assert (fault.file, fault.row, fault.problem, fault.found) == (table.file, 2, "not UTF-8", "byte 0xe9")


@every_table
def test_a_missing_column_is_named_with_the_columns_there_should_be(small: Path, table: Table) -> None:
    lost = table.columns[-1].name
    (fault,) = faults_after(small, table, lambda raw: raw.replace(f",{lost}\n".encode(), b"\n", 1))
    assert (fault.file, fault.row, fault.column, fault.problem) == (table.file, 1, lost, "column missing")
    assert lost in fault.expected


@every_table
def test_a_misspelt_column_is_both_missing_and_unknown(small: Path, table: Table) -> None:
    name = table.columns[0].name
    faults = faults_after(small, table, lambda raw: raw.replace(name.encode(), b"idd", 1))
    assert {(fault.column, fault.problem) for fault in faults} == {
        (name, "column missing"),
        ("idd", "unknown column"),
    }


@every_table
def test_columns_out_of_order_are_refused(small: Path, table: Table) -> None:
    names = [column.name for column in table.columns]
    turned = ",".join([names[1], names[0], *names[2:]])
    (fault,) = faults_after(small, table, lambda raw: turned.encode() + raw[raw.index(b"\n") :])
    assert (fault.row, fault.problem) == (1, "columns repeated or out of order")


@every_table
def test_a_repeated_column_is_refused(small: Path, table: Table) -> None:
    name = table.columns[-1].name
    (fault,) = faults_after(
        small, table, lambda raw: raw.replace(f",{name}\n".encode(), f",{name},{name}\n".encode(), 1)
    )
    assert fault.problem == "columns repeated or out of order"


@every_table
def test_a_byte_order_mark_is_no_part_of_the_table(small: Path, table: Table) -> None:
    path = small / table.file
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())
    frame, faults = read_table(small, table)
    assert faults == []
    assert frame is not None
    assert frame.columns[0] == table.columns[0].name


@every_table
def test_a_folder_where_the_table_should_be_is_named(small: Path, table: Table) -> None:
    (small / table.file).unlink()
    (small / table.file).mkdir()
    _, (fault,) = read_table(small, table)
    assert (fault.file, fault.problem) == (table.file, "a folder stands where the file should be")


@every_table
@pytest.mark.parametrize("length", [100_001, 200_000])
def test_a_cell_that_is_too_long_is_named(small: Path, table: Table, length: int) -> None:
    path = small / table.file
    rows = path.read_bytes().count(b"\n")
    path.write_bytes(path.read_bytes() + b"x" * length + b"," * (len(table.columns) - 1) + b"\n")
    _, (fault,) = read_table(small, table)
    assert (fault.row, fault.problem, fault.expected) == (
        rows + 1,
        "a cell is too long",
        "at most 100,000 characters in a cell",
    )


@every_table
def test_a_quote_that_never_closes_is_no_csv(small: Path, table: Table) -> None:
    (fault,) = faults_after(small, table, lambda raw: raw + b'"open')
    assert (fault.file, fault.problem) == (table.file, "not a CSV file")


@every_table
@pytest.mark.parametrize(("line", "cells"), [(b"one", 1), (b"," * 40, 41), (b"", 0)])
def test_a_row_with_more_or_fewer_cells_is_named(small: Path, table: Table, line: bytes, cells: int) -> None:
    path = small / table.file
    rows = path.read_bytes().count(b"\n")
    path.write_bytes(path.read_bytes() + line + b"\n")
    _, faults = read_table(small, table)
    assert [(fault.row, fault.problem, fault.found, fault.expected) for fault in faults] == [
        (rows + 1, "wrong number of cells", str(cells), str(len(table.columns)))
    ]


@every_table
def test_a_header_that_stands_once_more_is_named_as_such(small: Path, table: Table) -> None:
    path = small / table.file
    header, *rows = path.read_bytes().splitlines(keepends=True)
    path.write_bytes(header + header + b"".join(rows))
    frame, faults = read_table(small, table)
    assert [(fault.row, fault.problem) for fault in faults] == [(2, "the header stands once more")]
    assert frame is not None
    assert table.columns[0].name not in set(frame[table.columns[0].name])


def test_rows_after_a_cell_of_two_lines_keep_their_line_number(small: Path) -> None:
    path = small / "themes.csv"
    path.write_text(
        "theme_id,label,description,colour_light,colour_dark\n"
        'diplomacy,Diplomacy,"two\nlines",#000000,#ffffff\ntrade,Trade\n',
        "utf-8",
    )
    _, (fault,) = read_table(small, TABLES[0])
    assert fault.row == 4


@every_table
def test_a_table_without_rows_is_named_unless_it_may_be_so(small: Path, table: Table) -> None:
    path = small / table.file
    path.write_bytes(path.read_bytes().splitlines(keepends=True)[0])
    frame, faults = read_table(small, table)
    assert (frame is not None) == table.may_be_empty
    assert [fault.problem for fault in faults] == ([] if table.may_be_empty else ["the table has no rows"])
