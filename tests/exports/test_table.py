"""A table that leaves the Atlas opens in a spreadsheet as what it is: text in the right encoding, numbers,
and nothing that runs.
"""

from __future__ import annotations

import csv
import io
from datetime import date

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.exports.table import cell_of, csv_of


def read_back(content: bytes) -> list[list[str]]:
    """What a reader of RFC 4180 finds, after the byte order mark that tells a spreadsheet the encoding."""
    assert content.startswith(b"\xef\xbb\xbf")
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), strict=True))


@pytest.mark.parametrize(
    "attack",
    [
        "=1+1",
        "+cmd|' /C calc'!A0",
        "-2+3",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        "\n=1",
        "＝1",
        '=HYPERLINK("http://x")',
    ],
)
def test_a_text_that_a_spreadsheet_would_run_starts_with_an_apostrophe(attack: str) -> None:
    assert cell_of(attack) == "'" + attack


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        (-2.5, "-2.5"),
        (-3, "-3"),
        ("-12.5", "-12.5"),
        ("+7", "+7"),
        ("-1e3", "-1e3"),
        (4.0, "4"),
        (0.1, "0.1"),
        (999999999999999.0, "999999999999999"),
        # Of more digits than a number of the machine holds no digit is made up.
        (1e16, "1e+16"),
        (-1e16, "-1e+16"),
    ],
)
def test_a_number_stays_a_number_even_if_it_is_negative(value: object, cell: str) -> None:
    assert cell_of(value) == cell


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("a;=1+1", "a;'=1+1"),
        ("a; @x;b", "a;' @x;b"),
        ("=1;-2+3", "'=1;'-2+3"),
        ("-1;+2;b", "-1;+2;b"),
        (" =1", "' =1"),
        ("a;\t=1", "a;'\t=1"),
    ],
)
def test_where_a_semicolon_parts_cells_none_of_them_runs_either(text: str, cell: str) -> None:
    assert cell_of(text) == cell
    assert cell_of(tuple(text.split(";"))) == cell


def test_lists_days_and_missing_values_are_written_plainly() -> None:
    assert [
        cell_of(one)
        for one in (
            ("a", "b"),
            date(2016, 9, 24),
            pd.Timestamp(2016, 9, 24),
            float("nan"),
            pd.NaT,
            None,
            True,
        )
    ] == [
        "a;b",
        "2016-09-24",
        "2016-09-24",
        "",
        "",
        "",
        "True",
    ]


def test_rows_end_as_the_standard_says_and_awkward_cells_are_quoted() -> None:
    content = csv_of(pd.DataFrame({"a": ['say "yes"', "one,\ntwo"], "b": ["Пакистан – é", ""]}))
    assert content.decode("utf-8-sig") == 'a,b\r\n"say ""yes""",Пакистан – é\r\n"one,\ntwo",\r\n'
    assert read_back(content) == [["a", "b"], ['say "yes"', "Пакистан – é"], ["one,\ntwo", ""]]


@given(
    st.lists(
        st.tuples(
            st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00")),
            st.floats(allow_nan=False, allow_infinity=False),
        ),
        min_size=1,
    )
)
def test_whatever_the_text_it_comes_back_as_it_was_or_with_its_apostrophe(
    rows: list[tuple[str, float]],
) -> None:
    header, *found = read_back(csv_of(pd.DataFrame(rows, columns=["text", "number"])))
    assert header == ["text", "number"]
    for (text, value), (cell, written) in zip(rows, found, strict=True):
        parts = zip(text.split(";"), cell.split(";"), strict=True)
        assert all(part in (plain, "'" + plain) for plain, part in parts)
        assert not [part for part in cell.split(";") if part.startswith(("=", "@", "\t", "\r", "\n"))]
        assert float(written) == value


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        (pd.Timestamp(2016, 9, 24), "2016-09-24"),
        (pd.Timestamp(2016, 9, 24, 13, 5), "2016-09-24T13:05:00"),
        (date(2016, 9, 24), "2016-09-24"),
        (pd.NaT, ""),
        (None, ""),
        (("trade", "energy"), "trade;energy"),
    ],
)
def test_a_day_is_a_day_and_a_time_of_day_is_kept(value: object, cell: str) -> None:
    assert cell_of(value) == cell
