"""Values that cannot both be true disagree. The most telling disagreements come first; the adopted value is
the one that the record itself has, written as a source would state it.
"""

from __future__ import annotations

import pandas as pd
import pytest

from dashboard.data.atlas import Atlas
from dashboard.queries.disagreement import adopted_values, disagreements, disputed_fields, most_telling


def stated(*rows: tuple[str, str, str, str] | tuple[str, str, str, str, str]) -> pd.DataFrame:
    """Evidence rows of record, source, field, value and note."""
    return pd.DataFrame(
        [(*row, "")[:5] for row in rows], columns=["record_id", "source_id", "field", "value", "note"]
    )


CONFLICTS = {
    "two days": (("date", "2015-10-16"), ("date", "2015-10-17")),
    "two years": (("date", "2015-10-16"), ("date", "2016")),
    "two lengths": (("length", "1100 km"), ("length", "1000 km")),
    "spans that do not meet": (("date", "2014/2015"), ("date", "2016/2017")),
}
AGREEMENTS = {
    "the same day": (("date", "2015-10-16"), ("date", "2015-10-16")),
    "a day and its month": (("date", "2015-10-16"), ("date", "2015-10")),
    "a month and its year": (("date", "2015-10"), ("date", "2015")),
    "spans that meet": (("date", "2014/2016"), ("date", "2016/2017")),
    "different fields": (("date", "2015"), ("cost", "2 USD billion")),
    "statuses, each of its own time": (("status", "agreed"), ("status", "stalled")),
    "a value and silence": (("length", "1100 km"), ("length", "")),
}


@pytest.mark.parametrize("values", CONFLICTS.values(), ids=CONFLICTS)
def test_values_that_cannot_both_be_true_are_a_disagreement(values: tuple[tuple[str, str], ...]) -> None:
    found = disagreements(
        stated(*(("line", source, *value) for source, value in zip(("one", "two"), values, strict=True)))
    )
    assert list(found["value"]) == [value for _, value in values]
    assert list(found["source_ids"]) == [("one",), ("two",)]


@pytest.mark.parametrize("values", AGREEMENTS.values(), ids=AGREEMENTS)
def test_values_that_can_both_be_true_are_none(values: tuple[tuple[str, str], ...]) -> None:
    assert disagreements(
        stated(*(("line", source, *value) for source, value in zip(("one", "two"), values, strict=True)))
    ).empty


def test_one_source_alone_cannot_disagree_with_itself() -> None:
    assert disagreements(
        stated(("line", "one", "length", "1100 km"), ("line", "one", "length", "1200 km"))
    ).empty


def test_a_range_of_one_source_agrees_with_a_value_in_it() -> None:
    assert disagreements(
        stated(
            ("line", "one", "cost", "2 USD billion"),
            ("line", "one", "cost", "3 USD billion"),
            ("line", "two", "cost", "2 USD billion"),
        )
    ).empty


def test_a_disagreement_names_all_who_say_each_value_and_keeps_the_notes() -> None:
    rows = stated(
        ("line", "one", "length", "1100 km"),
        ("line", "two", "length", "1100 km", "as signed"),
        ("line", "three", "length", "1000 km", "on paper"),
        ("other", "one", "length", "5 km"),
    )
    found = disagreements(rows)
    assert found[["record_id", "value", "source_ids", "note"]].values.tolist() == [
        ["line", "1100 km", ("one", "two"), "as signed"],
        ["line", "1000 km", ("three",), "on paper"],
    ]


def test_no_disagreement_is_a_frame_with_the_same_columns() -> None:
    assert list(disagreements(stated()).columns) == ["record_id", "field", "value", "source_ids", "note"]


def test_the_evidence_of_the_agreement_disagrees_on_the_year(small_atlas: Atlas) -> None:
    found = disagreements(small_atlas["evidence"])
    assert set(zip(found["record_id"], found["value"], strict=True)) >= {
        ("pipeline-agreement", "2015-10-16"),
        ("pipeline-agreement", "2016"),
    }
    assert set(found["record_id"]) == {"pipeline-agreement", "river-pipeline"}


@pytest.mark.parametrize("field", ["area", "cost", "value", "weight"])
def test_two_values_of_any_field_disagree(field: str) -> None:
    rows = stated(("line", "one", field, "1 km"), ("line", "two", field, "2 km"))
    assert list(disagreements(rows)["value"]) == ["1 km", "2 km"]
    assert disagreements(rows.assign(field="")).empty


def test_the_weightiest_events_then_most_values_are_most_telling_and_no_more_than_asked_for() -> None:
    told = [("heavy", "date"), ("light", "date"), ("many", "date"), ("project", "cost")]
    rows = [(record, field, value) for record, field in told for value in ("1", "2")]
    rows.append(("many", "date", "3"))
    found = pd.DataFrame(rows, columns=["record_id", "field", "value"])
    events = pd.DataFrame({"event_id": ["light", "many", "heavy"], "weight": [2, 2, 1]})
    assert list(most_telling(found, events, 9)["record_id"]) == ["heavy"] * 2 + ["many"] * 3 + ["light"] * 2
    assert list(most_telling(found, events, 1)["record_id"]) == ["heavy"] * 2


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
    stated_apart = pd.DataFrame(rows, columns=["record_id", "value"]).assign(field="date")
    ordered = [(record, field) for record in ("three", "two", "detail") for field in ("date",)]
    for most in (1, 2, 3, 4):
        found = most_telling(stated_apart, events, most)
        assert list(dict.fromkeys(zip(found["record_id"], found["field"], strict=True))) == ordered[:most]
    assert sorted(most_telling(stated_apart, events, 1)["value"]) == ["1", "2", "3"]
