"""How the columns of a table stand."""

from __future__ import annotations

import pandas as pd

from dashboard.model.figure import Cell, Grid
from dashboard.views.columns import AROUND, BRIEF, WRAPPED, columns_of, told_once


def table(*rows: tuple[str, ...], header: tuple[str, ...] = ("Name", "Number", "Words")) -> Grid:
    return Grid(header, tuple(tuple(map(Cell, row)) for row in rows))


def test_a_column_of_numbers_is_one_in_which_nothing_else_stands_but_the_first_names_its_row() -> None:
    assert columns_of(table(("1947", "12", "x"), ("1948", "–", "3"))).numbers == (False, True, False)
    assert columns_of(table(("1947", "–", "x"))).numbers == (False, False, False), "no number is no number"


def test_a_column_is_brief_if_its_longest_words_are() -> None:
    brief, longer = "x" * BRIEF, "x" * (BRIEF + 1)
    columns = columns_of(table(("a", brief, longer), ("b", "1", "y")))
    assert columns.brief == (False, True, False), "never the first, which stands above the others"


def test_a_table_whose_cells_are_stretches_of_bars_has_no_brief_words() -> None:
    bar = Grid(("Document", "supported"), ((Cell("Paper"), Cell("7", tone="holds", share=0.5)),))
    assert columns_of(bar).brief == (False, False)
    assert columns_of(bar).tones == ("", "holds")


def test_only_a_table_in_parts_has_widths_which_follow_the_words_of_nearly_all_rows() -> None:
    rows = [("x" * 17, "1", "y" * 27)] * 19
    whole = table(*rows, ("x" * 17, "1", "y" * 400))
    assert columns_of(whole).widths == ()
    needs = 17 + AROUND, len("Number") + AROUND, 27 + AROUND
    assert columns_of(whole, in_parts=True).widths == tuple(round(100 * need / sum(needs)) for need in needs)


def test_long_cells_have_further_lines_and_a_heading_is_not_cut_within_a_word() -> None:
    wide = table(("a", "1", "y" * 400), header=("Name", "Extraordinarily", "Words"))
    name, number, words = columns_of(wide, in_parts=True).widths
    whole = 4 + 15 + WRAPPED + 3 * AROUND
    assert (name, number, words) == tuple(
        round(100 * (letters + AROUND) / whole) for letters in (4, 15, WRAPPED)
    )


def test_a_table_without_rows_has_columns_too() -> None:
    assert columns_of(table()).numbers == (False, False, False)
    assert len(columns_of(table(), in_parts=True).widths) == 3


def test_a_column_that_says_the_name_of_every_record_again_is_left_out() -> None:
    rows = pd.DataFrame({"record_id": ["a", "b"], "who": ["Ann", "b"], "said": ["Ann", "no"]})
    assert list(told_once(rows, {"a": "Ann"}).columns) == ["record_id", "said"]


def test_a_column_that_says_words_of_every_name_again_is_left_out_unless_it_is_one_word() -> None:
    rows = pd.DataFrame(
        {
            "record_id": ["a", "b"],
            "who": ["Ruritania: exports (Mint)", "Ruritania: imports (Mint)"],
            "reporter": ["Ruritania", "Ruritania"],
            "from": ["Ruritania: exports (Mint)", "Graustark: imports (Mint)"],
        }
    )
    names = {"a": "Ruritania: exports to Graustark (Mint)", "b": "Ruritania: imports from Arcadia (Mint)"}
    assert list(told_once(rows, names).columns) == ["record_id", "reporter", "from"]
