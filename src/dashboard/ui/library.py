"""The Atlas that the server reads from: the last faultless one, kept until a newer faultless one replaces it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pandas as pd
import streamlit as st

from dashboard.data.atlas import Atlas, read_atlas
from dashboard.model.fault import FaultyData
from dashboard.model.schema import BY_NAME
from dashboard.queries import records, sources

ROOT = Path(__file__).resolve().parents[3]
DATA = ROOT / "data"


@dataclass(frozen=True)
class Library:
    """An Atlas and what is asked of it again and again."""

    atlas: Atlas
    counts: pd.Series
    index: pd.DataFrame
    titles: dict[str, str]


def library_of(atlas: Atlas) -> Library:
    """The Atlas with its independent sources by record, its search index and its titles by id."""
    id_columns = {name: BY_NAME[name].id_column for name in records.TITLE_COLUMNS}
    index = records.titles(atlas.frames, id_columns)
    counts = sources.independent_sources(atlas["evidence"], atlas["sources"])
    return Library(atlas, counts, index, dict(zip(index["record_id"], index["title"], strict=True)))


class Shelf:
    """Holds the last faultless library of one folder and the faults of the version that was refused, if any."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.stamp: tuple[tuple[str, int, int], ...] = ()
        self.library: Library | None = None
        self.refused: FaultyData | None = None

    def current(self) -> Library:
        """The last faultless library; reads again when a file has changed. Raises FaultyData if there never was one."""
        stamp = _stamp(self.folder)
        if stamp != self.stamp:
            self.stamp = stamp
            try:
                self.library, self.refused = library_of(read_atlas(self.folder)), None
            except FaultyData as faulty:
                self.refused = faulty
        if self.library is None:
            assert self.refused is not None
            raise self.refused
        return self.library


@st.cache_resource(show_spinner="Reading and checking the tables")
def shelf(folder: Path = DATA) -> Shelf:
    """The one shelf of the server."""
    return Shelf(folder)


def _stamp(folder: Path) -> tuple[tuple[str, int, int], ...]:
    """Names, sizes and times of the files that make an Atlas."""
    files = [*folder.glob("*.csv"), *folder.glob("fingerprints/*.json"), folder / "VERSION"]
    stats = [(path, path.stat()) for path in sorted(files) if path.is_file()]
    return tuple((path.name, stat.st_size, stat.st_mtime_ns) for path, stat in stats)
