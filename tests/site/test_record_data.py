"""A record as data: everything that the tables hold of it, and what has to go with it."""

from __future__ import annotations

from datetime import date

import pandas as pd

from dashboard.site.publication import Publication
from dashboard.site.record_data import data_of, source_data, terms_of

NOT_STATED = "not stated by the source; ask its publisher before reuse"
TERMS = {
    "edition": {"title": "A small Atlas", "version": "0.9.0", "released": "2022-06-01"},
    "terms": "Facts: CC BY 4.0. The values of a data set keep the terms of its source.",
}


def test_a_record_is_told_whole_with_its_evidence_sources_edition_terms_and_citation(
    publication: Publication,
) -> None:
    assert data_of(publication, "river-pipeline") == {
        "id": "river-pipeline",
        "kind": "project",
        "table": "projects",
        "title": "River pipeline",
        "address": "https://atlas.example/pr/record/river-pipeline.html",
        "record": {
            "project_id": "river-pipeline",
            "name": "River pipeline",
            "aliases": ["North line", "Port line"],
            "kind": "pipeline",
            "status": "stalled",
            "status_as_of": "2021-12",
            "themes": ["energy", "trade"],
            "countries": ["PAK", "RUS"],
            "summary": "A gas pipeline from port to town; not built.",
            "note": "No pipe was laid after the agreement.",
        },
        "evidence": [
            {
                "record_id": "river-pipeline",
                "source_id": "voice-2020",
                "locator": "para:2",
                "quote": "gas pipeline of 1100 kilometres",
                "field": "length",
                "value": "1100 km",
                "stance": "supports",
            },
            {
                "record_id": "river-pipeline",
                "source_id": "paper-2021",
                "locator": "para:2",
                "quote": "remains 1000 kilometres “on paper”",
                "field": "length",
                "value": "1000 km",
                "stance": "disputes",
            },
        ],
        "rests_on": [],
        "sources": [
            {
                "source_id": "voice-2020",
                "kind": "document",
                "title": "The pipeline and the port",
                "author": "Ada Voice",
                "publisher": "The Comment",
                "published": "2020-03/2020-05",
                "url": "https://example.org/voice",
                "seen": "2022-05-30",
                "language": "en",
                "licence": NOT_STATED,
            },
            {
                "source_id": "paper-2021",
                "kind": "document",
                "title": "A second look",
                "author": "Ben Paper",
                "publisher": "The Journal",
                "published": "2021",
                "seen": "2022-05-30",
                "language": "en",
                "licence": NOT_STATED,
            },
        ],
        **TERMS,
        "cite": {
            "id": "atlas-river-pipeline",
            "type": "entry",
            "title": "River pipeline",
            "genre": "Project",
            "issued": {"date-parts": [[2022, 6, 1]]},
            "URL": "https://atlas.example/pr/record/river-pipeline.html",
            "language": "en-GB",
            "author": [{"literal": "A small Atlas"}],
            "container-title": "A small Atlas (version 0.9.0)",
        },
    }
    assert terms_of(publication) == TERMS


def test_a_record_without_evidence_names_the_records_on_which_it_rests(publication: Publication) -> None:
    told = data_of(publication, "meeting-house")
    assert (told["kind"], told["evidence"]) == ("place", [])
    assert told["rests_on"] == ["pipeline-agreement", "trade-round"]


def test_a_source_is_told_with_all_that_it_says_and_a_check_with_the_document_that_it_tests(
    publication: Publication,
) -> None:
    gazette = data_of(publication, "gazette-2018")
    assert [row["record_id"] for row in gazette["evidence"]] == ["trade-round", "trade-2018"]
    assert [row["source_id"] for row in gazette["sources"]] == ["gazette-2018"]
    check = data_of(publication, "check-trade-2018")
    assert [row["source_id"] for row in check["evidence"]] == ["customs-2022"]
    assert {row["source_id"] for row in check["sources"]} == {"customs-2022", "voice-2020"}


def test_a_source_keeps_its_archived_copy_and_its_own_terms() -> None:
    row = dict.fromkeys(("kind", "author", "publisher", "published", "url", "seen", "language"), "")
    row |= {"source_id": "s", "title": "T", "archived": "https://copy.example/1", "licence": "CC0"}
    assert source_data(row) == {
        "source_id": "s",
        "title": "T",
        "archived": "https://copy.example/1",
        "licence": "CC0",
    }


def test_a_vote_is_told_with_its_day_as_its_table_has_it(publication: Publication) -> None:
    told = data_of(publication, "a-res-1")
    assert (told["kind"], told["table"], told["record"]["date"]) == ("vote", "votes", "2015-12-04")
    assert (told["record"]["PAK"], told["record"]["RUS"], told["record"]["yes"]) == ("Y", "N", 100)
    assert told["sources"][0]["source_id"] == "customs-2022"
    assert not [value for value in told["record"].values() if isinstance(value, date | pd.Timestamp)]


def test_a_meeting_keeps_its_whole_number_beside_events_without_one(publication: Publication) -> None:
    events = publication.dataset.atlas["events"]
    numbered = events[events["number"].notna()]
    assert len(numbered) < len(events)
    told = data_of(publication, str(numbered["event_id"].iloc[0]))["record"]["number"]
    assert (told, type(told)) == (int(numbered["number"].iloc[0]), int)
