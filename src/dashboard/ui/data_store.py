"""The one data set that the server shows: which folder it reads, and that all readers share it."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

import streamlit as st

from dashboard.figures.dataset import DatasetStore
from dashboard.figures.trial import trial_faults
from dashboard.model.fault import FaultyData

ROOT = Path(__file__).resolve().parents[3]
DATA = ROOT / "data"


def store() -> DatasetStore:
    """The one store of the server, of the project's tables or of the folder that the environment names in ATLAS_DATA."""
    return _store(os.environ.get("ATLAS_DATA") or str(DATA))


@st.cache_resource(show_spinner="Reading and checking the tables")
def _store(folder: str) -> DatasetStore:
    """Reads at once, so that the first reader sees that it goes on; faults are for `current` to tell."""
    store = DatasetStore(Path(folder), trial=trial_faults)
    with suppress(FaultyData):
        store.current()
    return store
