"""The store: the last faultless tables stay until faultless ones replace them, and everybody who comes first
waits for one reading.
"""

from __future__ import annotations

import gc
import logging
import shutil
import threading
import weakref
from dataclasses import replace
from pathlib import Path

import pandas as pd
import pytest

from dashboard.data.atlas import Atlas
from dashboard.figures.dataset import Dataset, DatasetStore
from dashboard.figures.pages import figures_in
from dashboard.figures.rendered import render
from dashboard.figures.sources import in_full
from dashboard.figures.trial import questions
from dashboard.model.fault import Fault, FaultyData
from dashboard.model.selection import Selection

UNBUILT = Fault(
    "trade-lines",
    0,
    "",
    "the figure cannot be built from these tables",
    "KeyError: 'year'",
    "tables from which every page can be built",
)


def test_a_faulty_new_version_never_replaces_the_last_good_one(small: Path) -> None:
    own = DatasetStore(small, poll_interval=0)
    good = own.current()
    events = small / "events.csv"
    text = events.read_text("utf-8")
    events.write_text(text.replace("2017,Visit", "soon,Visit"), "utf-8")
    assert own.current() is good
    assert [fault.problem for fault in own.refused.faults] == ["not a date"]
    events.write_text(text.replace("Visit", "Call"), "utf-8")
    assert own.current() is not good
    assert own.refused is None


@pytest.mark.parametrize("name", ["events.csv", "VERSION", "fingerprints"])
def test_a_file_that_disappears_leaves_the_last_good_one(small: Path, name: str) -> None:
    own = DatasetStore(small, poll_interval=0)
    good = own.current()
    gone = small / name
    shutil.rmtree(gone) if gone.is_dir() else gone.unlink()
    assert own.current() is good
    assert own.refused is not None


def test_tables_were_read_whether_or_not_they_have_faults(small: Path, tmp_path: Path) -> None:
    good, faulty = DatasetStore(small), DatasetStore(tmp_path / "nothing")
    assert not good.was_read
    assert not faulty.was_read
    good.current()
    with pytest.raises(FaultyData):
        faulty.current()
    assert good.was_read
    assert faulty.was_read


def test_a_folder_that_cannot_be_read_is_said_and_read_again_when_it_can(small: Path, tmp_path: Path) -> None:
    own = DatasetStore(tmp_path / "later", poll_interval=0)
    with pytest.raises(FaultyData, match="the file is missing"):
        own.current()
    shutil.copytree(small, tmp_path / "later")
    assert len(own.current().atlas["events"]) == 4


def test_readers_of_a_fresh_server_wait_for_one_reading(small: Path) -> None:
    own = DatasetStore(small)
    found: list[object] = []
    readers = [threading.Thread(target=lambda: found.append(own.current())) for _ in range(8)]
    for reader in readers:
        reader.start()
    for reader in readers:
        reader.join(30)
    assert len(found) == 8
    assert len(set(map(id, found))) == 1


def test_the_files_are_looked_at_no_oftener_than_patience_allows(small: Path) -> None:
    own = DatasetStore(small, poll_interval=3600)
    good = own.current()
    shutil.rmtree(small)
    assert own.current() is good
    assert own.refused is None


def renew(folder: Path, number: int) -> None:
    """Give the tables a new version: the title of one event changes."""
    events = folder / "events.csv"
    text = events.read_text("utf-8")
    title = text.splitlines()[2].split(",")[2]
    events.write_text(text.replace(title, f"Agreement number {number}"), "utf-8")


def test_a_new_version_from_which_a_page_cannot_be_built_is_refused_and_the_host_told(
    small: Path, caplog: pytest.LogCaptureFixture
) -> None:
    faults: list[Fault] = []
    store = DatasetStore(small, poll_interval=0, trial=lambda dataset: list(faults))
    good = store.current()
    faults.append(UNBUILT)
    renew(small, 1)
    with caplog.at_level(logging.ERROR):
        assert store.current() is good
        assert store.current() is good
    (record,) = caplog.records
    assert str(UNBUILT) in record.message
    assert "the last good version stays" in record.message
    renew(small, 2)
    with caplog.at_level(logging.ERROR):
        assert store.current() is good
    assert len(caplog.records) == 1, "the host was told of this fault"
    faults.append(replace(UNBUILT, file="votes-agreement"))
    renew(small, 3)
    with caplog.at_level(logging.ERROR):
        assert store.current() is good
    assert str(faults[-1]) in caplog.records[-1].message
    assert len(caplog.records) == 2
    faults.clear()
    renew(small, 4)
    assert store.current() is not good


def test_a_first_version_from_which_a_page_cannot_be_built_is_told_to_readers(small: Path) -> None:
    with pytest.raises(FaultyData, match="cannot be built from these tables"):
        DatasetStore(small, trial=lambda dataset: [UNBUILT]).current()


def test_whatever_a_version_raises_readers_keep_the_last_good_one(small: Path) -> None:
    def trial(dataset: Dataset) -> list[Fault]:
        return (
            [] if "Agreement number 1" not in dataset.titles.values() else [dataset.titles["no such record"]]
        )

    store = DatasetStore(small, poll_interval=0, trial=trial)
    good = store.current()
    renew(small, 1)
    assert store.current() is good
    assert [fault.problem for fault in store.refused.faults] == ["the tables cannot be used"]


def test_a_version_is_tried_before_any_reader_sees_it(small: Path) -> None:
    shown: list[Dataset | None] = []
    store = DatasetStore(small, poll_interval=0, trial=lambda dataset: shown.append(store.dataset) or [])
    good = store.current()
    renew(small, 1)
    store.current()
    assert shown == [None, good]


def living_frames() -> int:
    gc.collect()
    return sum(isinstance(thing, pd.DataFrame) for thing in gc.get_objects())


def test_forty_renewals_leave_one_version_in_memory(small: Path) -> None:
    def trial(dataset: Dataset) -> list[Fault]:
        """Every figure is built in one renewal or another; in the first and last measured, the same ones."""
        for question in list(questions(dataset, figures_in(dataset)))[len(versions) % 35 :: 35]:
            render(question.answer(), dataset)
        return []

    store = DatasetStore(small, poll_interval=0, trial=trial)
    versions: list[weakref.ref[Dataset]] = []
    frames: list[int] = []
    for number in range(40):
        renew(small, number)
        versions.append(weakref.ref(store.current()))
        assert store.refused is None
        frames.append(living_frames() if number in (4, 39) else 0)
    assert frames[4] == frames[39]
    assert [version() for version in versions[:-1] if version()] == []


def test_events_can_be_narrowed_to_those_that_sources_of_a_country_tell(small_atlas: Atlas) -> None:
    dataset = Dataset(small_atlas)
    assert dataset.source_countries == {"GBR": "United Kingdom", "PAK": "Pakistan", "RUS": "Russia"}
    told = dataset.events_of(Selection((), (), 1947, 2022, ("RUS",)))
    assert list(told["event_id"]) == ["pipeline-agreement", "visit-dropped"]


def test_the_address_of_a_vote_is_made_once(small_atlas: Atlas) -> None:
    dataset = Dataset(small_atlas)
    vote_id = small_atlas.votes["vote_id"].iloc[0]
    assert dataset.hrefs[vote_id] is dataset.hrefs[vote_id]


def test_sources_of_a_former_state_count_for_the_side_that_came_after_it(small_atlas: Atlas) -> None:
    sources = small_atlas["sources"].assign(country="SUN")
    dataset = Dataset(replace(small_atlas, frames={**small_atlas.frames, "sources": sources}))
    assert set(dataset.counted_sources["country"]) == {"RUS"}
    assert dataset.source_countries == {"RUS": "Russia"}


def test_a_publisher_is_named_in_short_where_it_has_a_short_name(dataset: Dataset) -> None:
    assert dataset.source_names["customs-2022"] == "StatOffice"
    assert dataset.source_names["gazette-2015"] == "The Gazette"
    assert in_full(dataset) == {"StatOffice": "Statistics Office"}
