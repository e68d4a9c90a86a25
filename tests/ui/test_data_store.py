"""The store of the server: which folder it reads, and when."""

from __future__ import annotations

from pathlib import Path

import pytest

from dashboard.ui.data_store import store


def test_the_tables_are_read_while_the_first_reader_is_told_so(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ATLAS_DATA", str(small))
    assert store().dataset is not None
