"""The words of a question are marked where they stand, with the forms that begin like them."""

from __future__ import annotations

import pytest

from dashboard.queries.find.marker import Marker
from dashboard.queries.find.question import Group

MARKER = Marker([Group("visit", ("visit", "state call")), Group("dam", ("dam",))], {"rivre": ("river",)})


@pytest.mark.parametrize(
    ("word", "met"),
    [
        ("visit", True),
        ("visited", True),
        ("visiting", True),
        ("visitors", True),
        # Four letters more than the word are another word.
        ("visitable", False),
        ("state", True),
        ("call", True),
        ("river", True),
        ("rivre", False),
        # Words of three letters have no forms.
        ("dam", True),
        ("dams", False),
    ],
)
def test_a_word_is_met_by_itself_and_by_its_forms(word: str, met: bool) -> None:
    assert MARKER.meets(word) is met


def test_places_are_those_of_the_words_and_each_word_counts_once() -> None:
    text = "A Visit, a visit to the River"
    assert [text[begin:end] for begin, end in MARKER.places_in(text)] == ["Visit", "visit", "River"]
    assert MARKER.number_in(text) == 2
