"""Who stands behind a record, how many of them are independent, and where two of them cannot both be
right.
"""

from __future__ import annotations

import pandas as pd
import pytest

from dashboard.data.atlas import Atlas
from dashboard.queries import sources as ask
from dashboard.queries.disagreement import most_telling


def stated(*rows: tuple[str, str, str, str] | tuple[str, str, str, str, str]) -> pd.DataFrame:
    """Evidence rows of record, source, field, value and note."""
    return pd.DataFrame(
        [(*row, "")[:5] for row in rows], columns=["record_id", "source_id", "field", "value", "note"]
    )


def test_the_sources_behind_records_are_counted_by_record(small_atlas: Atlas) -> None:
    behind = ask.sources_behind(
        small_atlas["evidence"], small_atlas["sources"], ["pipeline-agreement", "early-contact"]
    )
    assert dict(zip(behind["source_id"], behind["records"], strict=True)) == {
        "voice-2020": 1,
        "paper-2021": 1,
        "gazette-2015": 2,
    }


def test_no_record_has_no_sources(small_atlas: Atlas) -> None:
    assert ask.sources_behind(small_atlas["evidence"], small_atlas["sources"], []).empty


def test_two_reports_of_one_paper_are_one_independent_source(small_atlas: Atlas) -> None:
    evidence = stated(
        ("meeting", "gazette-2015", "", ""),
        ("meeting", "gazette-2018", "", ""),
        ("meeting", "paper-2021", "", ""),
    )
    assert ask.independent_sources(evidence, small_atlas["sources"]).to_dict() == {"meeting": 2}


def test_the_same_source_twice_is_one_source(small_atlas: Atlas) -> None:
    evidence = stated(("meeting", "paper-2021", "date", "2015"), ("meeting", "paper-2021", "place", "Moscow"))
    assert ask.independent_sources(evidence, small_atlas["sources"]).to_dict() == {"meeting": 1}


def test_who_speaks_is_the_publisher_else_the_author_else_the_source_itself() -> None:
    sources = pd.DataFrame(
        {
            "source_id": ["a", "b", "c"],
            "publisher": ["The Gazette", "", ""],
            "author": ["Ada", "Ben", ""],
            "origin": "",
        }
    )
    assert ask.originators(sources).to_dict() == {"a": "The Gazette", "b": "Ben", "c": "c"}


def test_a_repeat_counts_with_the_first_report() -> None:
    sources = pd.DataFrame(
        {
            "source_id": ["agency", "reprint", "copy", "other"],
            "publisher": ["TASS", "The Gazette", "The Herald", "The Gazette"],
            "author": "",
            "origin": ["", "agency", "agency", ""],
        }
    )
    evidence = stated(
        *[("meeting", source, "", "") for source in ("reprint", "copy", "agency")], ("call", "other", "", "")
    )
    evidence = pd.concat([evidence, stated(("call", "reprint", "", ""))])
    assert ask.independent_sources(evidence, sources).to_dict() == {"call": 2, "meeting": 1}


def test_corroboration_counts_records_by_one_two_three_four_or_more_sources() -> None:
    counts = pd.Series({"a": 1, "b": 1, "c": 3, "d": 4, "e": 9})
    tally = ask.corroboration(counts, ["a", "b", "c", "d", "e"])
    assert dict(zip(tally["sources"], tally["records"], strict=True)) == {
        "1": 2,
        "2": 0,
        "3": 1,
        "4 or more": 2,
    }
    assert ask.corroboration(counts, ["a"])["records"].sum() == 1


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
    found = ask.disagreements(
        stated(*(("line", source, *value) for source, value in zip(("one", "two"), values, strict=True)))
    )
    assert list(found["value"]) == [value for _, value in values]
    assert list(found["source_ids"]) == [("one",), ("two",)]


@pytest.mark.parametrize("values", AGREEMENTS.values(), ids=AGREEMENTS)
def test_values_that_can_both_be_true_are_none(values: tuple[tuple[str, str], ...]) -> None:
    assert ask.disagreements(
        stated(*(("line", source, *value) for source, value in zip(("one", "two"), values, strict=True)))
    ).empty


def test_one_source_alone_cannot_disagree_with_itself() -> None:
    assert ask.disagreements(
        stated(("line", "one", "length", "1100 km"), ("line", "one", "length", "1200 km"))
    ).empty


def test_a_range_of_one_source_agrees_with_a_value_in_it() -> None:
    assert ask.disagreements(
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
    found = ask.disagreements(rows)
    assert found[["record_id", "value", "source_ids", "note"]].values.tolist() == [
        ["line", "1100 km", ("one", "two"), "as signed"],
        ["line", "1000 km", ("three",), "on paper"],
    ]


def test_no_disagreement_is_a_frame_with_the_same_columns() -> None:
    assert list(ask.disagreements(stated()).columns) == ["record_id", "field", "value", "source_ids", "note"]


def test_records_that_rest_on_one_source_are_named_with_it(small_atlas: Atlas) -> None:
    alone = ask.resting_on_alone(small_atlas["evidence"]).set_index("record_id")["source_id"]
    assert alone["visit-dropped"] == "paper-2021"
    assert "pipeline-agreement" not in alone


@pytest.mark.parametrize(
    ("kinds", "supported"),
    [
        ((), True),
        (("document",), True),
        (("news",), True),
        (("dataset",), False),
        (("dataset", "news"), True),
    ],
)
def test_a_record_counts_if_one_source_of_the_kinds_stands_behind_it(
    small_atlas: Atlas, kinds: tuple[str, ...], supported: bool
) -> None:
    assert (
        "pipeline-agreement" in ask.supported_by_kinds(small_atlas["evidence"], small_atlas["sources"], kinds)
    ) is supported


def test_actors_places_and_routes_stand_on_the_events_and_projects_that_name_them(small_atlas: Atlas) -> None:
    behind = ask.stand_ins(small_atlas["events"], small_atlas["routes"])
    assert behind["meeting-house"] == ("pipeline-agreement", "trade-round")
    assert behind["river-line"] == ("river-pipeline",)
    assert "pipeline-agreement" not in behind


def test_the_evidence_of_the_agreement_disagrees_on_the_year(small_atlas: Atlas) -> None:
    found = ask.disagreements(small_atlas["evidence"])
    assert set(zip(found["record_id"], found["value"], strict=True)) >= {
        ("pipeline-agreement", "2015-10-16"),
        ("pipeline-agreement", "2016"),
    }
    assert set(found["record_id"]) == {"pipeline-agreement", "river-pipeline"}


@pytest.mark.parametrize("field", ["area", "cost", "value", "weight"])
def test_two_values_of_any_field_disagree(field: str) -> None:
    rows = stated(("line", "one", field, "1 km"), ("line", "two", field, "2 km"))
    assert list(ask.disagreements(rows)["value"]) == ["1 km", "2 km"]
    assert ask.disagreements(rows.assign(field="")).empty


def test_the_weightiest_events_then_most_values_are_most_telling_and_no_more_than_asked_for() -> None:
    told = [("heavy", "date"), ("light", "date"), ("many", "date"), ("project", "cost")]
    rows = [(record, field, value) for record, field in told for value in ("1", "2")]
    rows.append(("many", "date", "3"))
    found = pd.DataFrame(rows, columns=["record_id", "field", "value"])
    events = pd.DataFrame({"event_id": ["light", "many", "heavy"], "weight": [2, 2, 1]})
    assert list(most_telling(found, events, 9)["record_id"]) == ["heavy"] * 2 + ["many"] * 3 + ["light"] * 2
    assert list(most_telling(found, events, 1)["record_id"]) == ["heavy"] * 2
