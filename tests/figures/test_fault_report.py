"""A report of a fault holds the fields of its record as the table has them."""

from __future__ import annotations

from datetime import date

import pytest

from dashboard.data.atlas import Atlas
from dashboard.figures.dataset import Dataset
from dashboard.figures.fault_report import fault_report, values_of


def test_every_record_and_every_vote_can_be_reported(small_atlas: Atlas) -> None:
    dataset = Dataset(small_atlas)
    ids = [*small_atlas.table_of, *dataset.vote_titles]
    for record_id in ids:
        report = fault_report(dataset, record_id, "", f"https://atlas.example/record?id={record_id}")
        assert report.text.startswith(f"Record: {record_id} (")
        assert f"version {small_atlas.version}" in report.text
        assert f"record?id={record_id}\n" in report.text
        assert report.values


def test_values_stand_as_in_the_file(small_atlas: Atlas) -> None:
    dataset = Dataset(small_atlas)
    events = small_atlas["events"].set_index("event_id")
    event_id = next(event_id for event_id in events.index if len(events.loc[event_id, "themes"]))
    values = values_of(dataset, event_id)
    assert values["date"] == events.loc[event_id, "date"], "EDTF, not words"
    assert values["themes"] == ";".join(events.loc[event_id, "themes"])
    assert values["weight"] in {"1", "2", "3"}
    assert "event_id" not in values


def test_an_empty_number_is_empty_and_a_record_that_is_not_there_is_none(small_atlas: Atlas) -> None:
    dataset = Dataset(small_atlas)
    assert "nan" not in {
        value for record_id in small_atlas.table_of for value in values_of(dataset, record_id).values()
    }
    with pytest.raises(KeyError):
        values_of(dataset, "no-such-record")
    assert isinstance(small_atlas.released, date)
