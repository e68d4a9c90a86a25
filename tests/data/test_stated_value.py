"""What a source states for a field is of that field's kind, and the field is one that there is."""

from __future__ import annotations

import pandas as pd
import pytest

from dashboard.data.stated_value import stated_values
from dashboard.data.table import ROW


def fault_of(record_id: str, field: str, value: str) -> list[tuple[str, str]]:
    """Column and problem of one row of evidence on an event, a project or a stated number."""
    frames = {
        "events": pd.DataFrame({"event_id": ["visit"]}),
        "projects": pd.DataFrame({"project_id": ["line"]}),
        "quantities": pd.DataFrame({"quantity_id": ["trade"]}),
        "evidence": pd.DataFrame({"record_id": [record_id], "field": [field], "value": [value], ROW: [2]}),
    }
    return [(fault.column, fault.problem) for fault in stated_values(frames)]


@pytest.mark.parametrize(
    ("record_id", "field", "value"),
    [
        ("visit", "", ""),
        ("visit", "date", "2016-09~"),
        ("visit", "status", "planned"),
        ("visit", "date of the reply", "2016"),
        ("line", "status", "agreed"),
        ("line", "length", "1100 km"),
        ("line", "ownership share of Pakistan", "74 percent"),
        ("line", "planned completion", "2018"),
        ("trade", "value", "about 500 USD million"),
        ("trade", "value in the headline", "half a billion"),
    ],
)
def test_a_value_of_a_known_field_is_accepted(record_id: str, field: str, value: str) -> None:
    assert fault_of(record_id, field, value) == []


@pytest.mark.parametrize(
    ("record_id", "field", "value", "column", "problem"),
    [
        ("visit", "date", "", "value", "a field without a value"),
        ("visit", "", "2016", "field", "a value without a field"),
        ("visit", "colour", "red", "field", "unknown field"),
        ("visit", "place_id", "x", "field", "unknown field"),
        ("visit", "Date", "2016", "field", "unknown field"),
        ("visit", "date", "spring 2016", "value", "a stated date that is no date"),
        ("visit", "date of the reply", "soon", "value", "a stated date that is no date"),
        ("line", "planned completion", "2018 year", "value", "a stated date that is no date"),
        ("visit", "status", "agreed", "value", "unknown event status"),
        ("line", "status", "happened", "value", "unknown project status"),
        ("trade", "value", "plenty", "value", "a stated number without a figure"),
    ],
)
def test_any_other_is_named(record_id: str, field: str, value: str, column: str, problem: str) -> None:
    assert fault_of(record_id, field, value) == [(column, problem)]
