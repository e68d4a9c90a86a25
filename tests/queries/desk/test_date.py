"""Dates become EDTF and are never more precise than their words; relative ones count from the publication."""

from __future__ import annotations

import pytest

from dashboard.model.period import parse_period
from dashboard.queries.desk.date import dates_in


@pytest.mark.parametrize(
    ("words", "edtf"),
    [
        ("on 24 September 2016 they met", ["2016-09-24"]),
        ("on September 24, 2016 they met", ["2016-09-24"]),
        ("on the 3rd of May, 1950", ["1950-05-03"]),
        ("from 6-7 April 2021", ["2021-04-06/2021-04-07"]),
        ("in Sept. 2016", ["2016-09"]),
        ("in May 2018", ["2018-05"]),
        ("in late May 2018", ["2018-05~"]),
        ("in 2016 and in 2018", ["2016", "2018"]),
        ("around 2016", ["2016~"]),
        ("between 1979 and 1989", ["1979/1989"]),
        ("in 2014-17", ["2014/2017"]),
        ("during the 1990s", ["199X"]),
        ("a line of 2000 km and 1500 troops", []),
        ("it may march on", []),
        ("on 31 February 2016", ["2016-02"]),
    ],
)
def test_a_date_keeps_the_precision_of_its_words(words: str, edtf: list[str]) -> None:
    assert [dated.edtf for dated in dates_in(words)] == edtf


@pytest.mark.parametrize(
    ("words", "published", "edtf"),
    [
        ("last year", "2021-09-15", "2020~"),
        ("next year", "2021-09-15", "2022~"),
        ("last month", "2022-01-10", "2021-12~"),
        ("three years ago", "2019-03", "2016~"),
        ("two months ago", "2019-01-31", "2018-11~"),
        ("last year", "2019-12/2020-01", "2018~/2019~"),
        ("yesterday", "2020-03-01", "2020-02-29~"),
        ("on 6 April", "2021-09", "2021-04-06~"),
        ("in April", "2021-09", "2021-04~"),
    ],
)
def test_a_relative_date_counts_from_the_window_of_publication(words: str, published: str, edtf: str) -> None:
    (dated,) = dates_in(f"They met {words}.", parse_period(published))
    assert dated.edtf == edtf
    assert dated.relative
    assert parse_period(dated.edtf).approximate


def test_without_a_publication_a_relative_date_is_none() -> None:
    assert dates_in("They met last year, in April, and yesterday.") == []


def test_yesterday_of_a_month_is_no_day() -> None:
    assert dates_in("They met yesterday.", parse_period("2020-03")) == []


def test_a_month_belongs_to_the_year_that_was_named_last() -> None:
    (dated,) = dates_in("They met in April.", parse_period("2021-09"), "2016")
    assert dated.edtf == "2016-04~"


def test_a_date_says_where_it_stands() -> None:
    (dated,) = dates_in("They met on 6-7 April 2021 in town.")
    assert "They met on 6-7 April 2021 in town."[dated.begin : dated.end] == "6-7 April 2021"
