"""The store: the last faultless tables stay until faultless ones replace them, and everybody who comes first waits for one reading."""

from __future__ import annotations

import shutil
import threading
from pathlib import Path

import pytest

from dashboard.figures.dataset import DatasetStore
from dashboard.model.fault import FaultyData


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
