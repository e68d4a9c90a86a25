"""Numbers, counts and choices read as a person writes them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.model.selection import Selection
from dashboard.views.formatting import (
    THIN,
    count,
    course,
    filters_in_words,
    in_runs,
    joined,
    number,
    place_in_words,
    quantity,
    several,
    spread,
    unit_words,
)

HORIZON = 2026


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ([(10, "1966")], "10 in 1966"),
        ([(10, "1966"), (36, "1985")], "10 in 1966, 36 in 1985"),
        ([(10, "1966"), (2000, "1978"), (36, "1985")], f"10 in 1966, highest 2{THIN}000 in 1978, 36 in 1985"),
        ([(10, "1966"), (36, "1978"), (36, "1985")], "10 in 1966, 36 in 1985"),
        ([(36, "1966"), (20, "1978"), (10, "1985")], "36 in 1966, 10 in 1985"),
        ([(5, "1966"), (5, "1966")], "5 in 1966, 5 in 1966"),
    ],
)
def test_the_course_of_values_names_the_peak_between_first_and_last(
    values: list[tuple[float, str]], words: str
) -> None:
    assert course(values) == words


def test_the_heading_of_a_group_is_in_the_plural_where_it_holds_several() -> None:
    assert several("event", 1086) == f"Events (1{THIN}086)"
    assert several("event", 1) == "Event (1)"
    assert several("term of office", 2) == "Terms of office (2)"
    assert several("statistical series", 3) == "Statistical series (3)"


LABELS = {"defence": "Defence", "energy": "Energy"}


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (0, "0"),
        (7, "7"),
        (1100, "1 100"),
        (1234567, "1 234 567"),
        (-5, "−5"),
        (2.5, "2.5"),
        (12.25, "12.25"),
        (12.0, "12"),
        (123.45, "123.45"),
        (1234.56, "1 234.56"),
        (0.5, "0.5"),
        (0.0123, "0.0123"),
        (-0.25, "−0.25"),
    ],
)
def test_a_number_has_thin_spaces_a_true_minus_and_no_needless_decimals(value: float, written: str) -> None:
    assert number(value) == written.replace(" ", THIN)


@given(st.floats(-1e12, 1e12).filter(lambda value: abs(value) > 1e-4 or value == 0))
def test_no_number_is_written_for_machines(value: float) -> None:
    assert set(number(value)) <= set(f"0123456789.−{THIN}")


@pytest.mark.parametrize(
    ("stated", "written"),
    [
        ((14, "USD billion", "exact"), "14 billion US dollars"),
        ((500, "USD million", "about"), "about 500 million US dollars"),
        ((1100, "km", "over"), "over 1 100 km"),
        ((50, "percent", "up-to"), "up to 50 per cent"),
        ((12.4, "bcm per year", "under"), "under 12.4 billion cubic metres per year"),
        ((2018, "year", "exact"), "2018"),
        ((11, "count", "over"), "over 11"),
        ((5, "PKR billion", "exact"), "5 billion Pakistani rupees"),
    ],
)
def test_a_stated_number_keeps_its_qualifier_and_its_unit(
    stated: tuple[float, str, str], written: str
) -> None:
    assert quantity(*stated) == written.replace("1 100", f"1{THIN}100")


@pytest.mark.parametrize(
    ("stated", "written"),
    [
        ((1.5, 3.5, "USD billion"), "1.5 to 3.5 billion US dollars"),
        ((26, 49, "percent"), "26 to 49 per cent"),
        ((2018, 2025, "year"), "2018 to 2025"),
        ((56, 56, "inch"), "56 inches"),
    ],
)
def test_a_spread_names_its_unit_once(stated: tuple[float, float, str], written: str) -> None:
    assert spread(*stated) == written


@pytest.mark.parametrize(
    ("unit", "words"),
    [("USD", "US dollars"), ("USD million", "million US dollars"), ("helicopters", "helicopters")],
)
def test_a_unit_is_words(unit: str, words: str) -> None:
    assert unit_words(unit) == words


@pytest.mark.parametrize(
    ("parts", "words"), [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")]
)
def test_a_list_ends_with_and(parts: list[str], words: str) -> None:
    assert joined(parts) == words


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (count(1, "event"), "1 event"),
        (count(2, "event"), "2 events"),
        (count(0, "event"), "0 events"),
        (count(2, "country", "countries"), "2 countries"),
    ],
)
def test_one_is_one_and_more_are_more(words: str, expected: str) -> None:
    assert words == expected


@pytest.mark.parametrize(
    ("selection", "words"),
    [
        (Selection((), (), 1947, HORIZON), []),
        (Selection(("defence", "energy"), (), 2014, 2021), ["Defence and Energy", "2014–2021"]),
        (
            Selection((), (), 2016, 2016, ("IND", "RUS")),
            ["2016", "only with a source of India and Russia"],
        ),
        (
            Selection((), ("document", "thinktank"), 2016, 2016),
            ["2016", "only with a source of the kind document and think tank"],
        ),
    ],
)
def test_filters_are_said_as_a_reader_knows_them_and_only_those_that_are_set(
    selection: Selection, words: list[str]
) -> None:
    assert filters_in_words(selection, (1947, HORIZON), LABELS) == words


def test_numbers_that_follow_each_other_are_one_run() -> None:
    assert in_runs([3, 1, 2, 5, 7, 8]) == "1–3, 5 and 7–8"
    assert in_runs([4]) == "4"


def test_a_place_in_a_source_is_said_in_words() -> None:
    assert place_in_words("para:12") == "paragraph 12"
    assert place_in_words("excerpt") == "read in an excerpt"
    assert place_in_words("page 1077") == "page 1077"
