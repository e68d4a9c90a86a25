"""A period is read as the EDTF standard reads it, refused where it must be, and written as a person writes
it.
"""

from __future__ import annotations

from datetime import date

import pytest
from edtf import parse_edtf
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.model.period import EARLIEST, LATEST, parse_period, period_or_none


@pytest.mark.parametrize(
    ("text", "first", "last", "caption"),
    [
        ("2016", date(2016, 1, 1), date(2016, 12, 31), "2016"),
        ("2016-02", date(2016, 2, 1), date(2016, 2, 29), "February 2016"),
        ("2015-02", date(2015, 2, 1), date(2015, 2, 28), "February 2015"),
        ("2016-09-24", date(2016, 9, 24), date(2016, 9, 24), "24 September 2016"),
        ("2014/2017", date(2014, 1, 1), date(2017, 12, 31), "2014–2017"),
        ("2020-07/2021-06", date(2020, 7, 1), date(2021, 6, 30), "July 2020 – June 2021"),
        ("2016-09/2016-11", date(2016, 9, 1), date(2016, 11, 30), "September – November 2016"),
        ("2016-09-24/2016-10-10", date(2016, 9, 24), date(2016, 10, 10), "24 September – 10 October 2016"),
        ("2016-09-24/2016-09-26", date(2016, 9, 24), date(2016, 9, 26), "24–26 September 2016"),
        ("2016-12-30/2017-01-02", date(2016, 12, 30), date(2017, 1, 2), "30 December 2016 – 2 January 2017"),
        ("2018~", date(2018, 1, 1), date(2018, 12, 31), "about 2018"),
        ("2018-04~", date(2018, 4, 1), date(2018, 4, 30), "about April 2018"),
        ("2018?", date(2018, 1, 1), date(2018, 12, 31), "perhaps 2018"),
        ("2018-04-12%", date(2018, 4, 12), date(2018, 4, 12), "perhaps about 12 April 2018"),
        ("2018-XX", date(2018, 1, 1), date(2018, 12, 31), "some month of 2018"),
        ("2018-XX-XX", date(2018, 1, 1), date(2018, 12, 31), "some day of 2018"),
        ("2018-04-XX", date(2018, 4, 1), date(2018, 4, 30), "some day of April 2018"),
        ("2018-04-XX/2018-05-02", date(2018, 4, 1), date(2018, 5, 2), "some day of April 2018 – 2 May 2018"),
        ("2018-21", date(2018, 3, 1), date(2018, 5, 31), "spring 2018"),
        ("2018-22~", date(2018, 6, 1), date(2018, 8, 31), "about summer 2018"),
        ("2018-23", date(2018, 9, 1), date(2018, 11, 30), "autumn 2018"),
        ("2018-24", date(2018, 12, 1), date(2018, 12, 31), "winter 2018"),
        ("2018-04/", date(2018, 4, 1), date(2018, 4, 30), "April 2018 – unknown"),
        ("/2018-04", date(2018, 4, 1), date(2018, 4, 30), "unknown – April 2018"),
        ("2018?/..", date(2018, 1, 1), LATEST, "since perhaps 2018"),
        ("1979-12/..", date(1979, 12, 1), LATEST, "since December 1979"),
        ("../1991-12-25", EARLIEST, date(1991, 12, 25), "until 25 December 1991"),
        ("195X", date(1950, 1, 1), date(1959, 12, 31), "1950s"),
        ("19XX", date(1900, 1, 1), date(1999, 12, 31), "between 1900 and 1999"),
        ("195X/1962", date(1950, 1, 1), date(1962, 12, 31), "1950s – 1962"),
        ("2016/2017~", date(2016, 1, 1), date(2017, 12, 31), "2016 – about 2017"),
    ],
)
def test_a_period_has_the_bounds_and_the_caption_of_its_text(
    text: str, first: date, last: date, caption: str
) -> None:
    period = parse_period(text)
    assert (period.first, period.last, period.caption, period.text) == (first, last, caption, text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " 2016",
        "2016 ",
        "16",
        "2016-13",
        "2016-00",
        "2016-02-30",
        "2015-02-29",
        "2016-9",
        "2016/2014",
        "2016-12/2016-11",
        "24 September 2016",
        "2016-09-24T10:00:00",
        "September 2016",
        "unknown",
        "..",
        "../..",
        "/",
        "../",
        "/..",
        "2016-25",
        "2016-X1",
        "2016-XX-04",
        "20X6",
        "2016X",
        "2016/2017/2018",
        "{2016,2017}",
        "-0044",
        "0000",
        "٢٠١٦",
        "2016\n",
    ],
)
def test_what_is_no_edtf_of_levels_0_and_1_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"date|period"):
        parse_period(text)


@pytest.mark.parametrize(
    ("text", "approximate"),
    [("2016", False), ("2016-09", False), ("2016~", True), ("2016?", True), ("2016%", True), ("195X", True)],
)
def test_only_a_marked_date_is_approximate(text: str, approximate: bool) -> None:
    assert parse_period(text).approximate is approximate


def _dates() -> st.SearchStrategy[str]:
    days = st.dates(date(1900, 1, 1), date(2100, 12, 31)).map(date.isoformat)
    return st.one_of(days, days.map(lambda day: day[:7]), days.map(lambda day: day[:4]))


def _ends() -> st.SearchStrategy[str]:
    """A date, marked as uncertain or not."""
    return st.tuples(_dates(), st.sampled_from(["", "~", "?", "%"])).map("".join)


def _days(bounds: object) -> date:
    """A bound of the edtf library as a date; an open one is infinite."""
    if isinstance(bounds, float):
        return EARLIEST if bounds < 0 else LATEST
    return date(*bounds[:3])  # type: ignore[index] # a struct_time


@settings(max_examples=60)
@given(_ends(), _ends())
def test_the_short_way_agrees_with_the_edtf_library(one: str, other: str) -> None:
    for text in (one, f"{one}/{other}", f"{one}/..", f"../{other}"):
        parsed = parse_edtf(text)
        first, last = _days(parsed.lower_strict()), _days(parsed.upper_strict())
        if first > last:
            with pytest.raises(ValueError, match="end"):
                parse_period(text)
        else:
            period = parse_period(text)
            assert (period.first, period.last) == (first, last)


@given(st.text(max_size=24))
def test_any_other_text_is_refused_or_read_but_never_breaks(text: str) -> None:
    try:
        period = parse_period(text)
    except ValueError:
        return
    assert period.first <= period.last
    assert period.caption


@pytest.mark.parametrize("text", ["", "soon", "2016-13"])
def test_a_text_that_is_no_date_may_be_read_as_no_period(text: str) -> None:
    assert period_or_none(text) is None
    assert period_or_none("2016") == parse_period("2016")
