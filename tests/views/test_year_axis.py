"""Years under a drawing are written once each, for any range, and counted in one clock."""

import pandas as pd
import pytest

from dashboard.views import year_axis

FIRST, LAST = 1947, 2026


def test_no_year_is_written_twice_in_any_range():
    for first in range(FIRST, LAST + 1):
        for last in range(first, LAST + 1):
            ticks = year_axis.ticks((first, last))
            assert len(ticks) == len(set(ticks)) <= year_axis.MOST_TICKS + 1
            assert all(first <= tick <= last for tick in ticks)


@pytest.mark.parametrize(
    ("years", "ticks"),
    [
        ((2016, 2016), [2016]),
        ((2014, 2015), [2014, 2015]),
        ((2014, 2017), [2014, 2015, 2016, 2017]),
        ((2014, 2018), [2014, 2015, 2016, 2017, 2018]),
        # Twenty years by twos, eighty by fives, more than eighty by tens.
        ((2000, 2020), list(range(2000, 2021, 2))),
        ((1947, 2026), list(range(1950, 2026, 5))),
        ((1947, 2030), list(range(1950, 2031, 10))),
        ((1990, 2026), list(range(1990, 2030, 5))),
    ],
)
def test_ticks_are_round_years(years, ticks):
    assert year_axis.ticks(years) == ticks


@pytest.mark.parametrize(
    ("years", "words"),
    [
        ((2014, 2014), ["January 2014", "April 2014", "July 2014", "October 2014"]),
        ((2014, 2015), ["January 2014", "July 2014", "January 2015", "July 2015"]),
        ((2014, 2016), ["2014", "2015", "2016"]),
    ],
)
def test_one_year_is_divided_into_quarters_and_two_into_halves(years, words):
    assert [said for _, said in year_axis.dates(years, months=True)] == words
    assert [said for _, said in year_axis.ruler(years)] == words
    assert year_axis.dates(years) == [entry for entry in year_axis.dates(years) if entry[1].isdecimal()]


def test_a_ruler_says_the_same_days_as_the_axis_at_their_places():
    assert year_axis.ruler((2001, 2004)) == (
        (0.0, "2001"),
        (365 / 1461, "2002"),
        (730 / 1461, "2003"),
        (1095 / 1461, "2004"),
    )
    axis = year_axis.along("from", (2014, 2014), months=True).to_dict()["axis"]
    assert axis["format"] == "%B %Y"
    assert [value["month"] for value in axis["values"]] == [1, 4, 7, 10]
    assert year_axis.along("from", (2014, 2014)).to_dict()["axis"]["format"] == "%Y"


def test_one_year_is_said_once():
    assert (year_axis.in_words((2016, 2016)), year_axis.in_words((2014, 2021))) == ("2016", "2014–2021")


def test_the_scale_and_its_ends_are_in_universal_time():
    drawn = year_axis.along("from", (2014, 2016)).to_dict()
    assert drawn["scale"]["type"] == "utc"
    assert drawn["scale"]["domain"] == [{"year": 2014, "utc": True}, {"year": 2017, "utc": True}]
    assert year_axis.along("x").to_dict()["scale"]["type"] == "utc"


def test_days_have_no_time_that_a_clock_could_move():
    assert year_axis.days(pd.Series([pd.Timestamp("2016-09-24")])).tolist() == ["2016-09-24"]
