"""A decision of a coder goes to a file and comes back the same; what is no decision is refused."""

from __future__ import annotations

from typing import Any

import pytest

from dashboard.model.proposal import (
    ACCEPTED,
    DRAFT,
    KIND_TABLES,
    OPEN,
    REJECTED,
    Decision,
    Row,
    decision_of,
)

ROW = Row("events", {"event_id": "flood-1950", "title": "A flood"})


@pytest.mark.parametrize("verdict", [ACCEPTED, REJECTED, OPEN, DRAFT])
def test_a_decision_comes_back_as_it_was(verdict: str) -> None:
    decision = Decision("k1", verdict, (ROW,))
    assert decision_of(decision.as_data()) == decision


def test_a_kind_of_proposal_goes_into_the_table_of_its_name() -> None:
    assert KIND_TABLES == {
        "event": "events",
        "number": "quantities",
        "project": "projects",
        "claim": "claims",
        "check": "checks",
    }


@pytest.mark.parametrize(
    "data",
    [
        {"key": 1, "verdict": ACCEPTED, "rows": []},
        {"key": "k1", "verdict": "maybe", "rows": []},
        {"key": "k1", "verdict": ACCEPTED, "rows": [{"table": "events", "cells": {"colour": "red"}}]},
        {"key": "k1", "verdict": ACCEPTED, "rows": [{"table": "events", "cells": {"title": 1}}]},
        {"key": "k1", "verdict": ACCEPTED, "rows": [{"table": "events", "cells": ["title"]}]},
        {"key": "k1", "verdict": ACCEPTED, "rows": [{"table": "no-such-table", "cells": {}}]},
        {"key": "k1", "verdict": ACCEPTED},
    ],
)
def test_what_is_no_decision_is_refused(data: dict[str, Any]) -> None:
    with pytest.raises((KeyError, TypeError, ValueError)):
        decision_of(data)


def test_a_row_may_leave_columns_empty() -> None:
    data = {"key": "k1", "verdict": DRAFT, "rows": [{"table": "events", "cells": {}}]}
    assert decision_of(data).rows == (Row("events", {}),)


def test_the_column_that_there_is_not_is_named() -> None:
    rows = [{"table": "events", "cells": {"title": "A flood", "colour": "red", "age": "1"}}]
    with pytest.raises(ValueError, match="events has no column age, colour"):
        decision_of({"key": "k1", "verdict": ACCEPTED, "rows": rows})
