"""The Atlas that the server reads from: the last faultless one, until a newer one replaces it."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from math import inf
from pathlib import Path
from threading import Lock
from time import monotonic
from typing import Any

import pandas as pd

from dashboard.data.atlas import Atlas, read_atlas
from dashboard.data.release import stamp_of
from dashboard.figures.cache import SingleFlightCache
from dashboard.figures.vote_words import WithVotes
from dashboard.model.fault import Fault, FaultyData, report
from dashboard.model.schema import BY_NAME
from dashboard.model.selection import Selection
from dashboard.queries import capitals, disagreement, events, places, records, sources, trade
from dashboard.queries.find.documents import documents
from dashboard.queries.find.index import Index
from dashboard.queries.find.question import Glossary, glossary_of
from dashboard.queries.support import Support
from dashboard.queries.verify.held import Held
from dashboard.views import arguments, formatting, link
from dashboard.views.country_names import country

# Seconds between two looks at the files: asking the disk on every run costs more than most figures.
POLL_INTERVAL = 1.0

_LOG = logging.getLogger(__name__)


@dataclass(frozen=True, eq=False)
class Dataset:
    """An Atlas, and what is asked of it again and again: each frame is made once, shared by all readers, and
    not to be changed.

    It is its own version: a changed file makes another data set; what the old one made goes with it.
    """

    atlas: Atlas
    figures: SingleFlightCache[Any] = field(default_factory=lambda: SingleFlightCache(512))
    frames: SingleFlightCache[pd.DataFrame] = field(default_factory=lambda: SingleFlightCache(256))
    texts: SingleFlightCache[Any] = field(default_factory=lambda: SingleFlightCache(64))
    lookups: SingleFlightCache[Any] = field(default_factory=lambda: SingleFlightCache(64))

    @cached_property
    def counts(self) -> pd.Series:
        """The number of independent sources by record."""
        return sources.independent_sources(self.atlas["evidence"], self.atlas["sources"])

    @cached_property
    def searched(self) -> Index:
        """Every record ready to be searched; made when somebody searches first."""
        return Index(documents(self.atlas.frames))

    @cached_property
    def held(self) -> Held:
        """What a paragraph is held against; made when somebody checks the first."""
        return Held(self.atlas.frames, self.searched.records)

    @cached_property
    def glossary(self) -> Glossary:
        """What else the words of a question may be called."""
        return glossary_of(self.atlas["glossary"])

    @cached_property
    def index(self) -> pd.DataFrame:
        """Every record with its title."""
        id_columns = {name: BY_NAME[name].id_column for name in records.TITLE_COLUMNS}
        return records.titles(self.atlas.frames, id_columns)

    @cached_property
    def titles(self) -> Mapping[str, str]:
        """The title of every record by its id."""
        titles = dict(zip(self.index["record_id"], self.index["title"], strict=True))
        return WithVotes(titles, lambda: self.vote_titles)

    @cached_property
    def hrefs(self) -> Mapping[str, str]:
        """The address of every record by its id (see `link.to_record`)."""
        addresses = {record_id: link.to_record(record_id) for record_id in self.index["record_id"]}
        return WithVotes(addresses, lambda: self.vote_hrefs)

    @cached_property
    def vote_hrefs(self) -> dict[str, str]:
        """The address of every recorded vote by its id; asked for only by pages that name one."""
        return {vote_id: link.to_record(vote_id) for vote_id in self.vote_titles}

    @cached_property
    def vote_titles(self) -> dict[str, str]:
        """The title of every recorded vote by its id; asked for only by pages that name one."""
        votes = self.atlas.votes
        return dict(zip(votes["vote_id"], votes["title"].map(formatting.capitalised), strict=True))

    @cached_property
    def vote_sources(self) -> dict[str, tuple[str, ...]]:
        """The collection that stands behind each recorded vote, by the vote's id."""
        votes = self.atlas.votes
        return {
            vote_id: (source_id,)
            for vote_id, source_id in zip(votes["vote_id"], votes["source_id"], strict=True)
        }

    def table_of(self, record_id: str) -> str:
        """The table of a record; KeyError if there is none of that id."""
        if record_id in self.atlas.table_of:
            return self.atlas.table_of[record_id]
        return "votes" if record_id in self.vote_titles else self.atlas.table_of[record_id]

    @cached_property
    def stand_ins(self) -> dict[str, tuple[str, ...]]:
        """For records without evidence of their own kind, the records that stand for them."""
        return sources.stand_ins(self.atlas["events"], self.atlas["routes"])

    @cached_property
    def disagreements(self) -> pd.DataFrame:
        """What sources state differently of one field of one record."""
        return disagreement.disagreements(self.atlas["evidence"])

    @cached_property
    def documents(self) -> pd.DataFrame:
        """The documents, oldest first."""
        rows = self.atlas["sources"]
        return rows[rows["kind"] == "document"].sort_values("published_first")

    @cached_property
    def source_names(self) -> dict[str, str]:
        """How each source is named in a line of text: author and year of a document, else the publisher."""
        return {
            row["source_id"]: arguments.source_name(row) for row in self.atlas["sources"].to_dict("records")
        }

    @cached_property
    def counted_sources(self) -> pd.DataFrame:
        """The sources, those of a state that is gone under the country of the side for which it counts."""
        rows = self.atlas["sources"]
        return rows.assign(country=rows["country"].replace(self.atlas.subject.successors))

    @cached_property
    def told_by_country(self) -> pd.DataFrame:
        """In which countries each record is reported or disputed."""
        return capitals.told_by_country(self.atlas["evidence"], self.counted_sources)

    @cached_property
    def source_countries(self) -> dict[str, str]:
        """The name of every country for which sources count, those with most sources first."""
        counts = capitals.countries_of(self.counted_sources).value_counts()
        return {code: country(code) for code in counts.index if code}

    @cached_property
    def themes(self) -> dict[str, str]:
        """The label of every theme by its id, in the order of the table."""
        themes = self.atlas["themes"]
        return dict(zip(themes["theme_id"], themes["label"], strict=True))

    @cached_property
    def trade_series(self) -> pd.DataFrame:
        """The observations of trade that may be drawn."""
        return trade.plotted(
            trade.trade_series(self.atlas["indicators"], self.atlas["observations"], self.atlas.subject)
        )

    @cached_property
    def sections(self) -> pd.DataFrame:
        """Every section of a route, whatever its year, with its project and how it is drawn (see
        `places.styled`).
        """
        lines = places.route_lines(self.atlas["routes"], self.atlas["places"])
        return places.styled(lines, self.atlas["projects"], self.atlas["line_styles"])

    def events_of(self, selection: Selection) -> pd.DataFrame:
        """The events of a choice, in order of time, each with the lane in which it is drawn; made once for
        all figures of a page.
        """
        return self.frames.answer(("events", selection), lambda: self._events_of(selection))

    @cached_property
    def support(self) -> Support:
        """Which records rest on a source of which kind and country."""
        return Support(self.atlas["evidence"], self.counted_sources)

    def backed(self, record_ids: Iterable[str]) -> tuple[str, ...]:
        """The records themselves and, for those that have no evidence of their own kind, the records that
        stand for them.
        """
        ids = list(record_ids)
        behind = [stand_in for record_id in ids for stand_in in self._stand_ins_of(record_id)]
        return tuple(dict.fromkeys([*ids, *behind]))

    def _stand_ins_of(self, record_id: str) -> tuple[str, ...]:
        if record_id in self.atlas.table_of:
            return self.stand_ins.get(record_id, ())
        return self.vote_sources.get(record_id, ())

    def _events_of(self, selection: Selection) -> pd.DataFrame:
        supported = self.support.behind(selection.kinds, selection.countries)
        years = selection.first_year, selection.last_year
        chosen = events.chosen(self.atlas["events"], supported, selection.themes, *years)
        return chosen.assign(lane=[events.lane_of(themes, selection.themes) for themes in chosen["themes"]])


Trial = Callable[[Dataset], list[Fault]]
"""Builds from a new version what readers will ask for; its faults refuse the version."""


class DatasetStore:
    """Holds the last faultless data set of one folder and the faults of the version that was refused, if
    any.
    """

    def __init__(
        self, folder: Path, poll_interval: float = POLL_INTERVAL, trial: Trial = lambda _: []
    ) -> None:
        self.folder = folder
        self.poll_interval = poll_interval
        self.trial = trial
        self.stamp: tuple[tuple[str, int, int], ...] | None = None
        self.dataset: Dataset | None = None
        self.refused: FaultyData | None = None
        self._looked = -inf
        self._reading = Lock()

    @property
    def was_read(self) -> bool:
        """True once the tables were read, with or without faults."""
        return self.dataset is not None or self.refused is not None

    def current(self) -> Dataset:
        """The last faultless dataset; reads again when a file has changed. Raises FaultyData if there never
        was one.

        One reader's run reads; the others wait only if there is nothing yet to show them.
        """
        if monotonic() - self._looked >= self.poll_interval and self._reading.acquire(
            blocking=self.dataset is None
        ):
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
            stamp = stamp_of(self.folder)
            if stamp != self.stamp:
                self.stamp = stamp
                self._take_up()
        except FaultyData as faulty:
            self._refuse(faulty)
        except OSError as error:
            self.stamp = None
            self._refuse(
                self._whole_folder(
                    "the tables cannot be read", str(error.strerror), "a folder that can be read"
                )
            )
        except Exception as error:  # whatever else a version raises, readers keep the last good one
            found = f"{type(error).__name__}: {error}"
            self._refuse(
                self._whole_folder(
                    "the tables cannot be used", found, "tables from which every page can be built"
                )
            )
        self._looked = monotonic()

    def _take_up(self) -> None:
        """Read the new version and try it; only then does it replace the old one, of which nothing stays in
        memory.
        """
        dataset = Dataset(read_atlas(self.folder))
        faults = self.trial(dataset)
        if faults:
            raise FaultyData(faults)
        self.dataset, self.refused = dataset, None

    def _whole_folder(self, problem: str, found: str, expected: str) -> FaultyData:
        return FaultyData([Fault(self.folder.name, 0, "", problem, found, expected)])

    def _refuse(self, faulty: FaultyData) -> None:
        """Say once in the host's log why a version is refused; readers keep the last good one."""
        if self.refused is None or self.refused.faults != faulty.faults:
            kept_on = "the last good version stays" if self.dataset else "there is no version to show"
            _LOG.error(
                "The tables in %s are refused, %s:\n%s",
                self.folder,
                kept_on,
                "\n".join(report(faulty.faults)),
            )
        self.refused = faulty
