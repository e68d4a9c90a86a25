"""What was found does not change on its way to the reader, and a part of it is twenty records."""

from __future__ import annotations

from dataclasses import FrozenInstanceError

import pytest

from dashboard.model.found import PART, Found, Passage, Results


def test_a_part_of_the_results_is_twenty_records() -> None:
    assert PART == 20


def test_what_was_found_does_not_change() -> None:
    found = Found("a", "events", "A", "2016", Passage("some words"), ())
    results = Results(True, {}, None, (found,), (), (), 1, 1, {}, {}, 1)
    with pytest.raises(FrozenInstanceError):
        found.title = "B"  # type: ignore[misc]  # what must fail
    with pytest.raises(FrozenInstanceError):
        results.total = 2  # type: ignore[misc]  # what must fail


def test_words_of_the_record_itself_have_no_source_and_no_place() -> None:
    assert Passage("some words") == ("some words", "", "")
