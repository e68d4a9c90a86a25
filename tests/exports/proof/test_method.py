"""What audits found, and how far the record reaches, follows from the tables."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dashboard.exports.proof.scope import Scope
from dashboard.exports.proof.written import written_for

Computed = Callable[..., list[tuple[object, ...]]]
Answer = Callable[..., list[tuple[object, ...]]]

ROWS: dict[str, list[dict[str, str]]] = {
    "events": [
        {"event_id": "a", "date": "1950/1970", "status": "happened"},
        {"event_id": "b", "date": "1950-05", "status": "happened"},
        {"event_id": "c", "date": "1949", "status": "planned"},
    ],
    "sources": [
        {"source_id": "s", "published": "2001-05"},
        {"source_id": "t", "published": ""},
        {"source_id": "u", "published": "2001~"},
    ],
    "readings": [
        {"record_id": "a", "field": "audit of 2026-09-01", "coder": "audit", "value": "right"},
        {
            "record_id": "b",
            "field": "audit 2 of 2026-09-01",
            "coder": "audit",
            "value": "wrong",
            "why": "No.",
        },
        {"record_id": "b", "field": "audit of 2026-11-29", "coder": "audit", "value": "right"},
        {"record_id": "z", "field": "audit of 2026-11-29", "coder": "audit", "value": "right"},
        {"record_id": "a", "field": "stance", "coder": "A", "value": "supports"},
    ],
}


@pytest.fixture
def computed(answer: Answer) -> Computed:
    """Computes a figure from the rows above."""

    def rows_of(figure_id: str) -> list[tuple[object, ...]]:
        query = written_for(figure_id, Scope((1950, 2030)))
        assert query
        return answer(query, ROWS)

    return rows_of


def test_the_newest_draw_stands_first(computed: Computed) -> None:
    assert computed("method-audit") == [
        ("b", "right", None, 1950, "29 November 2026"),
        ("b", "wrong", "No.", 1950, "1 September 2026, draw 2"),
        ("a", "right", None, 1950, "1 September 2026"),
    ]


def test_the_first_event_is_what_was_over_first(computed: Computed) -> None:
    assert computed("method-reach") == [
        ("b", "earliest event", "1950-05"),
        ("b", "latest event", "1950-05"),
        ("s", "newest source", "2001-05"),
    ]
