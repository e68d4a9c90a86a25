"""The one data set that the server shows: which folder it reads, and that all readers share it."""

from __future__ import annotations

import os
from contextlib import suppress
from functools import cache
from pathlib import Path
from threading import Lock

from dashboard.figures.dataset import DatasetStore
from dashboard.figures.trial import trial_faults
from dashboard.model.fault import FaultyData

ROOT = Path(__file__).resolve().parents[3]
DATA = ROOT / "data"
_OPENING = Lock()


def store() -> DatasetStore:
    """The one store of the server, of the project's tables or of the folder that the environment names in
    ATLAS_DATA.
    """
    with _OPENING:
        return _store(os.environ.get("ATLAS_DATA") or str(DATA))


def published_address() -> str:
    """The address that the environment names in ATLAS_ADDRESS, with a final slash, or an empty text."""
    named = os.environ.get("ATLAS_ADDRESS", "").rstrip("/")
    return f"{named}/" if named else ""


def read_tables() -> None:
    """Read the server's tables for the first time; what is wrong with them is for `store().current()` to
    tell.
    """
    with suppress(FaultyData):
        store().current()


@cache
def _store(folder: str) -> DatasetStore:
    return DatasetStore(Path(folder), trial=trial_faults)
