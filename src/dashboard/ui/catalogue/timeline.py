"""The figures of the timeline."""

from __future__ import annotations

from collections.abc import Mapping

from dashboard.model.selection import FIRST_YEAR
from dashboard.queries import events as ask_events
from dashboard.ui.catalogue.asked import Answer, Asked, Builder, chosen_events
from dashboard.ui.library import Library
from dashboard.views import strip, timeline


def _lanes(library: Library, asked: Asked) -> Answer:
    atlas = library.atlas
    years = (asked.selection.first_year, asked.selection.last_year)
    return timeline.lanes(chosen_events(library, asked.selection), library.counts, atlas["themes"], atlas["eras"], years, asked.mode)


def _strip(library: Library, asked: Asked) -> Answer:
    atlas = library.atlas
    events = ask_events.with_themes(atlas["events"], asked.selection.themes)
    return strip.strip(events, library.counts, atlas["eras"], atlas.horizon, FIRST_YEAR, asked.mode)


def _list(library: Library, asked: Asked) -> Answer:
    return timeline.listing(chosen_events(library, asked.selection), library.counts, library.titles)


FIGURES: Mapping[str, Builder] = {
    "timeline-strip": _strip,
    "timeline-lanes": _lanes,
    "timeline-list": _list,
}
