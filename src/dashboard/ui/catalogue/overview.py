"""The figures of the overview: headline numbers, the most telling disagreements, what is new."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from dashboard.queries import events as ask_events
from dashboard.queries import sources as ask_sources
from dashboard.ui.catalogue.asked import Answer, Asked, Builder, chosen_events
from dashboard.ui.catalogue.sources import source_names
from dashboard.ui.catalogue.trade import series_of
from dashboard.ui.library import Library
from dashboard.views import differences, headlines, timeline

NEWEST = 6
MOST_TELLING = 6


def _events(library: Library, asked: Asked) -> Answer:
    own = chosen_events(library, asked.selection)
    years = f"{asked.selection.first_year}–{asked.selection.last_year}"
    return headlines.counted("overview-events", "On record", f"events, {years}", own["event_id"])


def _sources(library: Library, asked: Asked) -> Answer:
    ids = chosen_events(library, asked.selection)["event_id"]
    behind = ask_sources.sources_behind(library.atlas["evidence"], library.atlas["sources"], ids)
    return headlines.counted("overview-sources", "Sources", "sources behind these events", behind["source_id"])


def _trade(library: Library, asked: Asked) -> Answer:
    series = series_of(library, asked.selection)
    return headlines.latest("overview-trade", "Trade", series[series["direction"] == "total"])


def _disputed(library: Library, asked: Asked) -> Answer:
    found = library.disagreements
    ids = set(chosen_events(library, asked.selection)["event_id"])
    own = found[[record_id in ids or library.atlas.table_of[record_id] != "events" for record_id in found["record_id"]]]
    return headlines.counted("overview-disputed", "Disagreement", "records on which sources disagree", own["record_id"].unique())


def _contradicted(library: Library, asked: Asked) -> Answer:
    checks = library.atlas["checks"]
    own = checks[checks["verdict"] == "contradicted"]
    return headlines.counted("overview-checks", "Checks", f"of {len(checks)} tested statements contradicted by other evidence", own["check_id"])


def _differences(library: Library, asked: Asked) -> Answer:
    """Disagreements on the weightiest events of the choice first, then on those with most rival values."""
    found = library.disagreements
    events = chosen_events(library, asked.selection).set_index("event_id")
    within = found[found["record_id"].isin(events.index)]
    order = within.groupby(["record_id", "field"], sort=False)["value"].nunique().rename("values").reset_index()
    order["weight"] = order["record_id"].map(events["weight"])
    first = order.sort_values(["weight", "values"], ascending=[True, False], kind="stable").head(MOST_TELLING)
    own = first[["record_id", "field"]].merge(within, on=["record_id", "field"])
    return differences.table(own, library.titles, source_names(library), "overview-differences")


def _newest(library: Library, asked: Asked) -> Answer:
    own: pd.DataFrame = ask_events.newest(chosen_events(library, asked.selection), NEWEST)
    return timeline.newest(own, library.counts, library.titles)


FIGURES: Mapping[str, Builder] = {
    "overview-events": _events,
    "overview-sources": _sources,
    "overview-trade": _trade,
    "overview-disputed": _disputed,
    "overview-checks": _contradicted,
    "overview-differences": _differences,
    "overview-newest": _newest,
}
