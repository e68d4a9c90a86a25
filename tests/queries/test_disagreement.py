"""The most telling disagreements come first; the adopted value is the one that the record itself has, written
as a source would state it.
"""

from __future__ import annotations

import pandas as pd

from dashboard.queries.disagreement import adopted_values, disputed_fields, most_telling


def test_an_event_adopts_its_date_and_a_stated_number_its_value_with_its_unit() -> None:
    events = pd.DataFrame({"event_id": ["e"], "date": ["2017-06-09"]})
    quantities = pd.DataFrame(
        {"quantity_id": ["q", "r"], "value": [1.3, 7000000.0], "unit": ["USD billion", "barrels"]}
    )
    assert adopted_values(events, quantities) == {
        ("e", "date"): "2017-06-09",
        ("q", "value"): "1.3 USD billion",
        ("r", "value"): "7000000 barrels",
    }


def test_a_field_of_a_record_counts_once_however_many_values_it_has() -> None:
    told = [
        ("a", "date", "1"),
        ("a", "date", "2"),
        ("a", "date", "3"),
        ("a", "place", "x"),
        ("b", "date", "1"),
    ]
    assert disputed_fields(pd.DataFrame(told, columns=["record_id", "field", "value"])) == 3


def test_the_most_telling_are_of_the_weightiest_chosen_events_and_then_of_most_values() -> None:
    events = pd.DataFrame({"event_id": ["detail", "two", "three", "quiet"], "weight": [3, 1, 1, 1]})
    rows = [("detail", value) for value in "12345"] + [("two", "1"), ("two", "2"), ("not chosen", "1")]
    rows += [("not chosen", "2"), ("three", "1"), ("three", "2"), ("three", "3")]
    disagreements = pd.DataFrame(rows, columns=["record_id", "value"]).assign(field="date")
    ordered = [(record, field) for record in ("three", "two", "detail") for field in ("date",)]
    for most in (1, 2, 3, 4):
        found = most_telling(disagreements, events, most)
        assert list(dict.fromkeys(zip(found["record_id"], found["field"], strict=True))) == ordered[:most]
    assert sorted(most_telling(disagreements, events, 1)["value"]) == ["1", "2", "3"]
