"""The Atlas that the server reads from: the last faultless one, kept until a newer faultless one replaces it."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from math import inf
from pathlib import Path
from threading import Lock
from time import monotonic

import pandas as pd

from dashboard.data.atlas import Atlas, read_atlas
from dashboard.figures import cache
from dashboard.model.fault import Fault, FaultyData, report
from dashboard.model.schema import BY_NAME
from dashboard.queries import records, sources
from dashboard.views import link

# Seconds between two looks at the files: asking the disk on every run of every reader costs more than most figures.
POLL_INTERVAL = 1.0

_LOG = logging.getLogger(__name__)


@dataclass(frozen=True)
class Dataset:
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


def dataset_of(atlas: Atlas) -> Dataset:
    """The Atlas with its independent sources by record, its search index, and the titles and addresses by id."""
    id_columns = {name: BY_NAME[name].id_column for name in records.TITLE_COLUMNS}
    index = records.titles(atlas.frames, id_columns)
    counts = sources.independent_sources(atlas["evidence"], atlas["sources"])
    titles = dict(zip(index["record_id"], index["title"], strict=True))
    hrefs = {record_id: link.to_record(record_id) for record_id in titles}
    return Dataset(atlas, counts, index, titles, hrefs, sources.stand_ins(atlas["events"], atlas["routes"]), sources.disagreements(atlas["evidence"]))


Trial = Callable[[Dataset], list[Fault]]
"""Builds from a new version what readers will ask for; its faults refuse the version."""


class DatasetStore:
    """Holds the last faultless data set of one folder and the faults of the version that was refused, if any."""

    def __init__(self, folder: Path, poll_interval: float = POLL_INTERVAL, trial: Trial = lambda _: []) -> None:
        self.folder = folder
        self.poll_interval = poll_interval
        self.trial = trial
        self.stamp: tuple[tuple[str, int, int], ...] | None = None
        self.dataset: Dataset | None = None
        self.refused: FaultyData | None = None
        self._looked = -inf
        self._reading = Lock()

    def current(self) -> Dataset:
        """The last faultless dataset; reads again when a file has changed. Raises FaultyData if there never was one.

        One reader's run reads; the others wait only if there is nothing yet to show them.
        """
        if monotonic() - self._looked >= self.poll_interval and self._reading.acquire(blocking=self.dataset is None):
            try:
                self._look()
            finally:
                self._reading.release()
        if self.dataset is None:
            assert self.refused is not None
            raise self.refused
        return self.dataset

    def _look(self) -> None:
        try:
            stamp = _stamp(self.folder)
            if stamp != self.stamp:
                self.stamp = stamp
                self._take_up()
        except FaultyData as faulty:
            self._refuse(faulty)
        except OSError as error:
            self.stamp = None
            self._refuse(self._whole_folder("the tables cannot be read", str(error.strerror), "a folder that can be read"))
        except Exception as error:  # whatever else a version raises, readers keep the last good one
            found = f"{type(error).__name__}: {error}"
            self._refuse(self._whole_folder("the tables cannot be used", found, "tables from which every page can be built"))
        self._looked = monotonic()

    def _take_up(self) -> None:
        """Read the new version and try it; only then does it replace the old one, of which nothing stays in memory."""
        dataset = dataset_of(read_atlas(self.folder))
        faults = self.trial(dataset)
        if not faults:
            self.dataset, self.refused = dataset, None
        cache.forget()
        if faults:
            raise FaultyData(faults)

    def _whole_folder(self, problem: str, found: str, expected: str) -> FaultyData:
        return FaultyData([Fault(self.folder.name, 0, "", problem, found, expected)])

    def _refuse(self, faulty: FaultyData) -> None:
        """Say once in the host's log why a version is refused; readers keep the last good one."""
        if self.refused is None or self.refused.faults != faulty.faults:
            kept_on = "the last good version stays" if self.dataset else "there is no version to show"
            _LOG.error("The tables in %s are refused, %s:\n%s", self.folder, kept_on, "\n".join(report(faulty.faults)))
        self.refused = faulty


def _stamp(folder: Path) -> tuple[tuple[str, int, int], ...]:
    """Names, sizes and times of the files that make an Atlas."""
    files = [*folder.glob("*.csv"), *folder.glob("fingerprints/*.json"), folder / "VERSION"]
    stats = [(path, path.stat()) for path in sorted(files) if path.is_file()]
    return tuple((path.name, stat.st_size, stat.st_mtime_ns) for path, stat in stats)
