"""Why cells of a column follow from no query is said for it, and what nobody explained is named as such."""

from __future__ import annotations

import pytest

from dashboard.exports.proof.reasons import is_explained, reason


@pytest.mark.parametrize(
    ("column", "words"),
    [
        ("sentence", "words composed for the screen"),
        ("record_id", "what the reader or the page chose"),
        ("year", "what the reader or the page chose"),
        ("source_ids", "a list that the programs order or cut"),
        ("status", "the screen’s word for a code or an empty cell of the tables"),
        ("passage", "worked out by rules that are longer than a query"),
        ("outcome", "a text of the tables into which the programs fill numbers"),
    ],
)
def test_a_column_has_the_reason_of_its_kind(column: str, words: str) -> None:
    assert is_explained(column)
    assert reason(column) == words


def test_a_column_without_one_is_not_explained() -> None:
    assert not is_explained("elsewhere")
    assert reason("elsewhere") == "the tables hold nothing of this name"
