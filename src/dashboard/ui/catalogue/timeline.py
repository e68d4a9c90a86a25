"""The figures of the timeline."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pandas as pd

from dashboard.model.selection import FIRST_YEAR
from dashboard.queries import events as ask_events
from dashboard.ui.catalogue.asked import Answer, Asked, Builder, chosen_events
from dashboard.ui.library import Library
from dashboard.views import strip, timeline
from dashboard.views.happening import of_so_many

# More marks than these no browser draws quickly and nobody tells apart; more flags than those find no place on the strip.
MOST_DRAWN, MOST_NAMED = 2000, 30


def _of_many(library: Library, events: pd.DataFrame, draw: Callable[[pd.DataFrame], Answer]) -> Answer:
    """A figure of the weightiest events, as many as can be drawn; it says so where that is not all of them."""
    drawn = ask_events.weightiest(events, library.counts, MOST_DRAWN)
    return of_so_many(draw(drawn), len(drawn), len(events))


def _lanes(library: Library, asked: Asked) -> Answer:
    atlas, years = library.atlas, (asked.selection.first_year, asked.selection.last_year)
    events = chosen_events(library, asked.selection)
    return _of_many(library, events, lambda own: timeline.lanes(own, library.counts, atlas["themes"], atlas["eras"], years, asked.mode))


def _strip(library: Library, asked: Asked) -> Answer:
    atlas = library.atlas
    events = ask_events.with_themes(atlas["events"], asked.selection.themes)
    named = ask_events.weightiest(events[events["weight"] == 1], library.counts, MOST_NAMED)
    return _of_many(library, events, lambda own: strip.strip(own, named, library.counts, atlas["eras"], atlas.horizon, FIRST_YEAR, asked.mode))


def _list(library: Library, asked: Asked) -> Answer:
    return _of_many(library, chosen_events(library, asked.selection), lambda own: timeline.listing(own, library.counts, library.titles))


FIGURES: Mapping[str, Builder] = {
    "timeline-strip": _strip,
    "timeline-lanes": _lanes,
    "timeline-list": _list,
}
