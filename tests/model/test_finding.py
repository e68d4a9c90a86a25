"""Numbers in a sentence that are filled from a series: what fits, how it is written, and what is refused."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

import pytest

from dashboard.model.finding import Count, Unresolved, filled, named, unresolved, written
from dashboard.model.vote_count import VoteCount

THIN = "\u202f"


def year(number: int, value: str, doubtful: bool = False) -> Count:
    return Count(date(number, 1, 1), date(number, 12, 31), Decimal(value), doubtful)


SERIES = {
    "deaths": [
        year(2001, "1000.5"),
        year(2002, "2000"),
        year(2003, "300"),
        year(2005, "7"),
        year(2006, "9", doubtful=True),
    ],
    "loss": [
        Count(date(2001, 7, 1), date(2002, 6, 30), Decimal("2.67")),
        Count(date(2002, 7, 1), date(2003, 3, 31), Decimal("2.75")),
    ],
    # A year stands twice before the year that would end the period.
    "twice": [year(2001, "1"), year(2001, "2"), year(2002, "3")],
    "other": [year(2002, "2500.5"), year(2003, "7")],
    "stated": [Count(date(1, 1, 1), date(9999, 12, 31), Decimal("945.87"))],
}


def look(identifier: str) -> Sequence[Count]:
    return SERIES.get(identifier, ())


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("no number to fill", "no number to fill"),
        ("{value:deaths@2002:0} people", f"2{THIN}000 people"),
        ("{value:deaths@2001:1}", f"1{THIN}000.5"),
        ("{value:deaths@2001:0}", f"1{THIN}001"),
        ("{sum:deaths@2001/2003:1}", f"3{THIN}300.5"),
        ("{change:deaths@2001/2003:1}", "−700.5"),
        ("{sum:loss@2001-07/2003-03:2} billion", "5.42 billion"),
        ("{value:loss@2001-07/2002-06:1}", "2.7"),
        ("{stated:stated:2} million", "945.87 million"),
        ("{value:deaths@2002:0} and {value:deaths@2005:2}", f"2{THIN}000 and 7.00"),
        ("{gap:deaths@2002:other@2002:1}", "500.5"),
        ("{gap:other@2002:deaths@2002:1}", "500.5"),
        ("{gap:deaths@2002:other@2003:0}", f"1{THIN}993"),
        ("{gap:deaths@2002:deaths@2002:2}", "0.00"),
    ],
)
def test_a_place_is_filled_with_the_number_of_its_series(text: str, said: str) -> None:
    assert filled(text, look) == said
    assert unresolved(text, look) == []


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("{value:nobody@2002:0}", "no such series or stated number"),
        ("{value:deaths@1999:0}", "the series has no value for all of the period"),
        ("{sum:deaths@2001/2005:0}", "the series has no value for all of the period"),
        ("{sum:deaths@2000/2003:0}", "the series has no value for all of the period"),
        ("{value:loss@2002:0}", "the series has no value for all of the period"),
        ("{value:deaths@2001/2002:0}", "more than one value"),
        ("{value:deaths@2006:0}", "the number is doubtful"),
        ("{sum:deaths@2005/2006:0}", "the number is doubtful"),
        ("{value:deaths@soon:0}", "not a period"),
        ("{value:deaths@9999/..:1}", "the series has no value for all of the period"),
        ("{value:deaths@../9999:1}", "the series has no value for all of the period"),
        ("{mean:deaths@2001:0}", "not a place for a number"),
        ("{value:deaths@2001:9}", "not a place for a number"),
        ("{value:deaths@2001}", "not a place for a number"),
        ("an open { brace", "not a place for a number"),
        ("a closed } brace", "not a place for a number"),
        ("{stated:deaths:0}", "a series, not a stated number"),
        ("{stated:nobody:0}", "no such series or stated number"),
        ("{gap:deaths@2001/2002:other@2002:0}", "more than one value"),
        ("{gap:deaths@2002:other@2002/2003:0}", "more than one value"),
        ("{gap:deaths@2006:other@2002:0}", "the number is doubtful"),
        ("{sum:twice@2001/2002:0}", "the series has no value for all of the period"),
    ],
)
def test_a_place_that_no_number_fits_is_refused_with_what_would_be_right(text: str, problem: str) -> None:
    (found,) = unresolved(text, look)
    assert found.problem == problem
    assert found.expected
    with pytest.raises(Unresolved, match=problem):
        filled(text, look)


def test_every_place_of_a_text_is_judged() -> None:
    assert len(unresolved("{value:nobody@2002:0} {value:deaths@2002:0} {value:deaths@1999:0}", look)) == 2


def test_a_text_names_the_series_on_which_it_rests_once_each() -> None:
    assert named("{value:deaths@2002:0}, {sum:loss@2001:1}, {value:deaths@2003:0}, {stated:stated:0}") == (
        "deaths",
        "loss",
        "stated",
    )
    assert named("{gap:loss@2001:deaths@2002:0}, {gap:deaths@2001:other@2002:0}") == (
        "loss",
        "deaths",
        "other",
    )


@pytest.mark.parametrize(
    ("value", "decimals", "said"),
    [
        ("0.5", 0, "1"),
        ("-1234.45", 1, f"−1{THIN}234.5"),
        ("7", 2, "7.00"),
        ("1000000", 0, f"1{THIN}000{THIN}000"),
        ("1e30", 0, f"1{THIN}" + f"000{THIN}" * 9 + "000"),
    ],
)
def test_a_number_is_written_with_its_decimals_and_thin_spaces(value: str, decimals: int, said: str) -> None:
    assert written(Decimal(value), decimals) == said


class Ballots:
    """Ballots in which 2 of 3 votes were of a kind, or 1 of 8 on the sea."""

    def count(self, wanted: VoteCount) -> tuple[int, int]:
        return (1, 8) if wanted.topic else (2, 3)

    def told(self, vote_id: str, column: str) -> str:
        return f"{column} in {vote_id}"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{votes:alike:AAA-BBB@1980}", "2"),
        ("{share:alike:AAA-BBB@1980:0}", "67"),
        ("{share:alike:AAA-BBB@1980:2}", "66.67"),
        ("{share:alike:AAA-BBB@1980:topic-sea:1}", "12.5"),
        ("{vote:a-res-1:result}", "result in a-res-1"),
    ],
)
def test_votes_are_counted_and_their_shares_are_per_cent_of_those_cast(text: str, said: str) -> None:
    assert filled(text, look, Ballots()) == said
