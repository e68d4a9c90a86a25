"""Each cell holds what its column demands; what it holds instead is named with its row and with what would be
right.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pandas as pd
import pytest

from dashboard.data.cells import cell_faults
from dashboard.data.table import ROW, read_table
from dashboard.model.fault import Fault
from dashboard.model.schema import BY_NAME, TABLES, Column, Holds, Table


def faults_of(table: Table, column: Column, cells: list[str]) -> list[Fault]:
    """The faults of one column that holds the cells, the first of them in line 2 of the file."""
    frame = pd.DataFrame({column.name: cells, ROW: range(2, len(cells) + 2)}).astype(
        {column.name: "str", ROW: "int64"}
    )
    return cell_faults(frame, replace(table, columns=(column,)))


def problems_of(table: Table, column: Column, cells: list[str]) -> dict[str, set[str]]:
    """The problems found with each cell."""
    problems: dict[str, set[str]] = {cell: set() for cell in cells}
    for fault in faults_of(table, column, cells):
        assert (fault.file, fault.column, fault.found) == (table.file, column.name, cells[fault.row - 2])
        problems[cells[fault.row - 2]].add(fault.problem)
    return problems


def columns(wanted: Callable[[Column], object]) -> pytest.MarkDecorator:
    """Every column of every table for which something holds."""
    pairs = [
        pytest.param(table, column, id=f"{table.name}-{column.name}")
        for table in TABLES
        for column in table.columns
        if wanted(column)
    ]
    return pytest.mark.parametrize(("table", "column"), pairs)


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_a_sound_table_has_no_fault(proved_small: Path, table: Table) -> None:
    frame, _ = read_table(proved_small, table)
    assert frame is not None
    assert cell_faults(frame, table) == []


@columns(lambda column: column.required)
def test_a_required_cell_may_not_be_empty(table: Table, column: Column) -> None:
    found = problems_of(table, column, ["", " ", "\u00a0", "\u200b", "\u2060\u3164", "\u0301"])
    assert all("the cell is empty" in problems for problems in found.values())


@columns(lambda column: not column.required)
def test_any_other_cell_may_be_empty_but_not_blank(table: Table, column: Column) -> None:
    assert faults_of(table, column, [""]) == []
    assert "spaces around the text" in problems_of(table, column, [" "])[" "]


@columns(lambda column: column.vocabulary)
def test_a_word_outside_the_vocabulary_is_named_with_the_words_there_are(
    table: Table, column: Column
) -> None:
    (fault,) = faults_of(table, column, ["sport"])
    assert str(fault).startswith(
        f'{table.file}:2 {column.name}: unknown {column.vocabulary}, found "sport", expected one of '
    )


@columns(lambda column: column.holds is Holds.EDTF)
def test_an_impossible_date_is_named(table: Table, column: Column) -> None:
    cells = ["2016-13", "2016-02-30", "spring 2016", "2017/2016", "2016-9", "2016-09", "1979-12/.."]
    found = problems_of(table, column, cells)
    assert [cell for cell in cells if not found[cell]] == ["2016-09", "1979-12/.."]
    assert found["2016-13"] == {"not a date"}


@columns(lambda column: column.holds is Holds.NUMBER)
def test_text_where_a_number_belongs_is_named(table: Table, column: Column) -> None:
    good = ["0", "-12.5", "1100", "1e-3", "0.0000001"]
    bad = [
        "twelve",
        "1,100",
        "12 km",
        "nan",
        "inf",
        "1e999",
        "--1",
        ".5",
        "٣",
        "9" * 4300,
        "9223372036854775808",
        "1e300",
        "0." + "1" * 50,
    ]
    assert problems_of(table, column, [*bad, *good]) == {
        cell: {"not a number"} if cell in bad else set() for cell in (*bad, *good)
    }


@columns(lambda column: column.holds is Holds.INTEGER)
def test_text_where_a_whole_number_belongs_is_named(table: Table, column: Column) -> None:
    found = problems_of(
        table, column, ["one", "1.5", "-1", "1 ", "²", "9" * 4300, "9223372036854775808", "12"]
    )
    assert [cell for cell, problems in found.items() if "not a whole number" not in problems] == ["12"]


@columns(lambda column: column.holds is Holds.ID and not column.vocabulary)
def test_an_id_that_is_no_id_is_named(table: Table, column: Column) -> None:
    found = problems_of(
        table,
        column,
        [
            "Druzhba-2016",
            "druzhba_2016",
            "druzhba--2016",
            "-druzhba",
            "дружба",
            "druzhba 2016",
            "druzhba-2016",
        ],
    )
    assert [cell for cell, problems in found.items() if "not an id" not in problems] == ["druzhba-2016"]


@columns(lambda column: column.holds is Holds.URL)
def test_an_address_that_nobody_should_follow_is_named(table: Table, column: Column) -> None:
    good = ["https://example.org/a?b=c#d", "http://example.org"]
    bad = [
        "example.org",
        "javascript:alert(1)",
        "ftp://example.org",
        "https://",
        "https://example.org./a",
        "https://a b",
        'https://a"b',
        "https://a<b>",
        "https://a\u202eb",
        "https://a\u200bb",
        "https://a\x01b",
    ]
    assert problems_of(table, column, [*bad, *good]) == {
        cell: {"not an address"} if cell in bad else set() for cell in (*bad, *good)
    }


@columns(lambda column: column.holds is Holds.COUNTRY)
def test_a_country_that_iso_does_not_list_is_named(table: Table, column: Column) -> None:
    found = problems_of(table, column, ["Pakistan", "PK", "pak", "ZZZ", "PAK", "SUN"])
    assert [code for code, problems in found.items() if problems != {"not a country"}] == ["PAK", "SUN"]
    assert found["PAK"] == found["SUN"] == set()


@columns(lambda column: column.holds is Holds.LANGUAGE)
def test_a_language_is_a_code(table: Table, column: Column) -> None:
    found = problems_of(table, column, ["English", "e", "en_GB", "xx", "en", "ru", "pt-BR"])
    assert [cell for cell, problems in found.items() if not problems] == ["en", "ru", "pt-BR"]


@columns(lambda column: column.holds is Holds.TEXT and not column.vocabulary)
def test_control_characters_are_named(table: Table, column: Column) -> None:
    found = problems_of(
        table,
        column,
        [
            "a\x00b",
            "two\nlines",
            "a\ttab",
            "\x1b[31mred",
            "ga\u202es",
            "ga\u200bs",
            "ga\u2060s",
            "gas\ufeff",
            "ga\uffffs",
        ],
    )
    assert all("not plain text" in problems for problems in found.values())


@columns(lambda column: column.holds is Holds.TEXT and not column.vocabulary)
def test_spaces_around_a_text_are_named(table: Table, column: Column) -> None:
    found = problems_of(table, column, [" before", "after ", "\u00a0before", "in between"])
    assert [cell for cell, problems in found.items() if "spaces around the text" not in problems] == [
        "in between"
    ]


@columns(lambda column: column.many)
def test_a_list_has_each_part_once_and_no_empty_part(table: Table, column: Column) -> None:
    part, other = ("PAK", "RUS") if column.holds is Holds.COUNTRY else ("trade", "energy")
    found = problems_of(
        table, column, [f"{part};{part}", f"{part};;{other}", f"{part};", f"{part};{other}", part]
    )
    assert [cell for cell, problems in found.items() if not problems] == [f"{part};{other}", part]
    assert "a part is repeated" in found[f"{part};{part}"]


def test_all_bad_cells_of_a_table_are_named_at_once(proved_small: Path) -> None:
    frame, _ = read_table(proved_small, BY_NAME["events"])
    assert frame is not None
    for row, column, cell in [
        (0, "date", "soon"),
        (0, "kind", "party"),
        (1, "weight", "heavy"),
        (3, "themes", ""),
        (3, "event_id", "A B"),
    ]:
        frame.loc[row, column] = cell
    found = {(fault.row, fault.column, fault.found) for fault in cell_faults(frame, BY_NAME["events"])}
    assert found == {
        (2, "date", "soon"),
        (2, "kind", "party"),
        (3, "weight", "heavy"),
        (5, "themes", ""),
        (5, "event_id", "A B"),
    }
