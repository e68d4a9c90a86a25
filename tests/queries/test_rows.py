"""Rows of a table by words that stand in them."""

from __future__ import annotations

import pandas as pd

from dashboard.queries.rows import holding

ROWS = pd.DataFrame(
    {
        "title": ["Tashkent Declaration", "Visit to Moscow"],
        "actors": [("kosygin", "khan"), ("bhutto",)],
        "year": [1966, 1972],
    }
)


def test_every_word_has_to_stand_in_the_row_wherever_and_however_written() -> None:
    assert list(holding(ROWS, "KOSYGIN tashkent")["year"]) == [1966]
    assert list(holding(ROWS, "1972 bhutto")["year"]) == [1972]
    assert holding(ROWS, "kosygin moscow").empty


def test_no_words_and_signs_only_mean_every_row() -> None:
    assert len(holding(ROWS, "")) == len(holding(ROWS, "  ?! ")) == 2
