"""A pair of counts is of two series that can be compared, and stands once."""

from __future__ import annotations

import pandas as pd
import pytest

from dashboard.data.series_pairs import uneven
from dashboard.data.table import ROW

INDICATORS = pd.DataFrame({"indicator_id": ["sent", "got", "tons"], "unit": ["USD", "USD", "t"]})


def faults(*pairs: tuple[str, str]) -> list[tuple[int, str, str]]:
    rows = [
        {"pair": f"pair-{line}", "first": first, "second": second, ROW: line}
        for line, (first, second) in enumerate(pairs, 2)
    ]
    found = uneven({"pairs": pd.DataFrame(rows), "indicators": INDICATORS})
    return [(fault.row, fault.column, fault.found) for fault in found]


def test_two_series_of_one_unit_are_a_pair() -> None:
    assert faults(("sent", "got")) == []


@pytest.mark.parametrize(("second", "column", "found"), [("sent", "second", "sent"), ("tons", "second", "t")])
def test_a_series_with_itself_or_of_another_unit_is_none(second: str, column: str, found: str) -> None:
    assert faults(("sent", second)) == [(2, column, found)]


def test_a_pair_stands_once_in_either_order() -> None:
    assert faults(("sent", "got"), ("got", "sent")) == [(3, "pair", "pair-3")]


def test_an_id_that_leads_nowhere_is_told_by_another_rule() -> None:
    assert faults(("sent", "lost"), ("lost", "got")) == []
