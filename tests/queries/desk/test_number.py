"""Numbers keep unit and qualifier, and what counts nothing is no number."""

from __future__ import annotations

import pytest

from dashboard.queries.desk.number import numbers_in


@pytest.mark.parametrize(
    ("words", "value", "unit", "qualifier"),
    [
        ("worth $2.5 billion", 2.5, "USD billion", "exact"),
        ("about 40 million dollars", 40, "USD million", "about"),
        ("more than 1,100 kilometres of pipe", 1100, "km", "over"),
        ("up to 20 percent", 20, "percent", "up-to"),
        ("less than 5% of trade", 5, "percent", "under"),
        ("half a billion dollars", 0.5, "USD billion", "exact"),
        ("after nine years", 9, "years", "exact"),
        ("nearly 70 soldiers", 70, "soldiers", "about"),
        ("some 200 thousand troops", 200_000, "troops", "about"),
        ("Rs. 500 million", 500, "PKR million", "exact"),
        ("the 1,100-kilometre line", 1100, "km", "exact"),
        ("bought four MI-35 helicopters", 4, "helicopters", "exact"),
        ("about three new rail links", 3, "links", "about"),
    ],
)
def test_a_number_keeps_its_unit_and_qualifier(words: str, value: float, unit: str, qualifier: str) -> None:
    (number,) = numbers_in(words)
    assert (number.value, number.unit, number.qualifier) == (value, unit, qualifier)


@pytest.mark.parametrize(
    "words",
    [
        "in 2016 they met",
        "one of the two sides",
        "the two states",
        "its three new ships",
        "two neighbours",
        "two of them",
        "see p. 72",
        "no. 12 of the list",
        "a B-52",
        "for 3 to",
        "(CC0 1.0)",
    ],
)
def test_what_counts_nothing_is_no_number(words: str) -> None:
    assert numbers_in(words) == []


def test_what_stands_in_a_date_is_no_number() -> None:
    words = "On 24 September 2016 some 70 soldiers came."
    assert [number.text for number in numbers_in(words, [(3, 20)])] == ["70"]


def test_a_number_says_where_it_stands() -> None:
    words = "It costs about $2.5 billion in all."
    (number,) = numbers_in(words)
    assert words[number.begin : number.end] == "$2.5 billion" == number.text
