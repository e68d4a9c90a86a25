"""A vote is one of six codes, and two votes that were cast are alike, half apart or opposite."""

from __future__ import annotations

import pytest

from dashboard.model.vote import CAST, CODES, FEWEST, WHOLE, Relation, is_state, relation


def test_every_code_has_its_words() -> None:
    assert CODES == {
        "Y": "in favour",
        "N": "against",
        "A": "abstained",
        "X": "did not vote",
        "?": "not known",
        "": "not a member",
    }


def test_an_abstention_is_cast_and_an_absence_is_not() -> None:
    assert set(CAST) == {"Y", "N", "A"}


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("Y", "Y", Relation.SAME),
        ("N", "N", Relation.SAME),
        ("A", "A", Relation.SAME),
        ("Y", "A", Relation.PARTLY),
        ("A", "N", Relation.PARTLY),
        ("Y", "N", Relation.OPPOSITE),
        ("N", "Y", Relation.OPPOSITE),
        ("Y", "X", None),
        ("?", "N", None),
        ("", "", None),
    ],
)
def test_two_votes_stand_to_each_other(first: str, second: str, expected: Relation | None) -> None:
    assert relation(first, second) is expected


def test_paragraphs_amendments_and_other_motions_are_no_whole_texts() -> None:
    assert set(WHOLE) == {"resolution", "decision", "draft"}


def test_five_votes_of_a_year_are_enough_for_a_share() -> None:
    assert FEWEST == 5


@pytest.mark.parametrize(
    ("name", "expected"), [("AAA", True), ("AA", False), ("AAAA", False), ("aaa", False), ("A1B", False)]
)
def test_a_column_of_three_capitals_is_a_state(name: str, expected: bool) -> None:
    assert is_state(name) is expected
