"""A misspelt word is met by the nearest words of the record, one of another script by its letters."""

import pytest

from dashboard.queries.find.spelling import Spelling

WORDS = ["alert", "gwadar", "khan", "kahnuj", "khrushchev", "karachi", "steel", "маяк"]


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("gawadar", ("gwadar",)),
        ("kahn", ("khan",)),
        ("setel", ("steel",)),
        ("хрущева", ("khrushchev",)),
        ("کراچی", ("karachi",)),
        ("dnepr", ()),
        # Another beginning asks for more of the rest.
        ("balet", ()),
        ("балет", ()),
        ("hrushchev", ("khrushchev",)),
        ("oil", ()),
        ("1998", ()),
        ("ا", ()),
    ],
)
def test_a_word_is_met_by_the_one_that_it_may_mean(word, meant):
    assert Spelling(WORDS).close_to(word) == meant


def test_a_word_means_the_same_when_it_is_asked_again_and_after_many_others():
    spelling = Spelling(WORDS)
    first = spelling.close_to("gawadar")
    for number in range(600):
        spelling.close_to(f"{'ab' * 3}{number}")
    assert spelling.close_to("gawadar") == first == ("gwadar",)
