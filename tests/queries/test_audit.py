"""Every audit on record is found with what was judged; one of which nothing was judged is none."""

from __future__ import annotations

import pandas as pd
import pytest

from dashboard.model.audit import Draw
from dashboard.queries.audit import audits

EVENTS = pd.DataFrame({"event_id": ["visit", "treaty", "call", "fair"]}).assign(
    date_first=pd.to_datetime(["1959-12-31", "1960-01-01", "1968-05-02", "2001-01-01"])
)


def readings(*rows: tuple[str, str, str, str]) -> pd.DataFrame:
    """Each row: record, coder, field, value."""
    return pd.DataFrame(rows, columns=["record_id", "coder", "field", "value"]).assign(why="")


def test_every_audit_is_found_the_newest_first_and_the_last_draw_of_a_day_before_the_first() -> None:
    found = audits(
        readings(
            ("visit", "audit", "audit of 2020-01-31", "wrong"),
            ("visit", "audit", "audit of 2021-01-01", "right"),
            ("treaty", "audit", "audit 2 of 2021-01-01", "wrong"),
            ("treaty", "audit", "audit of 2021-01-01", "wrong"),
            ("call", "audit", "audit of 2021-01-01", "not found again"),
            ("fair", "later", "event", "kept"),
        ),
        EVENTS,
    )
    assert [audit.draw for audit in found] == [
        Draw("2021-01-01", 2),
        Draw("2021-01-01"),
        Draw("2020-01-31"),
    ]
    second = found[1]
    assert [(record.record_id, record.decade) for record in second.drawn] == [
        ("visit", 1950),
        ("treaty", 1960),
        ("call", 1960),
    ]
    assert (second.judged, second.number("wrong"), second.number("not found again")) == (2, 1, 1)


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
    assert audits(readings(*rows), EVENTS) == ()
