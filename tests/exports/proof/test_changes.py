"""What changed between two editions follows from the cells of both."""

from __future__ import annotations

from dashboard.exports.proof.changes import TABLES, changes_query
from dashboard.exports.proof.database import Database, Row

SHOWN = ("record_id", "what", "edition", "former_id")
CELLS: list[Row] = [
    ("2", "events", "new", "", "record_id", "", "new"),
    ("2", "events", "new", "", "note", "", "Found late."),
    ("2", "events", "lost", "", "record_id", "lost", ""),
    ("2", "events", "held", "", "record_id", "held", "held"),
    ("2", "events", "held", "", "note", "", "The day is known now."),
    ("2", "events", "held", "", "date", "1950", "1950-05-01"),
    ("2", "events", "held", "", "title", "A visit", "The visit"),
    ("2", "checks", "check", "", "record_id", "check", "check"),
    ("2", "checks", "check", "", "verdict", "supported", "partly"),
    ("2", "indicators", "held", "value of 2001", "record_id", "held", "held"),
    ("2", "indicators", "held", "value of 2001", "value", "1.50", "2.0"),
    ("2", "indicators", "held", "value of 2001", "note", "", "Revised."),
]
BEFORE: list[Row] = [
    ("2", "held", "s", "p. 1", "He came.", "date", "1950", "", "supports", ""),
    ("2", "held", "s", "p. 2", "Gone.", "", "", "", "supports", ""),
    ("2", "held", "t", "p. 3", "No.", "", "", "", "disputes", ""),
]
AFTER: list[Row] = [
    ("2", "held", "s", "p. 1", "He came.", "date", "1950", "", "disputes", "Read again."),
    ("2", "held", "s", "p. 4", "New.", "actors", "x", "", "supports", "Seen now."),
    ("2", "held", "t", "p. 3", "Not he.", "", "", "", "disputes", ""),
]
WHY: dict[str, list[Row]] = {
    "why_corrected": [("2", "held", "title", "It was one of many.")],
    "why_read": [("2", "held", "", "event", "Both coders read the whole paper.")],
    "aliases": [("2", "lost", "held", "The same visit.")],
    "titles": [("new", "New one"), ("held", "The visit"), ("check", "A check"), ("lost", "Lost one")],
}


def computed(
    shown: list[Row], cells: list[Row] = CELLS, after: list[Row] = AFTER
) -> list[tuple[object, ...]]:
    base = Database()
    base.load("shown", (SHOWN, shown))
    held = {"cells": cells, "passages_before": BEFORE, "passages_after": after, **WHY}
    for name, columns in TABLES.items():
        base.load(name, (columns, held[name]))
    return base.rows(changes_query().sql)


def row(record_id: str, what: str, former_id: str = "", cells: list[Row] = CELLS) -> tuple[object, ...]:
    (found,) = computed([(record_id, what, "2", former_id)], cells)
    return found


def test_a_record_that_only_the_newer_edition_has_is_new() -> None:
    assert row("new", "") == (
        ("new", "New one", "new records", 2, None, None, None, "Found late.", "False", None)
    )


def test_a_record_that_only_the_older_edition_has_was_given_up_for_another() -> None:
    assert row("held", "", "lost") == (
        (
            "held",
            "The visit",
            "records given up",
            2,
            None,
            "Lost one",
            None,
            "The same visit.",
            "False",
            "lost",
        )
    )


def test_a_value_changed_for_the_reason_that_stands_nearest() -> None:
    kind, whole = "changed values", "Both coders read the whole paper."
    assert row("held", "date")[2:9] == (kind, 2, "date", 1950, "1950-05-01", whole, "False")
    assert row("held", "title")[5:9] == ("A visit", "The visit", "It was one of many.", "True")
    assert row("check", "verdict")[2:7] == ("changed verdicts", 2, "verdict", "supported", "partly")


def test_a_row_of_another_table_is_told_in_one_line() -> None:
    assert row("held", "value of 2001")[5:7] == (1.5, "2; Revised.")


def test_passages_of_one_source_are_told_apart_by_what_became_of_them() -> None:
    found = computed([("held", "s", "2", "")] * 3)
    assert [line[2:8] for line in found] == [
        ("changed stances", 2, "s", "supports", "disputes", "Both coders read the whole paper."),
        ("evidence added", 2, "s", None, "p. 4; “New.”; actors: x; supports", "Seen now."),
        (
            "evidence withdrawn",
            2,
            "s",
            "p. 2; “Gone.”; supports",
            None,
            "Both coders read the whole paper.",
        ),
    ]


def test_a_passage_that_stands_where_it_stood_was_read_again() -> None:
    what = "quote of the evidence from t"
    assert row("held", what)[2:7] == ("changed values", 2, what, "No.", "Not he.")


def test_what_did_not_change_is_no_change() -> None:
    alike = [(*line[:5], line[6], line[6]) if line[4] == "date" else line for line in CELLS]
    assert row("held", "date", cells=alike) == (None,) * 10
