"""Of the audits on record the newest counts, by what was judged, and says how far a sample carries."""

from __future__ import annotations

import pandas as pd
import pytest

from dashboard.queries.audit import newest_audit

EVENTS = pd.DataFrame({"event_id": ["visit", "treaty", "call", "fair"]}).assign(
    date_first=pd.to_datetime(["1959-12-31", "1960-01-01", "1968-05-02", "2001-01-01"])
)


def readings(*rows: tuple[str, str, str, str]) -> pd.DataFrame:
    """Each row: record, coder, field, value."""
    return pd.DataFrame(rows, columns=["record_id", "coder", "field", "value"]).assign(why="")


def test_the_newest_audit_counts_by_decade() -> None:
    audit = newest_audit(
        readings(
            ("visit", "audit", "audit of 2020-01-31", "wrong"),
            ("visit", "audit", "audit of 2021-01-01", "right"),
            ("treaty", "audit", "audit of 2021-01-01", "wrong"),
            ("call", "audit", "audit of 2021-01-01", "not found again"),
            ("fair", "later", "event", "kept"),
        ),
        EVENTS,
    )
    assert audit is not None
    assert audit.day == "2021-01-01"
    assert [(record.record_id, record.decade) for record in audit.drawn] == [
        ("visit", 1950),
        ("treaty", 1960),
        ("call", 1960),
    ]
    assert (audit.judged, audit.number("wrong"), audit.number("not found again")) == (2, 1, 1)


@pytest.mark.parametrize(
    "rows",
    [
        (),
        (("visit", "later", "event", "kept"),),
        (("visit", "audit", "audit of 2021-01-01", "not found again"),),
        (("no-event", "audit", "audit of 2021-01-01", "right"),),
    ],
)
def test_without_a_judged_event_there_is_no_audit(rows: tuple[tuple[str, str, str, str], ...]) -> None:
    assert newest_audit(readings(*rows), EVENTS) is None
