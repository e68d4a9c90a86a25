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
    assert list(zip(audit.drawn["record_id"], audit.drawn["decade"], strict=True)) == [
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


def test_the_share_of_the_wrong_lies_in_the_interval_of_wilson() -> None:
    # Newcombe, Statistics in Medicine 17 (1998), table I: 81 of 263 and 0 of 20.
    events = pd.DataFrame({"event_id": [f"e{at}" for at in range(263)]}).assign(
        date_first=pd.Timestamp("2000-01-01")
    )
    for wrong, of, least, most in ((81, 263, 0.2553, 0.3662), (0, 20, 0.0, 0.1611)):
        rows = [
            (f"e{at}", "audit", "audit of 2021-01-01", "wrong" if at < wrong else "right") for at in range(of)
        ]
        audit = newest_audit(readings(*rows), events)
        assert audit is not None
        assert audit.wrong_share == pytest.approx((least, most), abs=5e-5)
