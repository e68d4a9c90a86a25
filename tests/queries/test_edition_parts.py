"""What belongs to a record of another table and changed between two editions, told with its record."""

from __future__ import annotations

import pytest

from dashboard.queries.editions import changes

Tables = dict[str, list[dict[str, str]]]

OWNERS: Tables = {
    "indicators": [{"indicator_id": "exports", "label": "Exports"}],
    "projects": [{"project_id": "dam", "name": "The dam"}],
    "routes": [],
    "events": [{"event_id": "vote-1950", "title": "They voted"}],
}


def with_row(table: str, row: dict[str, str]) -> Tables:
    return {**OWNERS, table: [row]}


@pytest.mark.parametrize(
    ("table", "row", "cell", "now", "told"),
    [
        (
            "observations",
            {"indicator_id": "exports", "period": "2015", "value": "90", "status": "observed", "note": ""},
            "note",
            "read from a chart",
            ("exports", "value of 2015", "90; observed", "90; observed; read from a chart"),
        ),
        (
            "milestones",
            {"project_id": "dam", "event_id": "vote-1950", "status": "agreed", "note": ""},
            "status",
            "stalled",
            ("dam", "milestone vote-1950", "agreed", "stalled"),
        ),
        (
            "breaks",
            {"indicator_id": "exports", "period": "1992", "kind": "territory", "note": "A state is gone."},
            "note",
            "A state was gone.",
            ("exports", "break of 1992 territory", "A state is gone.", "A state was gone."),
        ),
        (
            "event_votes",
            {"event_id": "vote-1950", "vote_id": "a-res-1"},
            "vote_id",
            "a-res-2",
            ("vote-1950", "roll call a-res-2", "", "listed"),
        ),
    ],
)
def test_a_part_that_changed_is_told_with_its_record(
    table: str, row: dict[str, str], cell: str, now: str, told: tuple[str, str, str, str]
) -> None:
    found = changes(with_row(table, row), with_row(table, {**row, cell: now}))
    assert told in {(change.record_id, change.field, change.old, change.new) for change in found}


def test_a_stop_that_moved_is_a_change_of_its_route() -> None:
    stop = {"route_id": "line", "name": "Line", "seq": "1", "place_id": "port"}
    (change,) = changes({"routes": [stop]}, {"routes": [{**stop, "place_id": "town"}]})
    assert (change.record_id, change.field, change.old, change.new) == ("line", "stop 1", "port", "town")


def test_parts_of_a_record_that_is_new_are_no_changes_of_their_own() -> None:
    value = {"indicator_id": "imports", "period": "2015", "value": "90", "status": "", "note": ""}
    after = {"indicators": [{"indicator_id": "imports", "label": "Imports"}], "observations": [value]}
    assert [change.field for change in changes({}, after)] == [""]


def test_a_number_written_otherwise_is_the_same_and_a_tenth_more_is_not() -> None:
    value = {"indicator_id": "exports", "period": "2015", "value": "1234567.50", "status": "", "note": ""}
    before = with_row("observations", value)
    assert not changes(before, with_row("observations", {**value, "value": "1234567.5"}))
    (change,) = changes(before, with_row("observations", {**value, "value": "1234567.6"}))
    assert (change.old, change.new) == ("1234567.5", "1234567.6")
