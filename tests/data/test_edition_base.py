"""What an edition shares with its base: cells that stand there alike, by the key of their row."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.data.edition_base import joined, unlike
from dashboard.data.edition_layout import Damaged, written
from dashboard.data.editions import base_for, edition_files, packed, read_editions, unpacked

BASE = {"themes.csv": b"theme_id,label\na,One\nb,Two\n"}


def test_a_cell_that_stands_in_the_base_alike_is_written_as_one_sign_and_comes_back() -> None:
    files = {"themes.csv": b"theme_id,label\nb,Two\na,Another\nc,Two\n"}
    laid = unlike(files, BASE)
    assert laid == {"themes.csv": b"theme_id,label\nb,=\na,Another\nc,Two\n"}
    assert joined(laid, BASE) == files


def test_a_cell_that_begins_with_the_sign_is_not_taken_for_that_of_the_base() -> None:
    files = {"themes.csv": b"theme_id,label\na,=\nb,==Two\n"}
    laid = unlike(files, BASE)
    assert laid == {"themes.csv": b"theme_id,label\na,==\nb,===Two\n"}
    assert joined(laid, BASE) == files


def test_a_column_and_a_table_that_the_base_lacks_are_written_whole() -> None:
    files = {"themes.csv": b"theme_id,label,note\na,One,One\n", "eras.csv": b"era_id\nx\n"}
    laid = unlike(files, BASE)
    assert laid == {"themes.csv": b"theme_id,label,note\na,=,One\n", "eras.csv": b"era_id\nx\n"}
    assert joined(laid, BASE) == files


def test_a_table_whose_key_the_base_lacks_is_written_whole() -> None:
    files = {"themes.csv": b"theme_id,label\na,One\n"}
    assert unlike(files, {"themes.csv": b"id,label\na,One\n"}) == files


CELLS = st.text(st.sampled_from('=a,\n"'), max_size=3)
ROWS = st.lists(st.tuples(st.sampled_from(["a", "b", "=", ""]), CELLS), max_size=5)


@given(ROWS, ROWS)
def test_whatever_stands_in_the_cells_comes_back(
    rows: list[tuple[str, str]], old: list[tuple[str, str]]
) -> None:
    files, base = ({"themes.csv": written([("theme_id", "label"), *table])} for table in (rows, old))
    assert joined(unlike(files, base), base) == files


def test_a_sign_for_a_cell_that_the_base_lacks_is_damage() -> None:
    with pytest.raises(Damaged, match="its base"):
        joined({"themes.csv": b"theme_id,label\nc,=\n"}, BASE)


def test_cells_of_the_base_do_not_fill_the_memory() -> None:
    base = {"themes.csv": written([("theme_id", "label"), ("a", "x" * 100_000)])}
    laid = {"themes.csv": written([("theme_id", "label"), *[("a", "=")] * 700])}
    with pytest.raises(Damaged, match="too large"):
        joined(laid, base)


def test_the_tables_as_they_are_come_back_from_what_their_base_does_not_hold(data: Path) -> None:
    files = edition_files(data)
    base = base_for(read_editions(data))
    assert base
    content = packed(files, base)
    assert unpacked(content, base.packed) == files
    assert len(content) < 0.9 * len(packed(files))
