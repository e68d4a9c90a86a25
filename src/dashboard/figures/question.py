"""What a figure is asked, and the frames that several figures start from."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pandas as pd

from dashboard.figures.cache import SingleFlightCache
from dashboard.figures.dataset import Dataset
from dashboard.model.figure import Absence, Figure
from dashboard.model.selection import Selection
from dashboard.queries import events as ask_events
from dashboard.queries import sources as ask_sources
from dashboard.views.theme import Mode

Answer = Figure | Absence
Builder = Callable[[Dataset, "Asked"], Answer]

_CHOSEN: SingleFlightCache[pd.DataFrame] = SingleFlightCache(256)


@dataclass(frozen=True)
class Asked:
    """What one figure is asked: the reader's choice for all pages, light or dark, the choices of the page itself, and if it is for a phone."""

    selection: Selection
    mode: Mode = "light"
    options: tuple[tuple[str, str], ...] = ()
    narrow: bool = False

    def option(self, name: str, default: str = "") -> str:
        """The page's own choice of that name."""
        return dict(self.options).get(name, default)


def chosen_events(dataset: Dataset, selection: Selection) -> pd.DataFrame:
    """The events of a reader's choice, in order of time, with the lane in which each is drawn; asked once for all figures of a page."""
    return _CHOSEN.answer((dataset.atlas.digest, parts_of(selection)), lambda: _chosen(dataset, selection)).copy(deep=False)


def parts_of(selection: Selection) -> tuple[object, ...]:
    """A selection as a plain key: all its parts are asked for."""
    return selection.themes, selection.kinds, selection.first_year, selection.last_year


def _chosen(dataset: Dataset, selection: Selection) -> pd.DataFrame:
    atlas = dataset.atlas
    supported = ask_sources.supported_by_kinds(atlas["evidence"], atlas["sources"], selection.kinds)
    own = ask_events.chosen(atlas["events"], supported, selection.themes, selection.first_year, selection.last_year)
    return own.assign(lane=[ask_events.lane_of(themes, selection.themes) for themes in own["themes"]])


def documents_of(dataset: Dataset) -> pd.DataFrame:
    """The documents, oldest first."""
    sources_ = dataset.atlas["sources"]
    return sources_[sources_["kind"] == "document"].sort_values("published_first")
