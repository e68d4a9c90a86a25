"""An event that tells of a recorded vote has the day and the numbers of the roll call, or is a fault."""

import pandas as pd
import pytest

from dashboard.data import event_votes
from dashboard.data.rules import rule_faults
from dashboard.data.table import ROW

VOTES = pd.DataFrame(
    [
        {"vote_id": "a-res-1", "date": "1971-12-07", "yes": 104, "no": 11, "abstained": 10},
        {"vote_id": "s-1", "date": "1971-12", "yes": 2, "no": 1, "abstained": 12},
        {"vote_id": "s-2", "date": "1971-12-04", "yes": None, "no": None, "abstained": None},
    ]
).astype(dict.fromkeys(("yes", "no", "abstained"), "Int16"))


def frames(summary="", votes=("a-res-1",), **cells):
    event = {
        "event_id": "the-vote",
        "title": "A vote",
        "summary": summary,
        "date": "1971-12-07",
        "kind": "vote",
    }
    events = pd.DataFrame([event | {"note": "", ROW: 2} | cells])
    links = pd.DataFrame({"event_id": "the-vote", "vote_id": list(votes), ROW: range(2, 2 + len(votes))})
    return {"events": events, "event_votes": links, "votes": VOTES}


def test_an_event_with_the_numbers_and_the_day_of_its_roll_call_is_faultless():
    told = frames("Adopted by 104 to 11 with 10 abstentions.")
    rules = (event_votes.unlinked, event_votes.told_otherwise, event_votes.on_another_day)
    assert [fault for rule in rules for fault in rule(told)] == []
    assert rule_faults({name: told[name] for name in ("event_votes", "votes")}) == []


@pytest.mark.parametrize(
    ("summary", "found", "expected"),
    [
        ("Adopted by 104 to 12 with 10 abstentions.", "12 with", "11 (a-res-1)"),
        ("Adopted by 105 votes.", "105 votes", "104 (a-res-1)"),
        ("Pakistan was one of eleven that abstained.", "eleven that abstained", "10 (a-res-1)"),
    ],
)
def test_a_number_that_the_roll_call_does_not_have_is_named(summary, found, expected):
    [fault] = event_votes.told_otherwise(frames(summary))
    assert (fault.file, fault.row, fault.column) == ("events.csv", 2, "summary")
    assert (fault.found, fault.expected) == (found, expected)


def test_a_number_in_a_title_is_held_to_the_roll_call_too():
    [fault] = event_votes.told_otherwise(frames(title="Adopted by 14 votes"))
    assert fault.column == "title"


def test_of_two_roll_calls_one_has_to_have_the_number_and_totals_not_held_refuse_none():
    assert list(event_votes.told_otherwise(frames("Two votes were for it.", ("a-res-1", "s-1")))) == []
    assert list(event_votes.told_otherwise(frames("It had eleven votes.", ("s-2",)))) == []


def test_another_day_needs_a_note():
    [fault] = event_votes.on_another_day(frames(date="1971-12-08"))
    assert (fault.column, fault.found, fault.expected) == ("date", "1971-12-08", "1971-12-07, or a note")
    assert list(event_votes.on_another_day(frames(date="1971-12-08", note="The day of the report."))) == []
    assert list(event_votes.on_another_day(frames(date="1971-12-08", votes=("s-1",)))) == []


def test_a_vote_without_its_roll_call_needs_a_note():
    [fault] = event_votes.unlinked(frames(votes=()))
    assert (fault.row, fault.problem) == (2, "a vote without its roll call")
    assert list(event_votes.unlinked(frames(votes=(), note="No roll call is held."))) == []
    assert list(event_votes.unlinked(frames(votes=(), kind="visit"))) == []


def test_a_roll_call_that_is_not_held_is_named_and_judged_no_further():
    lost = frames("Adopted by 3 votes.", ("a-res-2",))
    [fault] = rule_faults({name: lost[name] for name in ("event_votes", "votes")})
    assert (fault.file, fault.row, fault.found) == ("event_votes.csv", 2, "a-res-2")
    assert fault.expected == "an id from votes.parquet"
    assert list(event_votes.told_otherwise(lost)) == []
