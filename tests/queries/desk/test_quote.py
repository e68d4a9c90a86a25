"""A quote holds what the row rests on, in three to nine words, and is never the whole sentence."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.model.quote import words
from dashboard.queries.desk.quote import place_like, quote_around

SENTENCE = "On 14 May 2021 the minister visited the harbour, where she was shown the yard."


@pytest.mark.parametrize(
    "part", ["14 May 2021", "visited", "yard", "minister visited the harbour, where she was"]
)
def test_the_quote_holds_the_place_that_it_rests_on(part: str) -> None:
    begin = SENTENCE.index(part)
    quote = quote_around(SENTENCE, begin, begin + len(part))
    assert quote in SENTENCE
    assert words(part)[0] in words(quote)
    assert 3 <= len(words(quote)) <= 9


def test_a_sentence_of_three_words_cannot_be_quoted_in_part() -> None:
    assert quote_around("They met again.", 0, 4) == ""


def test_a_short_sentence_is_never_quoted_whole() -> None:
    assert len(words(quote_around("They met again today.", 0, 21))) == 3


LETTERS = "aa bb cc dd ee ff gg hh ii jj kk ll"


@pytest.mark.parametrize(
    ("begin", "end", "quote"),
    [
        (0, 2, "aa bb cc dd ee"),
        (3, 5, "bb cc dd ee ff"),
        (0, 3, "aa bb cc dd ee"),
        (2, 3, "aa bb cc dd ee"),
        (6, 20, "cc dd ee ff gg"),
        (3, 23, "bb cc dd ee ff gg hh"),
        (33, 35, "hh ii jj kk ll"),
        (27, 35, "hh ii jj kk ll"),
        (0, 35, "aa bb cc dd ee ff gg hh ii"),
        (0, 18, "aa bb cc dd ee ff"),
        (2, 20, "bb cc dd ee ff gg"),
    ],
)
def test_a_quote_is_of_five_words_or_of_those_of_its_place_and_of_nine_at_most(
    begin: int, end: int, quote: str
) -> None:
    assert quote_around(LETTERS, begin, end) == quote


def test_a_place_between_two_words_is_in_neither() -> None:
    assert quote_around("aa - bb cc dd ee ff gg", 3, 4) == "aa - bb cc dd ee"
    assert quote_around("aa bb, - cc dd ee ff gg", 5, 8) == "aa bb, - cc dd ee"
    assert quote_around("aa bb cc dd", 3, 5) == "bb cc dd"


@pytest.mark.parametrize(
    ("sentence", "text", "place"),
    [
        ("zoo oak elm ash fir yew bay gum box", "elm", "zoo oak elm ash fir yew bay"),
        ("zoo oak elm ash fir yew bay gum box", "gum", "oak elm ash fir yew bay gum"),
        ("zoo oak elm ash fir yew bay gum box", "box", "elm ash fir yew bay gum box"),
        ("zoo oak elm ash fir yew bay", "bay", "zoo oak elm ash fir yew bay"),
        ("zoo oak", "oak", "zoo oak"),
        ("zoo oak elm ash fir yew bay gum", "gum", "oak elm ash fir yew bay gum"),
        ("zoo oak elm ash fir yew bay gum box rod", "rod", "ash fir yew bay gum box rod"),
        ("zoo oak elm ash fir yew bay gum box", "nothing", "zoo oak elm ash fir yew bay"),
    ],
)
def test_the_first_seven_words_that_hold_most_of_a_text_are_its_place(
    sentence: str, text: str, place: str
) -> None:
    begin, end = place_like(sentence, text)
    assert sentence[begin:end] == place


def test_a_sentence_without_words_has_no_place() -> None:
    assert place_like("…", "elm") == (0, 0)


def test_the_place_like_a_text_holds_most_of_its_words() -> None:
    begin, end = place_like(
        "People there say that shared interests bring the two sides together.",
        "Shared interests bring both sides together",
    )
    assert (
        "shared interests"
        in "People there say that shared interests bring the two sides together."[begin:end]
    )


@given(
    st.lists(
        st.sampled_from(["a", "visit", "of", "1,100", "km", "north-south", "isn't", "U.S."]),
        min_size=4,
        max_size=30,
    ),
    st.integers(0, 60),
    st.integers(1, 60),
)
def test_wherever_the_place_is_the_quote_stands_in_the_sentence(
    run: list[str], begin: int, size: int
) -> None:
    sentence = " ".join(run)
    quote = quote_around(sentence, begin, begin + size)
    assert quote in sentence
    assert not quote or 3 <= len(words(quote)) < len(words(sentence))
