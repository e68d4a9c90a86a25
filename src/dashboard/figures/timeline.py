"""The figures of the timeline."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pandas as pd

from dashboard.figures.dataset import Dataset
from dashboard.figures.question import Answer, Asked, Builder, chosen_events
from dashboard.model.selection import FIRST_YEAR
from dashboard.queries import events as ask_events
from dashboard.views import strip, timeline
from dashboard.views.event_marks import of_so_many

# More marks than these no browser draws quickly and nobody tells apart; more flags than those find no place on the strip.
MOST_DRAWN, MOST_NAMED = 2000, 30


def _of_many(dataset: Dataset, events: pd.DataFrame, draw: Callable[[pd.DataFrame], Answer]) -> Answer:
    """A figure of the weightiest events, as many as can be drawn; it says so where that is not all of them."""
    drawn = ask_events.weightiest(events, dataset.counts, MOST_DRAWN)
    return of_so_many(draw(drawn), len(drawn), len(events))


def _lanes(dataset: Dataset, asked: Asked) -> Answer:
    atlas, years = dataset.atlas, (asked.selection.first_year, asked.selection.last_year)
    events = chosen_events(dataset, asked.selection)
    return _of_many(dataset, events, lambda own: timeline.lanes(own, dataset.counts, atlas["themes"], atlas["eras"], years, asked.mode))


def _strip(dataset: Dataset, asked: Asked) -> Answer:
    atlas = dataset.atlas
    events = ask_events.with_themes(atlas["events"], asked.selection.themes)
    named = ask_events.weightiest(events[events["weight"] == 1], dataset.counts, MOST_NAMED)
    return _of_many(dataset, events, lambda own: strip.strip(own, named, dataset.counts, atlas["eras"], atlas.horizon, FIRST_YEAR, asked.mode))


def _list(dataset: Dataset, asked: Asked) -> Answer:
    return _of_many(dataset, chosen_events(dataset, asked.selection), lambda own: timeline.listing(own, dataset.counts, dataset.titles))


FIGURES: Mapping[str, Builder] = {
    "timeline-strip": _strip,
    "timeline-lanes": _lanes,
    "timeline-list": _list,
}
