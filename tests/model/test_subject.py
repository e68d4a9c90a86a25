"""Which side a name belongs to, and for which side a state that is gone counts."""

from __future__ import annotations

from dashboard.model.subject import Side, Subject

SIDES = (
    Side("AAA", ("Arland", "Kingdom of Arland"), ()),
    Side("BBB", ("Borland",), ("OLD", "ANC")),
)
SUBJECT = Subject("An atlas", "atlas", 1900, (), "", SIDES, (), ())


def test_a_state_that_is_gone_counts_for_the_side_that_came_after_it() -> None:
    assert SUBJECT.successors == {"OLD": "BBB", "ANC": "BBB"}


def test_a_side_is_known_by_each_of_its_names_and_by_no_part_of_one() -> None:
    assert SUBJECT.side_of("Kingdom of Arland") == "AAA"
    assert SUBJECT.side_of("Borland") == "BBB"
    assert SUBJECT.side_of("Kingdom") == ""
    assert SUBJECT.side_of("OLD") == ""
