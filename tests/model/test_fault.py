"""A fault says what is wrong, where exactly, what was found and what would be right."""

from __future__ import annotations

import pytest

from dashboard.model.fault import MOST_TOLD, Fault, FaultyData, at_most, report


@pytest.mark.parametrize(
    ("fault", "sentence"),
    [
        (
            Fault("events.csv", 3, "date", "not a date", "soon", "a date"),
            'events.csv:3 date: not a date, found "soon", expected a date',
        ),
        (
            Fault("events.csv", 0, "", "the file is empty", expected="rows"),
            "events.csv:0: the file is empty, expected rows",
        ),
        (Fault("events.csv", 1, "date", "column missing"), "events.csv:1 date: column missing"),
        (
            Fault("a.csv", 2, "note", "not plain text", "two\nlines"),
            'a.csv:2 note: not plain text, found "two[U+000A]lines"',
        ),
        (
            Fault("a.csv", 2, "no\x1bte", "unknown", "\u202egnp", "a\u200bb"),
            'a.csv:2 no[U+001B]te: unknown, found "[U+202E]gnp", expected a[U+200B]b',
        ),
    ],
)
def test_a_fault_reads_as_one_line(fault: Fault, sentence: str) -> None:
    assert str(fault) == sentence


def test_a_very_long_value_is_cut() -> None:
    assert len(str(Fault("a.csv", 2, "note", "too long", "x" * 5000))) < 120


def test_eighty_signs_of_a_value_stand_whole_and_of_more_the_first_seventy_seven() -> None:
    whole, longer = "x" * 80, "x" * 81
    assert str(Fault("a.csv", 2, "note", "unknown", whole)).endswith(f'"{whole}"')
    assert str(Fault("a.csv", 2, "note", "unknown", longer)).endswith(f'"{"x" * 77}…"')


def test_faulty_data_carries_every_fault_once_in_the_order_of_files_and_rows() -> None:
    one, two, three = (
        Fault("a.csv", 2, "x", "wrong"),
        Fault("a.csv", 10, "x", "wrong"),
        Fault("b.csv", 1, "x", "wrong"),
    )
    faulty = FaultyData([three, two, one, two])
    assert faulty.faults == (one, two, three)
    assert str(faulty).splitlines() == [str(one), str(two), str(three)]


def test_after_a_thousand_faults_the_rest_is_counted() -> None:
    faults = [Fault("a.csv", row, "x", "wrong") for row in range(MOST_TOLD + 1234)]
    lines = report(faults)
    assert len(lines) == MOST_TOLD + 1
    assert lines[-1] == "… and 1,234 more"
    assert report(faults[:MOST_TOLD])[-1] == str(faults[MOST_TOLD - 1])


def test_of_many_faults_of_one_kind_the_first_are_shown_and_the_rest_counted() -> None:
    faults = [Fault("a.csv", row, "x", "wrong") for row in range(1, 6)]
    assert at_most(iter(faults), 5) == faults
    rest = Fault("a.csv", 3, "x", "2 more faults like the last ones")
    assert at_most(iter(faults), 3) == [*faults[:3], rest]
