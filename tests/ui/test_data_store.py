"""The store of the server: which folder it reads, and when."""

from __future__ import annotations

from pathlib import Path

import pytest

from dashboard.ui.data_store import read_tables, store


def test_all_readers_of_a_folder_share_one_store_that_is_read_once(
    small: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ATLAS_DATA", str(small))
    assert not store().was_read
    read_tables()
    assert store().dataset is not None
    assert store() is store()


def test_faulty_tables_are_read_without_an_error_and_told_when_asked_for(
    small: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (small / "VERSION").unlink()
    monkeypatch.setenv("ATLAS_DATA", str(small))
    read_tables()
    assert store().refused is not None
