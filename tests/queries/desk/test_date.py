"""Dates become EDTF and are never more precise than their words; relative ones count from the publication."""

from __future__ import annotations

import pytest

from dashboard.model.period import parse_period
from dashboard.queries.desk.date import dates_in, year_of


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
        ("on 6 and 7 April 2021", ["2021-04-06/2021-04-07"]),
        ("on 6 to 7 April 2021", ["2021-04-06/2021-04-07"]),
        ("on 1 Sept 2016", ["2016-09-01"]),
        ("on 1 Sep. 2016", ["2016-09-01"]),
        ("in October of 2016", ["2016-10"]),
        ("in Dec. 2016", ["2016-12"]),
        ("in 1979/80", ["1979/1980"]),
        ("from 1979 until 1980", ["1979/1980"]),
        ("in 1989-1979", []),
        ("in 1989-88", []),
        ("in 1799 and 2100", []),
        ("in 1800, then in 2099", ["1800", "2099"]),
        ("the 2010's", ["201X"]),
        ("in mid-2016", ["2016~"]),
        ("circa 2016", ["2016~"]),
        ("on 12 March 1950 and in May 1951", ["1950-03-12", "1951-05"]),
        ("it cost 2,016 and $2016", []),
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
        ("in December", "2021-09", "2021-12~"),
        ("on April 6th", "2021-09", "2021-04-06~"),
        ("since April", "2020-12/2021-01", "2021-04~"),
        ("previous year", "2021-09-15", "2020~"),
        ("past year", "2021-09-15", "2020~"),
        ("this year", "2021-09-15", "2021~"),
        ("current year", "2021-09-15", "2021~"),
        ("coming year", "2021-09-15", "2022~"),
        ("last decade", "2021-09-15", "2011~"),
        ("next decade", "2021-09-15", "2031~"),
        ("this decade", "2021-09-15", "2021~"),
        ("last week", "2021-09-05", "2021-08~"),
        ("next week", "2021-09-25", "2021-10~"),
        ("next month", "2021-11-10", "2021-12~"),
        ("next month", "2021-12-10", "2022-01~"),
        ("this month", "2021-12-10", "2021-12~"),
        ("a year ago", "2021-09-15", "2020~"),
        ("2 decades ago", "2021-09-15", "2001~"),
        ("ten years ago", "2021-09-15", "2011~"),
        ("12 months ago", "2021-12-31", "2020-12~"),
        ("today", "2020-03-01", "2020-03-01~"),
    ],
)
def test_a_relative_date_counts_from_the_window_of_publication(words: str, published: str, edtf: str) -> None:
    (dated,) = dates_in(f"They met {words}.", parse_period(published))
    assert dated.edtf == edtf
    assert dated.relative
    assert parse_period(dated.edtf).approximate


def test_without_a_publication_a_relative_date_is_none() -> None:
    assert dates_in("They met last year, in April, two years ago, and yesterday.") == []


def test_yesterday_of_a_month_is_no_day() -> None:
    assert dates_in("They met yesterday.", parse_period("2020-03")) == []


def test_a_month_belongs_to_the_year_that_was_named_last() -> None:
    (dated,) = dates_in("They met in April.", parse_period("2021-09"), "2016")
    assert dated.edtf == "2016-04~"


def test_a_date_says_where_it_stands() -> None:
    (dated,) = dates_in("They met on 6-7 April 2021 in town.")
    assert "They met on 6-7 April 2021 in town."[dated.begin : dated.end] == "6-7 April 2021"


@pytest.mark.parametrize(
    ("words", "year"),
    [
        ("in 2016", "2016"),
        ("between 1979 and 1989", "1989"),
        ("on 6-7 April 2021", "2021"),
        ("between 1979 and 1989, 1990", "1989"),
        ("in the 1990s", ""),
    ],
)
def test_the_year_that_a_date_names_last_is_its_year(words: str, year: str) -> None:
    assert year_of(dates_in(words)[0]) == year


def test_the_last_of_three_years_of_a_window_is_its_year() -> None:
    (dated,) = dates_in("They met last year.", parse_period("2019-12/2020-01"))
    assert (dated.edtf, year_of(dated)) == ("2018~/2019~", "2019")


def test_dates_stand_in_order_of_the_sentence_and_none_is_read_twice() -> None:
    sentence = "In 1950, on 3 May 1951 and last year; in June."
    found = dates_in(sentence, parse_period("2021"))
    assert [(dated.text, dated.relative) for dated in found] == [
        ("1950", False),
        ("3 May 1951", False),
        ("last year", True),
        ("in June", True),
    ]
    assert [sentence[dated.begin : dated.end] for dated in found] == [dated.text for dated in found]


@pytest.mark.parametrize(
    ("words", "edtf"),
    [
        ("In August 1971 it signed a treaty, and in December it voted", ["1971-08", "1971-12~"]),
        ("In January 1966 they came, and on 10 January the two signed", ["1966-01", "1966-01-10~"]),
        ("In December it voted, as in August 1971", ["2024-12~", "1971-08"]),
        ("In 1960 and in 1971 they met, and in May again", ["1960", "1971", "1971-05~"]),
    ],
)
def test_a_month_belongs_to_the_year_that_its_sentence_named_before_it(words: str, edtf: list[str]) -> None:
    assert [dated.edtf for dated in dates_in(words, parse_period("2024-03-14"))] == edtf
