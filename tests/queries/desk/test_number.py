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
        ("at least 5 per cent of it", 5, "percent", "over"),
        ("half a billion dollars", 0.5, "USD billion", "exact"),
        ("after nine years", 9, "years", "exact"),
        ("nearly 70 soldiers", 70, "soldiers", "about"),
        ("some 200 thousand troops", 200_000, "troops", "about"),
        ("Rs. 500 million", 500, "PKR million", "exact"),
        ("the 1,100-kilometre line", 1100, "km", "exact"),
        ("bought four MI-35 helicopters", 4, "helicopters", "exact"),
        ("about three new rail links", 3, "links", "about"),
        ("half a million tons", 0.5, "tonnes million", "exact"),
        ("half million people", 500_000, "people", "exact"),
        ("a quarter of a billion dollars", 0.25, "USD billion", "exact"),
        ("a million dollars", 1, "USD million", "exact"),
        ("a dozen aircraft engines", 12, "engines", "exact"),
        ("twenty years", 20, "years", "exact"),
        ("twelve months", 12, "months", "exact"),
        ("two hundred soldiers", 200, "soldiers", "exact"),
        ("three mn roubles", 3, "RUB million", "exact"),
        ("4 bn euros", 4, "EUR billion", "exact"),
        ("5 trillion rupees", 5, "PKR trillion", "exact"),
        ("€6 million", 6, "EUR million", "exact"),
        ("£7 million", 7, "GBP million", "exact"),
        ("USD 8 million", 8, "USD million", "exact"),
        ("US$ 9 million", 9, "USD million", "exact"),
        ("PKR 10 million", 10, "PKR million", "exact"),
        ("1500 megawatts of power", 1500, "MW", "exact"),
        ("2 gw of power", 2, "GW", "exact"),
        ("a yield of 3 bcm", 3, "bcm", "exact"),
        ("over 100 gas fields", 100, "gas", "over"),
        ("100 of them", 100, "", "exact"),
        ("100", 100, "", "exact"),
        ("1499 soldiers", 1499, "soldiers", "exact"),
        ("2016 km", 2016, "km", "exact"),
        ("2016 million people", 2_016_000_000, "people", "exact"),
        ("three million refugees", 3_000_000, "refugees", "exact"),
        ("2100 soldiers", 2100, "soldiers", "exact"),
        ("30 oil wells", 30, "oil", "exact"),
        ("30 long range missiles", 30, "long", "exact"),
        ("below 40 percent", 40, "percent", "under"),
        ("as many as 50 soldiers", 50, "soldiers", "up-to"),
        ("at least 60 soldiers", 60, "soldiers", "over"),
        ("close to a 70 km line", 70, "km", "about"),
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
        "99",
        "99 of them",
        "30 ox carts",
        "a ship",
        "one soldiers",
        "half years ago",
        "in 1500 they met",
        "in 2099 they met",
        "those four ships",
        "two",
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


def test_a_number_among_the_words_after_another_is_read_too() -> None:
    found = numbers_in("Trade between the two countries crossed one billion dollars")
    assert [(number.value, number.unit) for number in found] == [(1, "USD billion")]
