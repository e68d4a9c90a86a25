"""A happening that nobody could confirm, a plan left open and a line unlike its project are named with their
row.
"""

from __future__ import annotations

from datetime import date

import pandas as pd
import pytest

from dashboard.data.statuses import (
    agreed_by_nothing,
    brought_by_nothing,
    never_closed,
    projects_apart,
    routes_apart,
    unconfirmed,
)
from dashboard.data.table import ROW


def frame(columns: str, *rows: tuple[str, ...]) -> pd.DataFrame:
    """Rows of texts, numbered from line 2."""
    return pd.DataFrame([(*row, line) for line, row in enumerate(rows, 2)], columns=[*columns.split(), ROW])


SOURCES = frame("source_id kind", ("essay", "document"), ("gazette", "news"))


def told(status: str, verdict: str, about: str, *sources: str) -> dict[str, pd.DataFrame]:
    """One event with its sources, and one check about it."""
    return {
        "events": frame("event_id status", ("visit", status)),
        "evidence": frame("record_id source_id", *[("visit", source) for source in sources]),
        "checks": frame("check_id verdict about", ("check-visit", verdict, about)),
        "sources": SOURCES,
    }


@pytest.mark.parametrize("verdict", ["unverifiable", "contradicted"])
def test_a_happening_that_one_document_tells_and_a_check_cannot_confirm_is_named(verdict: str) -> None:
    (fault,) = unconfirmed(told("happened", verdict, "other;visit", "essay", "essay"))
    assert (fault.file, fault.row, fault.column, fault.found) == ("events.csv", 2, "status", "visit")
    assert "check-visit" in fault.problem


@pytest.mark.parametrize(
    ("status", "verdict", "about", "sources"),
    [
        ("claimed", "unverifiable", "visit", ("essay",)),
        ("happened", "partly", "visit", ("essay",)),
        ("happened", "unverifiable", "", ("essay",)),
        ("happened", "unverifiable", "visit", ("essay", "gazette")),
        ("happened", "unverifiable", "visit", ("gazette",)),
    ],
)
def test_a_claim_or_a_second_source_is_no_contradiction(
    status: str, verdict: str, about: str, sources: tuple[str, ...]
) -> None:
    assert list(unconfirmed(told(status, verdict, about, *sources))) == []


@pytest.mark.parametrize(
    ("when", "outcome", "open_since"),
    [
        ("2024-02-29", "", True),
        ("2024-06-01", "", True),
        ("2024-06-02", "", False),
        ("2020/..", "", False),
        ("2013", "Outcome unknown: no report of it was found.", False),
        ("soon", "", False),
    ],
)
def test_a_plan_is_closed_within_two_years(when: str, outcome: str, open_since: bool) -> None:
    events = frame("event_id date status outcome", ("plan", when, "planned", outcome))
    found = [(fault.row, fault.column) for fault in never_closed(events, date(2026, 6, 1))]
    assert found == ([(2, "outcome")] if open_since else [])


def test_what_happened_long_ago_is_no_plan() -> None:
    events = frame("event_id date status outcome", ("visit", "1965", "happened", ""))
    assert list(never_closed(events, date(2026, 6, 1))) == []


@pytest.mark.parametrize(
    ("status", "note", "faults"),
    [("operating", "", 1), ("operating", "A finished part.", 0), ("agreed", "", 0)],
)
def test_a_line_has_the_status_of_its_project_or_a_note(status: str, note: str, faults: int) -> None:
    stops = [("line", "road", status, ""), ("line", "road", status, note)]
    frames = {
        "routes": frame("route_id project_id status note", *stops),
        "projects": frame("project_id status", ("road", "agreed")),
    }
    assert [(fault.row, fault.expected) for fault in routes_apart(frames)] == [
        (2, "agreed, or a note")
    ] * faults


@pytest.mark.parametrize(
    ("status", "note", "faults"),
    [("agreed", "", 1), ("agreed", "The contract lapsed.", 0), ("stalled", "", 0)],
)
def test_a_project_has_the_status_of_its_last_milestone_or_a_note(
    status: str, note: str, faults: int
) -> None:
    frames = {
        "projects": frame("project_id status note", ("road", status, note)),
        "milestones": frame(
            "project_id event_id status", ("road", "halt", "stalled"), ("road", "deal", "agreed")
        ),
        "events": frame("event_id date", ("deal", "2015-10"), ("halt", "2021")),
    }
    assert [(fault.row, fault.expected) for fault in projects_apart(frames)] == [
        (2, "stalled, or a note")
    ] * faults


EVENTS = frame("event_id status", ("visit", "happened"), ("visit-dropped", "did-not-happen"))


@pytest.mark.parametrize(
    ("event", "status", "wrong"),
    [
        ("visit", "agreed", False),
        ("visit-dropped", "stalled", False),
        ("visit-dropped", "proposed", False),
        ("visit-dropped", "agreed", True),
        ("visit-dropped", "operating", True),
    ],
)
def test_a_project_comes_on_by_what_happened(event: str, status: str, wrong: bool) -> None:
    milestones = frame("project_id event_id status", ("line", event, status))
    found = [
        (fault.row, fault.found) for fault in brought_by_nothing({"milestones": milestones, "events": EVENTS})
    ]
    assert found == ([(2, event)] if wrong else [])


def test_a_text_is_signed_at_what_happened() -> None:
    agreements = frame("agreement_id event_id", ("text-a", "visit"), ("text-b", "visit-dropped"))
    (fault,) = agreed_by_nothing({"agreements": agreements, "events": EVENTS})
    assert (fault.file, fault.row, fault.found) == ("agreements.csv", 3, "visit-dropped")
