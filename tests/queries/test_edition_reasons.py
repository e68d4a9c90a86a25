"""Why something changed between two editions: a correction, a reading that was settled, an alias."""

from __future__ import annotations

from dashboard.queries.edition_reasons import Reasons


def reading(record: str, field: str, why: str, source: str = "", **cells: str) -> dict[str, str]:
    settled = {"record_id": record, "source_id": source, "field": field, "coder": "settled", "value": "x"}
    return {**settled, "why": why, **cells}


OLD = reading("visit", "date", "settled long ago")
NEW = [
    OLD,
    reading("visit", "title", "it told of another place"),
    reading("talks", "event", "the passage says less", value="changed"),
    reading("talks", "stance", "it is silent", source="paper"),
    reading("dam", "event", "all of it stands", value="kept"),
    reading("dam", "status", "seen by one reader", coder="A"),
]
CORRECTIONS = [
    {"record_id": "visit", "field": "place", "why": "another town"},
    {"record_id": "talks", "field": "evidence", "why": "another paper"},
]
REASONS = Reasons({"readings": [OLD]}, {"readings": NEW, "aliases": []}, [])
CORRECTED = Reasons({"readings": [OLD]}, {"readings": NEW, "aliases": []}, CORRECTIONS)


def test_a_reading_settled_in_between_says_why_and_an_older_one_does_not() -> None:
    assert REASONS.of_value("visit", "title") == ("it told of another place", False)
    assert REASONS.of_value("visit", "date") == ("", False)


def test_a_reading_of_the_whole_says_why_of_every_field_only_where_something_changed() -> None:
    assert REASONS.of_value("talks", "date") == ("the passage says less", False)
    assert REASONS.of_value("dam", "date") == ("", False)
    assert REASONS.of_value("dam", "status") == ("", False), "one reader settles nothing"


def test_a_correction_says_that_the_old_value_was_wrong() -> None:
    assert CORRECTED.of_value("visit", "place") == ("another town", True)
    assert CORRECTED.of_evidence("talks") == ("another paper", True)
    assert REASONS.of_evidence("talks") == ("the passage says less", False)


def test_of_a_stance_a_correction_weighs_more_than_what_was_read_of_it() -> None:
    assert REASONS.of_stance("talks", "paper") == ("it is silent", False)
    assert REASONS.of_stance("talks", "herald") == ("the passage says less", False)
    assert CORRECTED.of_stance("talks", "paper") == ("another paper", True)


def test_readings_are_told_with_those_of_whole_records() -> None:
    assert REASONS.readings() == [
        ("visit", "", "title", "it told of another place"),
        ("talks", "paper", "stance", "it is silent"),
        ("talks", "", "event", "the passage says less"),
    ]


def test_a_record_that_was_given_up_names_the_one_in_its_place() -> None:
    alias = {"former_id": "old-dam", "record_id": "dam", "reason": "entered twice"}
    reasons = Reasons({}, {"aliases": [alias]}, [])
    assert reasons.successor("old-dam") == ("dam", "entered twice")
    assert reasons.successor("dam") == ("", "")
    assert reasons.aliases() == [("old-dam", "dam", "entered twice")]
