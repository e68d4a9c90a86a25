"""Who stands behind a record, and how many of them are independent."""

from __future__ import annotations

import pandas as pd

from dashboard.data.atlas import Atlas
from dashboard.queries import sources as ask


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


def test_records_that_rest_on_one_source_are_named_with_it(small_atlas: Atlas) -> None:
    alone = ask.resting_on_alone(small_atlas["evidence"]).set_index("record_id")["source_id"]
    assert alone["visit-dropped"] == "paper-2021"
    assert "pipeline-agreement" not in alone


def test_actors_places_and_routes_stand_on_the_events_and_projects_that_name_them(small_atlas: Atlas) -> None:
    behind = ask.stand_ins(small_atlas["events"], small_atlas["routes"])
    assert behind["meeting-house"] == ("pipeline-agreement", "trade-round")
    assert behind["river-line"] == ("river-pipeline",)
    assert "pipeline-agreement" not in behind
