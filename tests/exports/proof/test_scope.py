"""Dates in SQL are read as the Atlas reads them."""

from __future__ import annotations

import pytest

from dashboard.exports.proof.database import Database
from dashboard.exports.proof.scope import first_day, last_day, text, within


def value(sql: str, date: str) -> object:
    base = Database()
    base.load("dated", (("date",), [(date,)]))
    return base.rows(f"SELECT {sql} FROM dated")[0][0]


@pytest.mark.parametrize(
    ("date", "first", "last"),
    [
        ("1968-05-02", "1968-05-02", "1968-05-02"),
        ("1968-05", "1968-05-01", "1968-05-31"),
        ("1968", "1968-01-01", "1968-12-31"),
        ("1968~", "1968-01-01", "1968-12-31"),
        ("196X", "1960-01-01", "1969-12-31"),
        ("1968-05/1970", "1968-05-01", "1970-12-31"),
    ],
)
def test_a_date_has_a_first_and_a_last_day(date: str, first: str, last: str) -> None:
    assert value(first_day("date"), date) == first
    assert value(last_day("date"), date) == last


@pytest.mark.parametrize(
    ("date", "touches"),
    [("1969", 0), ("1970", 1), ("1979-12/..", 1), ("1981", 0), ("1960/1970-01", 1), ("197X", 1), ("198X", 1)],
)
def test_a_date_touches_years_that_it_shares(date: str, touches: int) -> None:
    assert value(within("date", (1970, 1980)), date) == touches


def test_an_apostrophe_stays_within_a_text() -> None:
    assert value(text("the king's"), "1970") == "the king's"
