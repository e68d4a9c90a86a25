"""A quote is compared word by word, after white space and typographic signs are made plain, and never more
loosely.
"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.model.quote import fingerprint, fold, passages, sentences, words


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Russia’s “gas”", 'Russia\'s "gas"'),
        ("North–South  line", "North-South line"),
        ("a\tb\n c", "a b c"),
        ("10\u00a0billion", "10 billion"),
    ],
)
def test_typography_and_white_space_make_no_difference(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Russia", "russia"), ("gas line", "gasline"), ("1,100 km", "1100 km"), ("it's", "its")],
)
def test_case_letters_and_figures_do_make_a_difference(one: str, other: str) -> None:
    assert fold(one) != fold(other)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a $14bn package, signed.", ["a", "14bn", "package", "signed"]),
        ("Russia’s share: 12.5%", ["Russia's", "share", "12.5"]),
        ("1,100 km (in 2015)", ["1,100", "km", "in", "2015"]),
        ("the North–South pipeline", ["the", "North-South", "pipeline"]),
        ("", []),
        ("— … !", []),
        ("Путин и Хан", ["Путин", "и", "Хан"]),
    ],
)
def test_words_keep_their_inner_signs_and_lose_the_outer_ones(text: str, found: list[str]) -> None:
    assert words(text) == found


def test_sentences_end_at_a_stop_before_a_capital_and_not_inside_a_number() -> None:
    text = 'Trade rose by 2.5 percent. It fell later! "Why?" asked the minister. 2018 was better.'
    assert sentences(text) == [
        "Trade rose by 2.5 percent.",
        "It fell later!",
        '"Why?" asked the minister.',
        "2018 was better.",
    ]


def test_three_words_make_one_passage_and_two_make_none() -> None:
    assert passages("one two three four") >= {"one two three", "two three four"}
    assert passages("one two three") == {"one two three"}
    assert passages("(one two three, four five.") == {
        "(one two three",
        "one two three",
        "one two three,",
        "two three, four",
        "three, four five",
        "three, four five.",
    }
    assert passages("one two") == set()
    assert passages(" ".join(["word"] * 300)) == {"word word word"}


@pytest.mark.parametrize(
    "quote",
    [
        "gas for $14bn, signed",
        "(gas for $14bn",
        'for $14bn, signed"',
        "“gas for $14bn, signed”",
        "gas for $14bn",
    ],
)
def test_a_quote_with_the_signs_of_its_text_stands_in_it(quote: str) -> None:
    assert passages(quote) <= passages('They said "gas for $14bn, signed" in 2015 (gas for $14bn).')


@pytest.mark.parametrize(
    "quote",
    [
        "gas, for $14bn",
        "gas for $14bn signed",
        "gas for 14bn, signed",
        "gas for $14bn!",
        "– gas for $14bn",
        "gas for $14bn, signed!",
        "gas for $14bn, signed …",
    ],
)
def test_a_quote_with_a_sign_added_lost_or_changed_does_not(quote: str) -> None:
    assert not passages(quote) <= passages('They said "gas for $14bn, signed" in 2015.')


def test_a_fingerprint_has_forty_bits() -> None:
    assert fingerprint("voice-2020", "the two countries") == "ee77676775"


def test_a_fingerprint_depends_on_every_word_and_on_the_document() -> None:
    assert fingerprint("voice-2020", "an agreement signed") == fingerprint(
        "voice-2020", "an agreement signed"
    )
    passages_of = [
        ("voice-2020", "an agreement signed"),
        ("paper-2021", "an agreement signed"),
        ("voice-2020", "an agreement Signed"),
    ]
    assert len({fingerprint(*passage) for passage in passages_of}) == 3


@given(st.text())
def test_folding_twice_is_folding_once_and_keeps_the_words(text: str) -> None:
    assert fold(fold(text)) == fold(text)
    assert words(fold(text)) == words(text)
