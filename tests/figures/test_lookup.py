"""Rows are found by what they name, as looking through the whole table would find them."""

from __future__ import annotations

import pytest

from dashboard.figures import lookup
from dashboard.figures.dataset import Dataset
from dashboard.model.schema import BY_NAME
from dashboard.queries import sources as ask


def test_rows_come_once_and_in_the_order_of_the_table(dataset: Dataset) -> None:
    events = dataset.atlas["events"]
    themes = ["trade", "diplomacy", "trade"]
    found = lookup.rows_of(dataset, "events", "themes", themes)
    wanted = [bool({*themes} & {*given}) for given in events["themes"]]
    assert found["event_id"].tolist() == events.loc[wanted, "event_id"].tolist()


def test_an_empty_cell_names_nothing(dataset: Dataset) -> None:
    assert "" in set(dataset.atlas["evidence"]["speaker"])
    assert lookup.rows_of(dataset, "evidence", "speaker", ["", "nobody"]).empty


def test_every_record_is_found_with_the_row_of_its_table(dataset: Dataset) -> None:
    for record_id, table in dataset.atlas.table_of.items():
        found, row = lookup.row_of(dataset, record_id)
        assert (found, row[str(BY_NAME[table].id_column)]) == (table, record_id)
    with pytest.raises(KeyError):
        lookup.row_of(dataset, "nobody")


@pytest.mark.parametrize(
    ("record", "found"),
    [
        ("russia-state", ["early-contact", "pipeline-agreement", "visit-dropped"]),
        ("meeting-house", ["pipeline-agreement", "trade-round"]),
        ("river-pipeline", ["pipeline-agreement"]),
        ("nobody", []),
    ],
)
def test_the_events_of_a_record_are_those_that_name_it_in_order_of_time(
    dataset: Dataset, record: str, found: list[str]
) -> None:
    assert lookup.events_naming(dataset, record)["event_id"].tolist() == found


def test_independent_sources_are_counted_for_each_record_with_evidence(dataset: Dataset) -> None:
    counts = lookup.counts_of(dataset)
    assert counts == dataset.counts.to_dict()
    assert (counts["treaty-1960"], "nobody" in counts) == (2, False)
    assert lookup.counts_of(dataset) is counts


def test_evidence_and_sources_are_those_that_the_whole_tables_give(dataset: Dataset) -> None:
    evidence, sources = dataset.atlas["evidence"], dataset.atlas["sources"]
    for record_id in dataset.atlas.table_of:
        backed = dataset.backed([record_id])
        behind, told = lookup.behind(dataset, backed)
        assert behind.equals(ask.evidence_behind(evidence, backed)), record_id
        assert told.equals(ask.sources_behind(evidence, sources, backed)), record_id
