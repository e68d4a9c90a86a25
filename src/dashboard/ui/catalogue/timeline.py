"""The figures of the timeline."""

from __future__ import annotations

from collections.abc import Mapping

from dashboard.ui.catalogue.asked import Answer, Asked, Builder, chosen_events
from dashboard.ui.library import Library
from dashboard.views import timeline


def _timeline_lanes(library: Library, asked: Asked) -> Answer:
    years = (asked.selection.first_year, asked.selection.last_year)
    themes = list(library.atlas["themes"]["theme_id"])
    return timeline.lanes(chosen_events(library, asked.selection), library.counts, themes, library.atlas["eras"], years, asked.mode)


def _timeline_list(library: Library, asked: Asked) -> Answer:
    return timeline.listing(chosen_events(library, asked.selection), library.counts, library.titles)


FIGURES: Mapping[str, Builder] = {
    "timeline-lanes": _timeline_lanes,
    "timeline-list": _timeline_list,
}
