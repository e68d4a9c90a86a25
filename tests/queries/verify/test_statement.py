"""Dates, numbers with their units and superlatives are found where they stand in a sentence."""

import pytest

from dashboard.queries.verify.statement import plain, sentences_of, stated_in


def found(sentence, kind):
    return [stated for stated in stated_in(sentence) if stated.kind == kind]


@pytest.mark.parametrize(
    ("sentence", "first", "last"),
    [
        ("It opened in 1966.", "1966-01-01", "1966-12-31"),
        ("It opened on 10 January 1966.", "1966-01-10", "1966-01-10"),
        ("It opened on January 10, 1966.", "1966-01-10", "1966-01-10"),
        ("It opened in late March 2019.", "2019-03-01", "2019-03-31"),
        ("They met on 6-7 April 2021.", "2021-04-06", "2021-04-06"),
    ],
)
def test_a_date_is_as_precise_as_it_is_stated(sentence, first, last):
    [date] = found(sentence, "date")
    assert (date.first, date.last) == (first, last)
    assert not found(sentence, "number")


@pytest.mark.parametrize(
    ("sentence", "value", "unit"),
    [
        ("Trade was $660 million.", 660e6, "USD"),
        ("Trade was 660 million dollars.", 660e6, "USD"),
        ("A line of 1,122 km is planned.", 1122, "km"),
        ("A line of 1122 kilometres is planned.", 1122, "km"),
        ("It grew by 12.5% a year.", 12.5, "percent"),
        ("Four crews flew 20 helicopters.", 20, "helicopter"),
    ],
)
def test_a_number_comes_in_its_plain_unit(sentence, value, unit):
    [number] = found(sentence, "number")
    assert (number.value, number.unit) == (value, unit)


def test_the_digits_of_a_designation_are_no_number():
    assert not found("They bought MI-35 and JF-17.", "number")


def test_values_of_the_tables_come_in_the_same_units():
    assert plain(2.5, "USD billion") == (2.5e9, "USD")
    assert plain(1122, "km") == (1122, "km")
    assert plain(20, "helicopters") == (20, "helicopter")


def test_superlatives_are_found_as_words():
    assert [stated.text for stated in found("The first visit was not the lastborn.", "superlative")] == [
        "first"
    ]


def test_paragraphs_end_sentences():
    assert sentences_of("A heading\n\nOne. Two.") == ["A heading", "One.", "Two."]
