"""The Atlas that the server reads from: the last faultless one, kept until a newer faultless one replaces it."""

from __future__ import annotations

import os
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from math import inf
from pathlib import Path
from threading import Lock
from time import monotonic

import pandas as pd
import streamlit as st

from dashboard.data.atlas import Atlas, read_atlas
from dashboard.model.fault import Fault, FaultyData
from dashboard.model.schema import BY_NAME
from dashboard.queries import records, sources
from dashboard.ui import link

ROOT = Path(__file__).resolve().parents[3]
DATA = ROOT / "data"

# Seconds between two looks at the files: asking the disk on every run of every reader costs more than most figures.
PATIENCE = 1.0


@dataclass(frozen=True)
class Library:
    """An Atlas and what is asked of it again and again; `hrefs` are the addresses of its records (see `link.to_record`)."""

    atlas: Atlas
    counts: pd.Series
    index: pd.DataFrame
    titles: dict[str, str]
    hrefs: dict[str, str]
    stand_ins: dict[str, tuple[str, ...]]
    disagreements: pd.DataFrame

    def backed(self, record_ids: Iterable[str]) -> tuple[str, ...]:
        """The records themselves and, for those that have no evidence of their own kind, the records that stand for them."""
        ids = list(record_ids)
        return tuple(dict.fromkeys([*ids, *(one for record_id in ids for one in self.stand_ins.get(record_id, ()))]))


def library_of(atlas: Atlas) -> Library:
    """The Atlas with its independent sources by record, its search index, and the titles and addresses by id."""
    id_columns = {name: BY_NAME[name].id_column for name in records.TITLE_COLUMNS}
    index = records.titles(atlas.frames, id_columns)
    counts = sources.independent_sources(atlas["evidence"], atlas["sources"])
    titles = dict(zip(index["record_id"], index["title"], strict=True))
    hrefs = {record_id: link.to_record(record_id) for record_id in titles}
    return Library(atlas, counts, index, titles, hrefs, sources.stand_ins(atlas["events"], atlas["routes"]), sources.disagreements(atlas["evidence"]))


class Shelf:
    """Holds the last faultless library of one folder and the faults of the version that was refused, if any."""

    def __init__(self, folder: Path, patience: float = PATIENCE) -> None:
        self.folder = folder
        self.patience = patience
        self.stamp: tuple[tuple[str, int, int], ...] | None = None
        self.library: Library | None = None
        self.refused: FaultyData | None = None
        self._looked = -inf
        self._reading = Lock()

    def current(self) -> Library:
        """The last faultless library; reads again when a file has changed. Raises FaultyData if there never was one.

        One reader's run reads; the others wait only if there is nothing yet to show them.
        """
        if monotonic() - self._looked >= self.patience and self._reading.acquire(blocking=self.library is None):
            try:
                self._look()
            finally:
                self._reading.release()
        if self.library is None:
            assert self.refused is not None
            raise self.refused
        return self.library

    def _look(self) -> None:
        try:
            stamp = _stamp(self.folder)
            if stamp != self.stamp:
                self.stamp = stamp
                self.library, self.refused = library_of(read_atlas(self.folder)), None
        except FaultyData as faulty:
            self.refused = faulty
        except OSError as error:
            self.stamp = None
            self.refused = FaultyData([Fault(self.folder.name, 0, "", "the tables cannot be read", str(error.strerror), "a folder that can be read")])
        self._looked = monotonic()


def shelf() -> Shelf:
    """The one shelf of the server, of the project's tables or of the folder that the environment names in ATLAS_DATA."""
    return _shelf(os.environ.get("ATLAS_DATA") or str(DATA))


@st.cache_resource(show_spinner="Reading and checking the tables")
def _shelf(folder: str) -> Shelf:
    """Reads at once, so that the first reader sees that it goes on; faults are for `current` to tell."""
    one = Shelf(Path(folder))
    with suppress(FaultyData):
        one.current()
    return one


def _stamp(folder: Path) -> tuple[tuple[str, int, int], ...]:
    """Names, sizes and times of the files that make an Atlas."""
    files = [*folder.glob("*.csv"), *folder.glob("fingerprints/*.json"), folder / "VERSION"]
    stats = [(path, path.stat()) for path in sorted(files) if path.is_file()]
    return tuple((path.name, stat.st_size, stat.st_mtime_ns) for path, stat in stats)
