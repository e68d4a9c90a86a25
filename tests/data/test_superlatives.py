"""A first that another event contradicts is named; every other superlative is listed to be read."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

from dashboard.data.subject import read_subject
from dashboard.data.superlatives import contradicted, superlatives_of
from dashboard.data.table import ROW
from dashboard.model.weakness import READ

SMALL, ANOTHER = (Path(__file__).parents[1] / name for name in ("small", "another"))
PLACES = pd.DataFrame(
    [("newtown", "NEW"), ("oldtown", "OLD"), ("elsewhere", "ELS"), ("nowhere", "")],
    columns=["place_id", "country"],
)
COLUMNS = ["event_id", "date", "title", "summary", "kind", "status", "places", "series", "note"]
# The state that is gone is the same destination as the one that follows it.
SUCCESSORS = {"OLD": "NEW"}
FIRST = "It is the first visit by a prime minister in 23 years."


def visits(*rows: tuple[str, ...]) -> dict[str, pd.DataFrame]:
    """Events, numbered from line 2, and four places."""
    events = pd.DataFrame([(*row, line) for line, row in enumerate(rows, 2)], columns=[*COLUMNS, ROW])
    return {"events": events, "places": PLACES}


def visit(
    when: str, title: str, place: str, summary: str = "", note: str = "", status: str = "happened"
) -> tuple[str, ...]:
    return (f"visit-{when}", when, title, summary, "visit", status, place, "", note)


@pytest.mark.parametrize(
    ("earlier", "contradicts"),
    [
        (visit("2011-06", "Prime Minister in Oldtown", "oldtown"), True),
        (visit("2011-06", "Prime minister in Elsewhere", "elsewhere"), False),
        (visit("2011-06", "Prime minister away", "nowhere"), False),
        (visit("2011-06", "President in Newtown", "newtown"), False),
        (visit("1999-04", "Prime minister in Newtown", "newtown"), False),
        (visit("2022", "Prime minister in Newtown", "newtown"), False),
        (visit("2011-06", "Prime minister in Newtown", "newtown", status="planned"), False),
    ],
)
def test_a_first_visit_in_so_many_years_is_held_against_the_visits_between(
    earlier: tuple[str, ...], contradicts: bool
) -> None:
    frames = visits(earlier, visit("2022-02-23", "Prime minister in Newtown", "newtown", FIRST))
    found = [(fault.row, fault.column, fault.found) for fault in contradicted(frames, SUCCESSORS)]
    assert found == ([(3, "summary", "visit-2011-06")] if contradicts else [])


def test_states_of_which_none_follows_the_other_are_two_destinations() -> None:
    earlier = visit("2011-06", "Prime minister in Oldtown", "oldtown")
    frames = visits(earlier, visit("2022-02-23", "Prime minister in Newtown", "newtown", FIRST))
    assert [fault.found for fault in contradicted(frames, SUCCESSORS)] == ["visit-2011-06"]
    assert not list(contradicted(frames, {}))


@pytest.mark.parametrize("folder", [SMALL, ANOTHER], ids=["a state that is gone", "none is gone"])
def test_which_state_follows_another_is_said_by_the_tables(folder: Path) -> None:
    subject, _ = read_subject(folder)
    assert subject
    former = [(code, side.country) for side in subject.sides for code in side.former]
    assert bool(former) == (folder == SMALL)
    for gone, standing in former:
        places = pd.DataFrame([("then", gone), ("now", standing)], columns=["place_id", "country"])
        earlier = visit("2011", "Prime minister on a visit", "then")
        later = visit("2022", "Prime minister on a visit", "now", FIRST)
        frames = {**visits(earlier, later), "places": places}
        assert [fault.found for fault in contradicted(frames, subject.successors)] == ["visit-2011"]


@pytest.mark.parametrize(
    "words", ["since 1999", "since the marshal in 1999", "in about 23 years", "for 23 years"]
)
def test_years_are_read_in_the_ways_they_are_said(words: str) -> None:
    summary = f"The first visit of a foreign minister {words}."
    frames = visits(
        visit("2011", "Foreign minister in Elsewhere", "elsewhere"),
        visit("2022", "A visit", "elsewhere", summary),
    )
    assert [fault.found for fault in contradicted(frames, SUCCESSORS)] == ["visit-2011"]


def test_a_note_says_why_both_may_stand() -> None:
    later = visit(
        "2022", "Prime minister in Newtown", "newtown", FIRST, note="The visit of 2011 was to a forum."
    )
    assert (
        list(contradicted(visits(visit("2011", "Prime minister in Newtown", "newtown"), later), SUCCESSORS))
        == []
    )


@pytest.mark.parametrize(
    ("title", "wrong"), [("First round of talks", True), ("Round of talks", False), ("The first day", False)]
)
def test_the_first_of_a_series_has_none_before_it(title: str, wrong: bool) -> None:
    rows = [
        ("round-a", "2010", "Talks", "", "call", "happened", "", "talks", ""),
        ("round-b", "2012", title, "", "call", "happened", "", "talks", ""),
    ]
    assert [fault.found for fault in contradicted(visits(*rows), SUCCESSORS)] == (
        ["round-a"] if wrong else []
    )


def test_every_superlative_is_listed_with_its_sentence() -> None:
    empty = {
        table: pd.DataFrame(columns=[f"{table}_id", *columns, ROW])
        for table, columns in READ.items()
        if table != "events"
    }
    events = pd.DataFrame(
        [("deal", "A deal", "It was signed. It is the largest in history; nobody objected.", "", 7)],
        columns=["event_id", "title", "summary", "outcome", ROW],
    )
    (found,) = superlatives_of({**empty, "events": events})
    assert (found.file, found.row, found.record_id) == ("events.csv", 7, "deal")
    assert found.sentence == "It is the largest in history;"
