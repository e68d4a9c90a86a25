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
        ("It cost 2 thousand dollars.", 2e3, "USD"),
        ("It cost 3 mn dollars.", 3e6, "USD"),
        ("It cost US$ 4 billion.", 4e9, "USD"),
        ("It cost 5 bn USD.", 5e9, "USD"),
        ("It cost 6 trillion rupees.", 6e12, "PKR"),
        ("It cost Rs. 7.", 7, "PKR"),
        ("It cost 8 PKR.", 8, "PKR"),
        ("It grew by 9 percent.", 9, "percent"),
        ("A line of 10 kilometers.", 10, "km"),
        ("It is 11 long kilometres.", 11, "km"),
        ("It is 12 long and straight kilometres.", 12, "long"),
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


def test_a_thing_stated_says_where_it_stands_and_things_stand_in_order():
    sentence = "The first line of 1,122 km opened on 10 January 1966."
    things = [(thing.kind, thing.text, thing.begin) for thing in stated_in(sentence)]
    assert things == [("superlative", "first", 4), ("number", "1,122", 18), ("date", "10 January 1966", 37)]
    assert [sentence[thing.begin : thing.end] for thing in stated_in(sentence)] == [
        text for _, text, _ in things
    ]


def test_a_number_after_digits_commas_or_letters_of_a_name_is_none():
    assert not found("It is 3.4.5 and A-7.", "number")[1:]
    assert [stated.value for stated in found("Of 1,500 and 2.5 km", "number")] == [1500, 2.5]
    assert not found("A field of 2016 km", "date")
