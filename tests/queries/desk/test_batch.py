"""What is decided together: only what the record is nearly certain of, and what is told without a date."""

from __future__ import annotations

import pytest

from dashboard.model.proposal import CHECK, CLAIM, EVENT, NUMBER, PROJECT, Candidate, Proposal
from dashboard.queries.desk.batch import sure, vague


def proposal(sort: str, record_id: str, nearness: tuple[float, ...] = (), **cells: str) -> Proposal:
    near = tuple(Candidate(f"r{place}", "A record", value) for place, value in enumerate(nearness))
    return Proposal("k", sort, "para:1", "They met.", 0, 4, "met", near, record_id, "They met", cells)


@pytest.mark.parametrize(
    ("kind", "nearness", "date", "is_sure"),
    [
        (EVENT, (0.3,), "2016-05", True),
        (EVENT, (0.29,), "2016-05-01", False),
        (EVENT, (0.6, 0.44), "2016-05", True),
        (EVENT, (0.6, 0.46), "2016-05", False),
        (EVENT, (0.9,), "2016", False),
        (EVENT, (0.9,), "", False),
        (NUMBER, (0.3, 0.1), "", True),
        (NUMBER, (0.3, 0.2), "", False),
        (PROJECT, (1.0,), "", True),
        (PROJECT, (0.9,), "", False),
        (CLAIM, (1.0,), "", False),
        (CHECK, (1.0,), "", False),
    ],
)
def test_a_record_is_certain_if_it_is_near_and_no_other_nearly_as_near(
    kind: str, nearness: tuple[float, ...], date: str, is_sure: bool
) -> None:
    taken = proposal(kind, "r0", nearness, date=date)
    assert sure([taken]) == ([taken] if is_sure else [])
    assert sure([proposal(kind, "", nearness, date=date)]) == []


@pytest.mark.parametrize(
    ("kind", "date", "is_vague"),
    [("statement", "", True), ("other", "", True), ("visit", "", False), ("statement", "2016", False)],
)
def test_a_new_event_without_a_date_is_vague_unless_its_kind_is_told_by_a_clear_word(
    kind: str, date: str, is_vague: bool
) -> None:
    new = proposal(EVENT, "", date=date, kind=kind)
    assert vague([new]) == ([new] if is_vague else [])
    assert vague([proposal(EVENT, "r0", (0.5,), date=date, kind=kind)]) == []
    assert vague([proposal(NUMBER, "", unit="years")]) == []
