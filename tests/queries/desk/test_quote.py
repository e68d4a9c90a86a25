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
